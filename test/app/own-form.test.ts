import { describe, expect, it } from 'vitest'
import type { Api } from '../../app/api.server.ts'
import { createStorefront } from '../../app/load-context.ts'
import { isForm } from '../../app/security.server.ts'
import { changeCart } from '../../app/storefront/cart-action.server.ts'

/** Where the API is asked for what stands in an address or a form. */
async function askedFor(call: (api: Api) => Promise<unknown>): Promise<string> {
  let asked = ''
  const fetch = async (input: string | Request) => {
    asked = new URL(String(input)).pathname
    return Response.json({ code: 'not_found' }, { status: 404 })
  }
  const gate = { check: () => Promise.reject(new Error('not called')), fetch }
  const { api } = createStorefront(new Request('https://talat.example/'), {
    API: gate,
    SESSION: gate,
  })
  await call(api).catch(() => undefined)
  return asked
}

describe('What a visitor writes into an address or a form', () => {
  it.each(['..', '.', '../me', '..%2fme', '../../me/addresses/adr_1', 'a?x=1', 'a#b', 'a/../b'])(
    '%j is one part of one address of the API, and never another address',
    async (text) => {
      expect(await askedFor((api) => api.products.read(text))).toMatch(/^\/api\/products\/[^/]+$/)
      expect(await askedFor((api) => api.cart.remove(text))).toMatch(/^\/api\/cart\/lines\/[^/]+$/)
      expect(await askedFor((api) => api.addresses.remove(text))).toMatch(
        /^\/api\/me\/addresses\/[^/]+$/,
      )
      expect(await askedFor((api) => api.orders.read(text, 'g'))).toMatch(/^\/api\/orders\/[^/]+$/)
    },
  )

  it('finds a name in Thai as it is', async () => {
    const asked = await askedFor((api) => api.products.read('ทองม้วน'))
    expect(decodeURIComponent(asked)).toBe('/api/products/ทองม้วน')
  })
})

describe('A form', () => {
  const sent = (type: string, body: string | null = 'a=1') =>
    isForm(
      new Request('https://talat.example/cart', {
        method: 'POST',
        body,
        headers: type === '' ? {} : { 'content-type': type },
      }),
    )

  it.each([
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded;charset=UTF-8',
    'multipart/form-data; boundary=----x',
  ])('is what %j sends', (type) => {
    expect(sent(type)).toBe(true)
  })

  it.each(['application/json', 'text/plain', 'multipart/form-data', 'application/x-www-form'])(
    'is not what %j sends',
    (type) => {
      expect(sent(type)).toBe(false)
    },
  )

  it('may be empty', () => {
    expect(sent('', null)).toBe(true)
  })
})

describe('A form of the basket', () => {
  function basket(answer: () => Promise<never>) {
    let calls = 0
    const call = async () => {
      calls += 1
      return await answer()
    }
    const api = { add: call, remove: call, setQuantity: call } as unknown as Api['cart']
    return { api, calls: () => calls }
  }
  const refused = (status: number, code: string) => async (): Promise<never> => {
    throw Response.json({ status, code, requestId: 'r' }, { status })
  }
  const linesOf = (count: number) => {
    const form = new FormData()
    form.set('intent', 'remove')
    for (let n = 0; n < count; n += 1) form.append('lineId', `lin_${n}`)
    return form
  }

  it('with more things than a basket holds asks the API for nothing', async () => {
    const { api, calls } = basket(refused(404, 'not_found'))
    expect(await changeCart(api, linesOf(101))).toMatchObject({
      ok: false,
      problem: { code: 'validation_failed' },
    })
    expect(calls()).toBe(0)
  })

  it('stops asking when the API says that it is too much', async () => {
    const { api, calls } = basket(refused(429, 'rate_limited'))
    expect(await changeCart(api, linesOf(50))).toMatchObject({
      ok: false,
      problem: { code: 'rate_limited' },
    })
    expect(calls()).toBe(1)
  })
})
