import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { allow, limitCalls } from '#src/auth/middleware.ts'
import { asProblem, problemResponse } from '#src/common/http/problem-response.ts'
import { createLog } from '#src/common/log.ts'
import { readConfig } from '#src/config/env.ts'
import type { HttpEnv, Principal } from '#src/config/http-env.ts'

type Given = {
  principal?: Principal
  tokenRefused?: boolean
  live?: boolean
  address?: string
  limit?: (key: string) => Promise<{ success: boolean }>
}

const shopper = { userId: 'usr_1', sessionId: 'ses_1', roles: [] }
const operator = { ...shopper, roles: ['operator'] }

function call(path: string, given: Given = {}, inTests = true) {
  const logged: string[] = []
  const app = new Hono<HttpEnv>()
    .use(async (c, next) => {
      c.set('config', readConfig(env))
      c.set(
        'log',
        createLog({}, (_, line) => logged.push(line)),
      )
      c.set('principal', given.principal ?? null)
      c.set('tokenRefused', given.tokenRefused ?? false)
      c.set('clientAddress', given.address ?? '203.0.113.7')
      c.set('sessionIsLive', async () => given.live ?? true)
      await next()
    })
    .use(limitCalls({ inTests }))
    .onError((error, c) => {
      const problem = asProblem(error)
      if (problem === undefined) throw error
      return problemResponse(problem, c.var.requestId, 'en')
    })
    .get('/anyone', allow('anyone'), (c) => c.text('ok'))
    .get('/renewal', allow('anyone', { anyToken: true }), (c) => c.text('ok'))
    .get('/user', allow('user'), (c) => c.text('ok'))
    .get('/fresh', allow('user', { fresh: true }), (c) => c.text('ok'))
    .get('/guest-money', allow('anyone', { fresh: true }), (c) => c.text('ok'))
    .get('/operator', allow('operator'), (c) => c.text('ok'))
  const limit = given.limit ?? (async () => ({ success: true }))
  const bindings = { ...env, API_LIMIT: { limit: ({ key }: { key: string }) => limit(key) } }
  return { answer: app.request(path, {}, bindings), logged }
}

const status = async (path: string, given?: Given) => (await call(path, given).answer).status

describe('a route that declares who may call it', () => {
  it.each([
    ['/anyone', {}, 200],
    ['/anyone', { principal: shopper }, 200],
    ['/anyone', { tokenRefused: true }, 401],
    ['/renewal', { tokenRefused: true }, 200],
    ['/user', {}, 401],
    ['/user', { principal: shopper }, 200],
    ['/user', { tokenRefused: true }, 401],
    ['/user', { principal: shopper, live: false }, 200],
    ['/fresh', { principal: shopper }, 200],
    ['/fresh', { principal: shopper, live: false }, 401],
    ['/fresh', {}, 401],
    ['/guest-money', {}, 200],
    ['/guest-money', { principal: shopper, live: false }, 401],
    ['/operator', {}, 401],
    ['/operator', { principal: shopper }, 403],
    ['/operator', { principal: operator }, 200],
  ])('%s, asked by %j, answers %i', async (path, given, expected) => {
    expect(await status(path, given)).toBe(expected)
  })
})

describe('the limit on all calls', () => {
  it('counts a signed-in user as one, and a guest by network', async () => {
    const keys: string[] = []
    const limit = async (key: string) => ({ success: keys.push(key) > 0 })
    await status('/anyone', { limit, principal: shopper })
    await status('/anyone', { limit })
    await status('/anyone', { limit, address: '2001:db8::7' })
    expect(keys).toEqual(['usr_1', '203.0.113.7', '2001:db8:0:0::/64'])
  })

  it('refuses with when to come back', async () => {
    const { answer } = call('/anyone', { limit: async () => ({ success: false }) })
    expect([(await answer).status, (await answer).headers.get('retry-after')]).toEqual([429, '60'])
  })

  it('lets everyone through, and says so in the log, when it cannot count', async () => {
    const failing = async () => {
      throw new Error('no binding')
    }
    const { answer, logged } = call('/anyone', { limit: failing })
    expect((await answer).status).toBe(200)
    expect(logged.join()).toContain('limit.failed')
  })

  it('is out of the way of tests that do not ask for it', async () => {
    const { answer } = call('/anyone', { limit: async () => ({ success: false }) }, false)
    expect((await answer).status).toBe(200)
  })
})
