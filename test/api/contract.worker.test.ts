import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { EXAMPLES } from './examples.ts'
import { asRequest, operationsOf, readDocument } from './open-document.ts'
import { answered } from './oracle.ts'
import { openWorld, type World } from './world.ts'

const operations = operationsOf(await readDocument({ ...env }))
const PARTNER = 'https://partner.example'
const MINUTE = 60_000

let world: World
beforeAll(async () => {
  world = await openWorld('d1')
}, MINUTE)
afterAll(async () => await world.close())

const ask = async (path: string, init: RequestInit = {}) =>
  await answered(world.market.request(path, init))
const get = async (path: string, headers: Record<string, string> = {}) =>
  await ask(path, { headers })

describe('Every answer', () => {
  it('carries the headers that keep a browser safe, whatever was asked', async () => {
    const product = `/api/products/${world.product.slug}`
    const authorization = `Bearer ${world.shopper.token}`
    const asked = [
      await get('/api/health'),
      await get(product),
      await get('/api/me'),
      await get('/api/me', { authorization }),
      await get('/api/nothing'),
      await get('/nothing'),
      await get('/api/openapi.json'),
      await get('/media/no/such.webp'),
      await ask('/api/auth/login', { method: 'POST', body: '{' }),
      await ask('/api/products', { method: 'PUT' }),
      await ask('/api/products', { method: 'OPTIONS', headers: { origin: PARTNER } }),
      await ask(product, { method: 'HEAD' }),
    ]
    for (const { headers } of asked) {
      expect(headers.get('strict-transport-security')).toMatch(/max-age=63072000; incl/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-anc/)
      expect(headers.get('x-request-id')).toMatch(/^req_/)
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  it(
    'K1: of an operation is nobody else’s to keep, and never cacheable with a cookie',
    async () => {
      const shared: string[] = []
      for (const operation of operations) {
        const sent = await EXAMPLES[operation.key]?.[0]?.make(world)
        if (sent === undefined) continue
        const browser = { ...sent, headers: { ...sent.headers, 'X-Client-Type': 'browser' } }
        const { headers } = await answered(world.market.fetch(asRequest(operation, browser)))
        const kept = headers.get('cache-control') ?? ''
        if (!/no-store/.test(kept)) shared.push(operation.key)
        if (headers.getSetCookie().length > 0) expect(kept, operation.key).toMatch(/no-store/)
      }
      expect(shared).toEqual(['GET /api/auth/jwks.json'])
    },
    MINUTE,
  )

  it('that fails is never cacheable, even of a path whose success is', async () => {
    for (const path of ['/media/none.webp', '/api/docs/none.js', '/api/auth/jwks.json/x']) {
      const answer = await get(path)
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([
        path,
        404,
        'private, no-store',
      ])
    }
  })

  it('echoes a request id that is one, and mints one for any other', async () => {
    const own = 'abcd-1234_EFGH'
    expect((await get('/api/health', { 'x-request-id': own })).headers.get('x-request-id')).toBe(
      own,
    )
    for (const odd of [
      '',
      'short',
      'a'.repeat(65),
      'a b c d e f g',
      '<script>12345',
      'é'.repeat(9),
    ]) {
      const answer = await get('/api/nothing', { 'x-request-id': odd })
      expect(answer.headers.get('x-request-id')).toMatch(/^req_\w{26}$/)
      expect((answer.body as { requestId: string }).requestId).toBe(
        answer.headers.get('x-request-id'),
      )
    }
  })

  it.each([
    ['', 'th'],
    ['th', 'th'],
    ['en', 'en'],
    ['EN', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['en-US', 'en'],
    ['de, EN-us;q=0.4, th-TH;q=0.2', 'en'],
    ['th-TH,th;q=0.9,en;q=0.8', 'th'],
    ['en;q=0.1, th;q=0.9', 'th'],
    ['en;q=0', 'th'],
    ['de', 'th'],
    ['*', 'th'],
    ['zh-CN, en;q=0.5', 'en'],
    [';;;,,,q=', 'th'],
    ['en;q=abc', 'en'],
    [`${'x-y,'.repeat(2000)}en`, 'en'],
    ["en'; DROP TABLE users", 'th'],
  ])('speaks to Accept-Language %j in %s', async (language, expected) => {
    const answer = await get(`/api/products/${world.product.slug}`, { 'accept-language': language })
    const { title } = answer.body as { title: string }
    expect(title).toBe(expected === 'en' ? 'ผ้าทอ (en)' : 'ผ้าทอ')
  })
})

describe('Another origin', () => {
  const preflight = async (origin: string, headers: Record<string, string> = {}) =>
    await ask('/api/cart/lines', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', ...headers },
    })

  it('that is named may call, without cookies', async () => {
    const asked = await preflight(PARTNER, { 'access-control-request-headers': 'x-cart-token' })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(PARTNER)
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/x-cart-token/)
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    expect(asked.headers.get('vary')).toMatch(/origin/i)
    const simple = await get('/api/products', { origin: PARTNER })
    expect(simple.headers.get('access-control-allow-origin')).toBe(PARTNER)
    expect(simple.headers.get('vary')).toMatch(/origin/i)
    const refused = await get('/api/me', { origin: PARTNER })
    expect(refused.headers.get('access-control-allow-origin')).toBe(PARTNER)
  })

  it.each([
    'https://evil.example',
    'https://partner.example.evil.example',
    'https://evilpartner.example',
    'http://partner.example',
    'https://partner.example:8443',
    'https://PARTNER.example',
    'null',
    '*',
    'https://partner.example, https://evil.example',
  ])('%s is not', async (origin) => {
    const answers = [await preflight(origin), await get('/api/products', { origin })]
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  })
})

describe('The reference page', () => {
  it('asks nobody else, and its files are of this API', async () => {
    const page = await get('/api/docs')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(page.text).not.toMatch(/(?:src|href|action)="?(?:https?:)?\/\//)
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';/)
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
    expect(files.length).toBeGreaterThanOrEqual(3)
    const stored = { fetch: async () => new Response('x') }
    world.market.bindings.ASSETS = stored as never
    for (const path of files) {
      const file = await get(path)
      expect([path, file.status]).toEqual([path, 200])
      expect(file.headers.get('content-type')).toMatch(/text\/(?:javascript|css); charset=utf-8/)
    }
  })

  it('has a policy of its own, and so has a stored file, which is never a page', async () => {
    const key = 'test/page.html'
    const page = '<script>alert(1)</script>'
    await env.FILES.put(key, page, { httpMetadata: { contentType: 'text/html' } })
    const { headers } = await get(`/media/${key}`)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.getSetCookie()).toEqual([])
  })

  it('is the same on a market with other goods: the document knows no data', async () => {
    const before = await get('/api/openapi.json')
    await makeProduct(world.db, await makeShop(world.db))
    expect((await get('/api/openapi.json')).text).toBe(before.text)
    expect(before.headers.get('cache-control')).toBe('public, max-age=60')
  })
})
