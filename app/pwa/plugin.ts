import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin, Rollup } from 'vite'
import { englishFile } from '../messages/plugin.ts'
import { offlinePage } from './offline.ts'
import { drawPictures } from './pictures.ts'

const APP = path.resolve('app')
/** What every page is made of; the rest is kept when it is first asked for. */
const SHELL_MODULES = ['entry.client.tsx', 'root.tsx', 'storefront/layout.tsx']
const SHELL_FONTS = /thai-(wght|400|600)-normal-.*\.woff2$/

/** Writes what makes the storefront an app beside the browser's build: worker, offline pages, icons. */
export function progressive(): Plugin {
  return {
    name: 'talat-progressive',
    apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    async writeBundle({ dir = '' }, bundle) {
      const put = (file: string, content: string | Uint8Array) => {
        mkdirSync(path.dirname(path.join(dir, file)), { recursive: true })
        writeFileSync(path.join(dir, file), content)
      }
      const files = Object.values(bundle)
      const styles = files.find(({ fileName }) => /\/app-[\w-]+\.css$/.test(fileName))
      if (styles === undefined) this.error('the stylesheet of the pages was not found')
      const shell = ['/favicon.svg', ...shellOf(bundle).map((file) => `/${file}`)]
      const pages = { 'offline/th': 'th', 'offline/en': 'en' } as const
      const hash = createHash('sha256').update(shell.sort().join('\n'))
      for (const [name, locale] of Object.entries(pages)) {
        const page = offlinePage(locale, `/${styles.fileName}`)
        hash.update(page)
        put(`${name}.html`, page)
        shell.push(`/${name}`)
      }
      const worker = readFileSync(path.join(APP, 'pwa/service-worker.js'), 'utf8')
      const version = hash.update(worker).digest('hex').slice(0, 12)
      const constants = { VERSION: version, SHELL: shell }
      const head = Object.entries(constants).map(
        ([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`,
      )
      put('sw.js', head.join('') + worker)
      const mark = path.join(APP, 'public/favicon.svg')
      for (const [file, picture] of await drawPictures(mark)) put(file, picture)
    },
  }
}

function shellOf(bundle: Rollup.OutputBundle): string[] {
  const files = Object.values(bundle)
  const wanted = new Set<string>()
  const add = (fileName: string) => {
    if (wanted.has(fileName)) return
    wanted.add(fileName)
    const file = bundle[fileName]
    if (file?.type === 'chunk') file.imports.forEach(add)
  }
  for (const file of files) {
    const source = file.type === 'chunk' ? (file.facadeModuleId ?? '').split('?')[0] : undefined
    const isShell = SHELL_MODULES.some((name) => source === path.join(APP, name))
    const isShown = /\/app-[\w-]+\.css$/.test(file.fileName) || SHELL_FONTS.test(file.fileName)
    if (isShell || isShown) add(file.fileName)
  }
  const english = [...wanted].map(englishFile).filter((file) => file in bundle)
  return [...new Set([...wanted, ...english])]
}
