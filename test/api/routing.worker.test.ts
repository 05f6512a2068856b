import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, problemFaults } from './oracle.ts'
import { openWorld, type World } from './world.ts'

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

describe('An address', () => {
  const codeOf = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const { status, body, text, headers: said } = await ask(path, { method, headers })
    if (status >= 400 && method !== 'HEAD') {
      expect(problemFaults(status, body, text, said), path).toEqual([])
    }
    return status
  }

  it.each([
    ['HEAD', '/api/products', 200],
    ['HEAD', '/api/nothing', 404],
    ['PUT', '/api/products', 405],
    ['DELETE', '/api/products', 405],
    ['POST', '/api/health', 405],
    ['GET', '/api/auth/login', 405],
    ['GET', '/api/cart/lines/cln_1', 405],
    ['PROPFIND', '/api/products', 405],
    ['QUERY', '/api/products', 405],
    ['PUT', '/api/nothing', 404],
    ['GET', '/api', 404],
    ['GET', '/api/', 404],
    ['GET', '/', 404],
    ['GET', '/api/products/', 404],
    ['GET', '/api//products', 404],
    ['GET', '/API/products', 404],
    ['GET', '/api/Products', 404],
    ['GET', '/api/%70roducts', 200],
    ['GET', '/api%2Fproducts', 404],
    ['GET', '/api/products%2F..%2Fme', 404],
    ['GET', '/api/products/..%2F..%2Fme', 400],
    ['GET', '/api/products;x=1', 404],
    ['GET', '/api/products?', 200],
    ['GET', '/api/products?limit=%', 400],
    ['GET', '/api/products/%', 400],
    ['GET', '/api/products/%FF%FE', 400],
    ['GET', `/api/products/${'a'.repeat(8000)}`, 400],
    ['GET', `/api/products?${'a=1&'.repeat(3000)}`, 200],
    ['GET', '/.env', 404],
    ['GET', '/api/.git/config', 404],
    ['GET', '/media/..%2f..%2fetc%2fpasswd', 404],
    ['GET', '/media/%2e%2e/x', 404],
    ['GET', '/api/docs/..%2f..%2fwrangler.toml', 404],
    ['GET', '/cdn-cgi/handler/scheduled', 404],
  ])('%s %.60s answers %i', async (method, path, expected) => {
    expect(await codeOf(method, path)).toBe(expected)
  })

  it('says with a 405 which methods it takes', async () => {
    const answer = await ask('/api/me/addresses/adr_1', { method: 'GET' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'PATCH, DELETE'])
  })

  it('of a percent-encoded or doubled path is not a way around who may call it', async () => {
    for (const path of ['/api/%6De', '/api/me?x=/api/health', '/api/./me', '/api/health/../me']) {
      expect([path, await codeOf('GET', path)]).toEqual([path, 401])
    }
  })

  it('ignores headers that would make one method or path another', async () => {
    const { token, addressId } = world.shopper
    const authorization = `Bearer ${token}`
    const before = await world.count()
    const overrides: Record<string, string>[] = [
      { 'x-http-method-override': 'DELETE' },
      { 'x-http-method': 'DELETE' },
      { 'x-method-override': 'DELETE' },
    ]
    for (const override of overrides) {
      const path = `/api/me/addresses/${addressId}?_method=DELETE`
      expect(await codeOf('POST', path, { authorization, ...override })).toBe(405)
      expect(await codeOf('GET', '/api/me/addresses', { authorization, ...override })).toBe(200)
    }
    const rewrites = ['x-original-url', 'x-rewrite-url', 'x-forwarded-prefix', 'x-forwarded-path']
    for (const name of rewrites) {
      expect(await codeOf('GET', '/api/me', { [name]: '/api/health' })).toBe(401)
    }
    expect(await world.count()).toEqual(before)
  })

  it('K2: of a list answers the same whatever unkeyed headers say', async () => {
    const plain = await get('/api/products')
    const odd: Record<string, string>[] = [
      { 'x-forwarded-host': 'evil.example' },
      { 'x-forwarded-proto': 'http' },
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-talat-client-address': '203.0.113.9' },
      { forwarded: 'host=evil.example' },
      { cookie: 'a=1; __proto__=x' },
      { cookie: `${'a=1; '.repeat(500)}` },
      { range: 'bytes=0-1' },
      { 'if-none-match': '*' },
      { te: 'trailers', 'accept-encoding': 'x' },
      { accept: 'text/html' },
      { 'user-agent': '() { :; }; echo' },
      { 'content-type': 'text/html' },
    ]
    for (const headers of odd) {
      const answer = await get('/api/products', headers)
      expect([headers, answer.status, answer.text]).toEqual([headers, 200, plain.text])
    }
  })
})

describe('A header of other letters than ASCII', () => {
  it.each(['authorization', 'x-cart-token', 'x-order-token', 'idempotency-key'])(
    'is refused as %s, not tripped over',
    async (name) => {
      for (const text of ['é', 'กขค'.repeat(20), '\ufffd', `${'a'.repeat(42)}é`]) {
        const headers = { 'idempotency-key': 'key-12345678', [name]: text }
        const answer = await ask('/api/orders/ord_1/cancel', { method: 'POST', headers })
        // A cart's token means nothing to an order, which is unknown.
        const expected = name === 'authorization' ? 401 : name === 'x-cart-token' ? [400, 404] : 400
        expect([expected].flat()).toContain(answer.status)
      }
    },
  )
})
