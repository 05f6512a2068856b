import { runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sha256 } from '#src/common/id.ts'
import type { RateLimit } from '../durable-objects/rate-limit.ts'

type Door = { fetch(request: Request): Promise<Response> }
const doors = exports as unknown as { default: Door; SessionGate: Door }

const TIRED = '203.0.113.9'

/** The counter of an address that has no auth call left in this minute. */
async function useUp(address: string): Promise<void> {
  const counter = env.RATE_LIMITS.get(env.RATE_LIMITS.idFromName(`auth:${await sha256(address)}`))
  await runInDurableObject(
    counter as unknown as DurableObjectStub<RateLimit>,
    async (object, state) => {
      const limit = Number(env.AUTH_CALLS_PER_MINUTE)
      for (let n = 0; n < limit; n += 1) {
        state.storage.sql.exec('INSERT INTO tries (at) VALUES (?)', Date.now())
      }
      expect((await object.take(limit, 60_000)).allowed).toBe(false)
    },
  )
}

const login = (host: string, headers: Record<string, string>) =>
  new Request(`http://${host}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email: 'nobody@example.test', password: 'ปลาทูแม่กลอง' }),
  })

describe('The address that a call is limited by', () => {
  beforeEach(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
    await useUp(TIRED)
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('is the shopper’s, where a server-rendered page names it at its own door', async () => {
    const call = login('api.internal', { 'x-talat-client-address': TIRED })
    expect((await doors.SessionGate.fetch(call)).status).toBe(429)
    const other = login('api.internal', { 'x-talat-client-address': '203.0.113.10' })
    expect((await doors.SessionGate.fetch(other)).status).toBe(401)
  })

  it.each(['api.internal', 'talat.example', '127.0.0.1:8787'])(
    'is not for a caller from outside to choose, even one who calls us %s',
    async (host) => {
      const named = { 'x-talat-client-address': TIRED, 'cf-connecting-ip': '203.0.113.11' }
      expect((await doors.default.fetch(login(host, named))).status).toBe(401)
      const hiding = { 'x-talat-client-address': '203.0.113.12', 'cf-connecting-ip': TIRED }
      expect((await doors.default.fetch(login(host, hiding))).status).toBe(429)
    },
  )
})
