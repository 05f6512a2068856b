import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const MODULES = ['user', 'product', 'order', 'chat']

const ROLES = ['routes.ts', 'schema.ts', 'service.ts', 'rules.ts', 'repository.ts']
/** Folders that hold adapters, each beside the port that all of them fulfil. */
const PORTS: Record<string, string> = { providers: 'provider.ts', carriers: 'carrier.ts' }
const LONGEST_FILE = 300

const files = (pattern: string) => globSync(pattern, { cwd: ROOT }).sort()
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const domain = MODULES.flatMap((module) => files(`src/${module}/**/*.ts`))

describe('the tree', () => {
  it('has only files with a role in each folder of the domain', () => {
    expect(domain.filter((file) => !hasRole(file))).toEqual([])
  })

  it('has a port beside each folder of adapters', () => {
    const folders = new Set(domain.map((file) => path.dirname(file)))
    const lonely = [...folders].filter((folder) => {
      const port = PORTS[path.basename(folder)]
      return port !== undefined && !domain.includes(path.join(path.dirname(folder), port))
    })
    expect(lonely).toEqual([])
  })

  it('has a test beside every decision and use case', () => {
    const tests = new Set(files('test/**/*.test.ts'))
    const untested = domain
      .filter((file) => /\/(rules|service)\.ts$/.test(file))
      .filter((file) => !mirrors(file).some((mirror) => tests.has(mirror)))
    expect(untested).toEqual([])
  })

  it('imports zod as a namespace, so that what is unused is left out of the bundle', () => {
    const named = files('{src,app,durable-objects,migrations,test}/**/*.{ts,tsx}').filter((file) =>
      /^import\s+(type\s+)?\{[^}]*\}\s+from\s+'zod'/m.test(read(file)),
    )
    expect(named).toEqual([])
  })

  it(`keeps every source file under ${LONGEST_FILE} lines`, () => {
    // The market's own words are data: a kind of goods is as long as what there is to say of it.
    const words = /^migrations\/(market\/(families\/|shops\.)|pictures\/objects\/)/
    const long = files('{src,app,durable-objects,migrations}/**/*.{ts,tsx,mjs}')
      .filter((file) => !words.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE)
    expect(long).toEqual([])
  })

  it('stands on the folders and files that the project is known by', () => {
    for (const name of ['src', 'app', 'durable-objects', 'migrations', 'test']) {
      expect(statSync(path.join(ROOT, name)).isDirectory(), name).toBe(true)
    }
    const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    const shared = ['auth', 'cache', 'cli', 'common', 'config', 'database', 'services']
    expect(folders.filter((name) => ![...MODULES, ...shared].includes(name))).toEqual([])
  })
})

function hasRole(file: string): boolean {
  const [, module, ...rest] = file.split('/')
  const name = path.basename(file)
  const folder = path.basename(path.dirname(file))
  if (folder in PORTS) return true
  if (ROLES.includes(name) || Object.values(PORTS).includes(name)) return true
  return name === 'index.ts' && module !== undefined && rest.length === 1
}

// test/order/cart/rules.test.ts for src/order/cart/rules.ts, in whichever project it runs.
function mirrors(file: string): string[] {
  const stem = file.replace(/^src\//, 'test/').replace(/\.ts$/, '')
  return [`${stem}.test.ts`, `${stem}.database.test.ts`, `${stem}.worker.test.ts`]
}
