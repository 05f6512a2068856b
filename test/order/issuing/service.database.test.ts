import { expect, it } from 'vitest'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { fillCart, makeOperator, makeSeller, makeShopper } from '#test/support/shopper.ts'

const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
let made = 0
const terms = (some: object = {}) => {
  made += 1
  return {
    code: `SHOP${Date.now()}${made}`.slice(-20),
    titleTh: 'ลด 30 บาท',
    titleEn: '30 baht off',
    benefit: { type: 'fixed', amountSatang: 3000 },
    minimumSatang: 10_000,
    claimableFrom: at(-1),
    claimableUntil: at(24),
    usableFrom: at(-1),
    usableUntil: at(48),
    quota: 5,
    ...some,
  }
}

describeEachMarket('Giving vouchers', (theMarket, open) => {
  const stall = async () => {
    const [db, market] = [open(), theMarket()]
    const shop = await makeShop(db)
    const product = await makeProduct(db, shop, { priceSatang: 30_000 })
    const { token } = await makeSeller(market, db, shop.id)
    return { shop, product, token, path: `/seller/shops/${shop.id}/vouchers` }
  }
  it('a shop makes one, which takes its own goods down and is paid by it', async () => {
    const market = theMarket()
    const { shop, product, token, path } = await stall()
    const body = terms({ productIds: [product.id], listed: true })
    const given = await market.call('POST', path, { token, body })
    expect([given.status, given.body]).toMatchObject([
      201,
      { code: body.code, kind: 'shop', shopId: shop.id, shopPaysBp: 10_000, taken: 0 },
    ])
    const shopper = await makeShopper(market)
    await fillCart(market, shopper.token, [{ shop, product }])
    const quote = await market.call('POST', '/cart/quote', {
      token: shopper.token,
      body: { vouchers: [body.code] },
    })
    expect(quote.body.vouchers).toMatchObject([{ code: body.code, amountSatang: 3000 }])
    const listed = await market.call('GET', path, { token })
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([given.body.id])
  })

  it('a page at a time, the latest first, and no other shop’s', async () => {
    const market = theMarket()
    const [one, other] = [await stall(), await stall()]
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) {
      const given = await market.call('POST', one.path, { token: one.token, body: terms() })
      ids.unshift(given.body.id)
    }
    await market.call('POST', other.path, { token: other.token, body: terms() })
    const head = await market.call('GET', `${one.path}?limit=2`, { token: one.token })
    const rest = await market.call('GET', `${one.path}?cursor=${head.body.nextCursor}`, {
      token: one.token,
    })
    const all = [...head.body.items, ...rest.body.items].map(({ id }: { id: string }) => id)
    expect([all, rest.body.nextCursor]).toEqual([ids, null])
  })

  it('is refused with terms that make no sense, another’s product, or a code that is taken', async () => {
    const market = theMarket()
    const [one, other] = [await stall(), await stall()]
    const give = async (some: object) =>
      await market.call('POST', one.path, { token: one.token, body: terms(some) })
    const turned = await give({ usableUntil: at(-2) })
    expect([turned.status, turned.body.errors[0].path]).toEqual([400, 'usableUntil'])
    expect((await give({ benefit: { type: 'free_shipping', capSatang: null } })).status).toBe(400)
    expect((await give({ productIds: [other.product.id] })).status).toBe(404)
    for (const path of ['claimableFrom', 'usableFrom']) {
      const ancient = await give({ [path]: '0000-01-01T00:00:00Z' })
      expect([ancient.status, ancient.body.errors]).toMatchObject([
        400,
        [{ path, code: 'too_early' }],
      ])
    }
    const first = await give({})
    const again = await give({ code: first.body.code })
    expect([again.status, again.body.code]).toEqual([409, 'voucher_code_taken'])
  })

  it('gets more uses or an earlier end, never fewer or a later one', async () => {
    const market = theMarket()
    const { token, path } = await stall()
    const { id } = (await market.call('POST', path, { token, body: terms() })).body
    const change = async (body: object) =>
      await market.call('PATCH', `${path}/${id}`, { token, body })
    expect((await change({ quota: 9, listed: false })).body).toMatchObject({
      quota: 9,
      listed: false,
    })
    const less = await change({ quota: 8 })
    expect([less.status, less.body.code]).toEqual([409, 'voucher_promised'])
    expect((await change({ usableUntil: at(99) })).status).toBe(409)
    expect((await change({ usableUntil: at(1) })).status).toBe(200)
    const racers = await Promise.all([10, 11, 12].map((quota) => change({ quota })))
    const won = racers.filter(({ status }) => status === 200).map(({ body }) => body.quota)
    expect(racers.filter(({ status }) => status === 409)).toHaveLength(3 - won.length)
    const [kept] = (await market.call('GET', path, { token })).body.items
    // None that was told yes is lost but to a higher one.
    expect(kept.quota).toBe(Math.max(...won))
  })

  it('is for owner and manager; staff reads, and another shop’s is not there', async () => {
    const [db, market] = [open(), theMarket()]
    const [one, other] = [await stall(), await stall()]
    const staff = await makeSeller(market, db, one.shop.id, 'staff')
    const { id } = (await market.call('POST', other.path, { token: other.token, body: terms() }))
      .body
    const as = { token: staff.token }
    expect((await market.call('GET', one.path, as)).status).toBe(200)
    expect((await market.call('POST', one.path, { ...as, body: terms() })).status).toBe(403)
    const foreign = await market.call('PATCH', `${one.path}/${id}`, {
      token: one.token,
      body: { listed: false },
    })
    expect(foreign.status).toBe(404)
  })

  it.each([
    ['shop', 0],
    ['shop', 2500],
    ['platform', 0],
    ['shipping', 0],
  ])(
    'a %s voucher of which the shop pays %i bp is listed to it and not its to change',
    async (kind, shopPaysBp) => {
      const market = theMarket()
      const { shop, token, path } = await stall()
      const operator = await makeOperator(market, open())
      const { id } = (
        await market.call('POST', '/admin/vouchers', {
          token: operator.token,
          body: terms({ kind, shopId: shop.id, shopPaysBp }),
        })
      ).body
      for (const body of [{ quota: 10_000_000 }, { listed: false }, { usableUntil: at(1) }]) {
        const changed = await market.call('PATCH', `${path}/${id}`, { token, body })
        expect([changed.status, changed.body.code]).toEqual([404, 'not_found'])
      }
      const listed = await market.call('GET', path, { token })
      expect(listed.body.items).toMatchObject([{ id, quota: 5, listed: true }])
    },
  )

  it('the operator’s are for all shops, or for one that pays its share', async () => {
    const market = theMarket()
    const { shop, token: seller } = await stall()
    const { token } = await makeOperator(market, open())
    const give = async (some: object) =>
      await market.call('POST', '/admin/vouchers', { token, body: terms(some) })
    const whole = await give({ kind: 'platform' })
    expect([whole.status, whole.body.shopPaysBp, whole.body.shopId]).toEqual([201, 0, null])
    const shared = await give({ kind: 'shop', shopId: shop.id, shopPaysBp: 4000 })
    expect([shared.status, shared.body.shopPaysBp]).toEqual([201, 4000])
    expect((await give({ kind: 'platform', shopPaysBp: 1 })).status).toBe(400)
    expect((await give({ kind: 'shop' })).status).toBe(400)
    expect((await give({ kind: 'shop', shopId: 'shp_absent' })).status).toBe(404)
    const ended = await market.call('PATCH', `/admin/vouchers/${whole.body.id}`, {
      token,
      body: { usableUntil: at(1) },
    })
    expect(ended.status).toBe(200)
    const listed = await market.call('GET', '/admin/vouchers?limit=100', { token })
    expect(listed.body.items.some(({ id }: { id: string }) => id === whole.body.id)).toBe(true)
    const denied = await market.call('GET', '/admin/vouchers', { token: seller })
    expect([denied.status, denied.body.code]).toEqual([403, 'forbidden'])
    expect((await market.call('GET', '/admin/vouchers', {})).status).toBe(401)
  })
})
