import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { Problem } from '../../common/problem.ts'
import { type Env, readConfig } from '../../config/env.ts'
import type { Finding } from './checklist.ts'

/**
 * What the Worker itself would say to the secrets in a file, together with the variables it is
 * deployed with. The file is only read.
 */
export function checkValues(file: string, vars: Record<string, unknown>): Finding[] {
  const secrets = parseEnv(readFileSync(file, 'utf8'))
  // Bindings are checked by name elsewhere: here they only have to be there.
  const bindings = { DB: {}, HYPERDRIVE: { connectionString: 'postgres://checked.invalid/talat' } }
  try {
    readConfig({ ...bindings, ...vars, ...secrets } as unknown as Env)
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const mend = error.detail.detail ?? error.message
    return [{ whose: 'operator', missing: 'a configuration that works', mend }]
  }
}
