import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { unstable_readConfig as readWrangler } from 'wrangler'
import { named } from '../../src/cli/deploy/account.ts'
import { checkAccount, checkFiles, type WorkerConfig } from '../../src/cli/deploy/checklist.ts'
import { requiredNames } from '../../src/cli/secrets.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const ORIGIN = 'https://market.example.org'

const files = (env = '') => {
  const read = (file: string, of?: string): WorkerConfig => {
    const known = readWrangler({
      config: path.join(ROOT, file),
      ...(of === undefined ? {} : { env: of }),
    })
    return { ...known, vars: { ...known.vars, PUBLIC_ORIGIN: ORIGIN } }
  }
  return { api: read('wrangler.toml', env), pages: read('app/wrangler.toml') }
}
const missing = (found: { missing: string }[]) => found.map((one) => one.missing)

describe('The checklist of a deployment', () => {
  it('finds nothing wrong with the files once they name the operator’s own address', () => {
    const { api, pages } = files()
    expect(checkFiles(api, pages)).toEqual([])
  })

  it('names what an operator must fill in, and does not call it the project’s fault', () => {
    const { api, pages } = files('postgres')
    const untouched = (config: WorkerConfig) => ({
      ...config,
      vars: { ...config.vars, PUBLIC_ORIGIN: 'https://talat.example' },
    })
    const found = checkFiles(untouched(api), untouched(pages))
    expect(missing(found)).toEqual(['id of HYPERDRIVE', 'PUBLIC_ORIGIN'])
    expect(new Set(found.map(({ whose }) => whose))).toEqual(new Set(['operator']))
  })

  it.each([
    'DB',
    'CACHE',
    'FILES',
    'EVENTS',
    'ORDER_STATUS',
    'CHAT_ROOMS',
    'INBOXES',
    'STOCK_WATCH',
    'OPERATOR_FEED',
    'SEATS',
    'RATE_LIMITS',
    'FLASH_STOCK',
    'API_LIMIT',
  ])('names the binding %s when it is not bound, on either database', (name) => {
    for (const env of ['', 'postgres']) {
      const { api, pages } = files(env)
      const without = JSON.parse(
        JSON.stringify(api, (key, value) =>
          key !== '' && Array.isArray(value)
            ? value.filter((one) => one?.binding !== name && one?.name !== name)
            : value,
        ),
      )
      expect(missing(checkFiles(without, pages))).toContain(`binding ${name}`)
    }
  })

  it.each([
    ['http://market.example.org'],
    ['market.example.org'],
    ['https://talat.example'],
    [undefined],
  ])('does not take %s for the address of a market', (origin) => {
    const { api, pages } = files()
    const vars = { ...api.vars, PUBLIC_ORIGIN: origin }
    expect(missing(checkFiles({ ...api, vars }, { ...pages, vars }))).toContain('PUBLIC_ORIGIN')
  })

  it('sees that the storefront names another market, or asks another Worker', () => {
    const { api, pages } = files()
    expect(missing(checkFiles(api, { ...pages, vars: {} }))).toEqual(['one PUBLIC_ORIGIN for both'])
    const services = [{ binding: 'API', service: 'another' }]
    expect(missing(checkFiles(api, { ...pages, services }))).toEqual([
      'service API of the storefront',
      'service SESSION of the storefront',
    ])
  })

  it('names each secret, queue, database and project that an empty account lacks, with what to run', () => {
    const { api, pages } = files()
    const empty = { databases: [], queues: [], secrets: [], pagesProjects: [] }
    const found = checkAccount(api, pages, empty, requiredNames())
    expect(missing(found)).toEqual([
      'database talat',
      'queue talat-events',
      'queue talat-dead-letters',
      ...requiredNames().map((name) => `secret ${name}`),
      'Pages project talat-storefront',
    ])
    expect(found.map(({ mend }) => mend)).toContain(
      'npx wrangler secret put SESSION_KEY --name talat-api',
    )
  })

  it('asks nothing of an account that has it all', () => {
    const { api, pages } = files()
    const account = {
      databases: ['talat'],
      queues: ['talat-events', 'talat-dead-letters'],
      secrets: requiredNames(),
      pagesProjects: ['talat-storefront'],
    }
    expect(checkAccount(api, pages, account, requiredNames())).toEqual([])
  })

  it('reads the lists that wrangler prints, with and without words before them', () => {
    expect(named('[{"name":"A","type":"secret_text"}]', 'name')).toEqual(['A'])
    expect(
      named('Resource location: remote\n[\n{"Project Name":"shop"}\n]', 'Project Name'),
    ).toEqual(['shop'])
    expect(named('nothing here', 'name')).toEqual([])
  })
})
