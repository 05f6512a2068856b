import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#src/database/open.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { openMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'

describe('Public reads of the API', () => {
  // Tests see every change at once; this one asks for what everybody else gets.
  const config = { kind: 'd1', binding: env.DB } as const
  const market = openMarket(config, {}, { ENVIRONMENT: 'development' })
  const db = openDatabase(config)
  let slug = ''
  let token = ''

  beforeAll(async () => {
    const shop = await makeShop(db)
    slug = (await makeProduct(db, shop)).slug
    token = (await makeShopper(market)).token
  })
  afterAll(async () => {
    await market.rest()
    market.close()
  })

  const from = async (path: string, options: Parameters<typeof market.call>[2] = {}) => {
    const { status, headers } = await market.call('GET', path, options)
    return [status, headers.get('x-cache'), headers.get('cache-control')]
  }
  const FOR_ALL = 'public, max-age=0, must-revalidate'

  it('are made once and given to everybody who asks alike', async () => {
    expect(await from(`/products/${slug}`)).toEqual([200, 'miss', FOR_ALL])
    expect(await from(`/products/${slug}`)).toEqual([200, 'memory', FOR_ALL])
    expect(await from('/categories')).toEqual([200, 'miss', FOR_ALL])
    await market.rest()
    expect(await from('/categories')).toEqual([200, 'memory', FOR_ALL])
  })

  it('are kept by language and by query, whichever order that is written in', async () => {
    const english = { headers: { 'accept-language': 'en' } }
    expect((await from(`/products/${slug}`, english))[1]).toBe('miss')
    expect((await from('/products?sort=rating&limit=5'))[1]).toBe('miss')
    expect((await from('/products?limit=5&sort=rating'))[1]).toBe('memory')
    expect((await from('/products?limit=6&sort=rating'))[1]).toBe('miss')
  })

  it('carry a request id of their own and whatever the asking page may see', async () => {
    const ask = async () => await market.call('GET', `/products/${slug}`)
    const [one, two] = [await ask(), await ask()]
    expect(one.body).toEqual(two.body)
    expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'))
    expect(two.headers.get('vary')).toBe('Accept-Language, Authorization')
    expect(two.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('are made for whoever brings a token, and refused for one that is not valid', async () => {
    await from(`/products/${slug}`)
    const PRIVATE = 'private, no-store'
    expect(await from(`/products/${slug}`, { token })).toEqual([200, null, PRIVATE])
    expect(await from(`/products/${slug}`, { token: 'x.y.z' })).toEqual([401, null, PRIVATE])
  })

  it('are not kept when they failed', async () => {
    for (const path of ['/products/no-such-thing', '/products?limit=1000', '/products?cursor=x']) {
      expect((await from(path))[1]).toBeNull()
      expect((await from(path))[1]).toBeNull()
    }
  })

  it('are all that is kept: nothing of a cart, an order or an account is', async () => {
    for (const path of ['/cart', '/me', '/orders', '/health', '/me/addresses']) {
      const [, kept, control] = await from(path, { token })
      expect([kept, control]).toEqual([null, 'private, no-store'])
    }
    expect((await from('/cart'))[1]).toBeNull()
  })
})
