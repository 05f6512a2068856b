import type { D1Migration } from 'cloudflare:test'
import type { Hyperdrive } from '@cloudflare/workers-types'
import type { Env } from '../../src/config/env.ts'

declare global {
  namespace Cloudflare {
    /** What `import { env } from 'cloudflare:workers'` has in a test: both databases, always. */
    interface Env extends TestBindings {}
  }
}

type TestBindings = Env & {
  HYPERDRIVE: Hyperdrive
  D1_MIGRATIONS: D1Migration[]
  /** What `npm run simulate` was asked for, as JSON; empty in a test. */
  SIMULATE: string
}
