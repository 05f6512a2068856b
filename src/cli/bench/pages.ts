import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildAll } from '../build.ts'
import { ROOT } from '../paths.ts'
import { runToEnd } from '../processes.ts'
import type { Settings } from '../settings.ts'
import { wrangler } from '../wrangler.ts'
import type { Operation, World } from './operations.ts'

/** More product pages than an isolate keeps, so that each is asked of the data centre's cache. */
const MORE_THAN_MEMORY = { lists: 100, products: 150 }

/** The storefront's server as Pages would run it: its functions in one Worker. */
export async function bundlePages(settings: Settings, folder: string): Promise<string> {
  await buildAll()
  const { compatibility_date: date, flags } = pagesConfig()
  const outdir = path.join(folder, 'pages')
  const args = ['pages', 'functions', 'build', '--cwd', 'app', '--outdir', outdir, '--minify']
  args.push(
    '--compatibility-date',
    date,
    ...flags.flatMap((flag) => ['--compatibility-flag', flag]),
  )
  await runToEnd(wrangler(settings, 'Bench pages', args))
  const file = path.join(outdir, 'index.js')
  if (!existsSync(file)) throw new Error(`wrangler left no ${file}`)
  return file
}

function pagesConfig() {
  const text = readFileSync(path.join(ROOT, 'app/wrangler.toml'), 'utf8')
  const date = /^compatibility_date = "([\d-]+)"/m.exec(text)?.[1] ?? ''
  const flags = /^compatibility_flags = \[(.*)\]/m.exec(text)?.[1] ?? ''
  return {
    compatibility_date: date,
    flags: [...flags.matchAll(/"(\w+)"/g)].map(([, flag = '']) => flag),
  }
}

/** What a visitor without a session asks for most, from the isolate and from the Cache API. */
export function pageOperations({ products, categories }: World): Operation[] {
  const read = (name: string, paths: string[], more: Partial<Operation> = {}): Operation => ({
    name,
    worker: 'storefront',
    repeat: true,
    requests: paths.map((path) => ({ method: 'GET', path })),
    ...more,
  })
  const slug = products[0]?.slug ?? ''
  const lists = categories
    .slice(0, 10)
    .flatMap(({ slug }) =>
      Array.from({ length: MORE_THAN_MEMORY.lists / 10 }, (_, n) => `/c/${slug}?min=${n + 1}`),
    )
  const details = products
    .slice(0, MORE_THAN_MEMORY.products)
    .map((product) => `/p/${product.slug}`)
  return [
    read('home page, isolate memory', ['/']),
    read('list page, isolate memory', ['/c/all']),
    read('product page, isolate memory', [`/p/${slug}`]),
    read('list pages, Cache API', lists, { askFirst: true }),
    read('product pages, Cache API', details, { askFirst: true }),
  ]
}
