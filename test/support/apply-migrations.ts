import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll } from 'vitest'

await applyD1Migrations(env.DB, env.D1_MIGRATIONS)

// What sockets and objects still have to say to each other is said before a file's isolate ends.
afterAll(async () => await new Promise((resolve) => setTimeout(resolve, 100)))
