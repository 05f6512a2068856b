import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { VARIABLES } from '#src/config/env.ts'
import { productionVariables } from '#test/support/test-variables.ts'
import { checkValues } from '../../src/cli/deploy/values.ts'
import { requiredNames } from '../../src/cli/secrets.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
/** Of the example: set, or offered behind a `#`. */
const namesOf = (text: string) =>
  [...text.matchAll(/^#?\s?([A-Z][A-Z_]+)\s?=/gm)].map(([, name = '']) => name)

const { ENVIRONMENT, DATABASE, PUBLIC_ORIGIN, ...SECRETS } = productionVariables
const PRODUCTION = { ENVIRONMENT, DATABASE, PUBLIC_ORIGIN }

describe('The example of secrets', () => {
  it('and the variables of wrangler.toml name everything that is read, and nothing else', () => {
    const named = new Set([
      ...namesOf(read('.dev.vars.example')),
      ...namesOf(read('wrangler.toml').split('[assets]')[0] ?? ''),
    ])
    expect([...named].sort()).toEqual([...VARIABLES].sort())
  })

  it('calls required what the Worker refuses to run without', async () => {
    for (const name of requiredNames()) {
      const said = await verdict({ [name]: undefined })
      expect(said, name).toContain(name)
    }
    expect(await verdict({})).toBe('')
  })

  it('a rehearsal refuses the simulator’s keys, as the Worker would', async () => {
    expect(await verdict({ STRIPE_SECRET_KEY: 'sk_sim_talat' })).toMatch(/simulator/)
  })
})

/** What the Worker would say to a file of good secrets with some of them changed. */
async function verdict(changed: Record<string, string | undefined>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'secrets-'))
  const secrets: Record<string, string | undefined> = {
    ...SECRETS,
    SESSION_KEY: `'${SECRETS.SESSION_KEY}'`,
    ...changed,
  }
  const lines = Object.entries(secrets).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  )
  try {
    const file = path.join(folder, 'secrets')
    await writeFile(file, lines.join('\n'))
    return checkValues(file, PRODUCTION)
      .map(({ mend }) => mend)
      .join(' ')
  } finally {
    await rm(folder, { recursive: true })
  }
}
