import { describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring } from '#test/support/parcels.ts'
import { placeAt, stallOf } from '#test/support/payer.ts'
import { checkoutBody, fillCart, makeShopper } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

const PAYMENT = { provider: 'stripe', method: 'card' }

describeEachMarket('A request that moves money or stock', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  /** A placed order of the stall's shopper, and every route that moves it. */
  const routes = async () => {
    const [market, { shopper, shop }] = [theMarket(), await stall()]
    const { groupId, orderId } = await placeAt(market, await stall())
    const orders = { path: '/orders', body: checkoutBody(shopper, [shop]), wrong: { payment: 1 } }
    const pay = { path: `/order-groups/${groupId}/payments`, body: PAYMENT, wrong: {} }
    const cancel = { path: `/orders/${orderId}/cancel`, body: undefined, wrong: undefined }
    const { orderId: parcelId } = await parcel()
    const received = { ...cancel, path: `/orders/${parcelId}/received` }
    return { groupId, orderId, orders, pay, cancel, received, token: shopper.token }
  }

  const parcel = async () => {
    const placed = await placeAt(theMarket(), await stall(), 'card')
    await theMarket().control(`/payment_intents/${placed.intent}/approve`)
    await theMarket().deliver()
    await bring(theMarket(), placed, 'shipped')
    return placed
  }

  it.each(['orders', 'pay', 'cancel', 'received'] as const)(
    'needs a key: %s is 400 without one, and with one that is none (I2)',
    async (name) => {
      const market = theMarket()
      const all = await routes()
      const { path, body } = all[name]
      const { token, groupId } = all
      const missing = await market.call('POST', path, { token, body })
      expect([missing.status, missing.body.code]).toEqual([400, 'idempotency_key_missing'])
      for (const key of ['1234567', 'x'.repeat(256), 'with spaces', 'tab\there']) {
        const invalid = await market.call('POST', path, { token, body, key })
        expect([invalid.status, invalid.body.code], key).toEqual([400, 'idempotency_key_invalid'])
      }
      const { group, attempts } = await expectSound(open(), market, groupId)
      expect([group.version, attempts.length]).toEqual([1, 1])
    },
  )

  it.each(['pay', 'cancel', 'received', 'orders'] as const)(
    'is asked in one order: %s says 401, then 400, then 404, then 422',
    async (name) => {
      const market = theMarket()
      const all = await routes()
      const { path, body, wrong } = all[name]
      const stranger = await makeShopper(market)
      const key = newId('req')
      const wrongKey = { ...(wrong === undefined ? {} : { body: wrong }) }
      const refused = await market.call('POST', path, { token: 'no.such.token', ...wrongKey })
      expect(refused.status).toBe(401)
      expect((await market.call('POST', path, { token: all.token, ...wrongKey })).status).toBe(400)
      // The key is in use by its owner for something else on this very route.
      const used =
        name === 'orders'
          ? undefined
          : await market.call('POST', path, { token: all.token, body, key })
      if (used !== undefined) expect([200, 201]).toContain(used.status)
      const foreign = name === 'orders' ? '/orders/ord_nobodys/cancel' : path
      const unseen = await market.call('POST', foreign, { token: stranger.token, body, key })
      expect([unseen.status, unseen.body.code]).toEqual([404, 'not_found'])
      if (name === 'pay') {
        const other = { ...PAYMENT, method: 'promptpay' }
        const reused = await market.call('POST', path, { token: all.token, body: other, key })
        expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_key_reused'])
      }
      await market.rest()
    },
  )

  it('with a used key and an address that is not there is 404, with one that is there 422', async () => {
    const [market, { shopper, shop, cloth }] = [theMarket(), await stall()]
    const { token } = shopper
    const key = newId('req')
    await fillCart(market, token, [{ product: cloth, shop }])
    const body = checkoutBody(shopper, [shop])
    const placed = await market.call('POST', '/orders', { token, key, body })
    expect(placed.status).toBe(201)
    const unknown = { ...body, addressId: newId('adr') }
    const absent = await market.call('POST', '/orders', { token, key, body: unknown })
    expect(absent.status).toBe(404)
    const other = { ...body, payment: PAYMENT }
    const reused = await market.call('POST', '/orders', { token, key, body: other })
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_key_reused'])
    const same = await market.call('POST', '/orders', { token, key, body: { ...body } })
    expect([same.status, same.body]).toEqual([201, placed.body])
    const { payment, shipping, addressId } = body
    const turned = {
      payment: { method: payment.method, provider: payment.provider },
      shipping,
      addressId,
    }
    const reordered = await market.call('POST', '/orders', { token, key, body: turned })
    expect([reordered.status, reordered.body]).toEqual([201, placed.body])
  })

  it('shows nothing to another account or guest that uses the same key (I3)', async () => {
    const [market, { shopper, shop, cloth }] = [theMarket(), await stall()]
    const key = newId('req')
    const others = [await makeShopper(market), await makeShopper(market)]
    const answers = []
    for (const buyer of [shopper, ...others]) {
      await fillCart(market, buyer.token, [{ product: cloth, shop }])
      const body = checkoutBody(buyer, [shop])
      answers.push(await market.call('POST', '/orders', { token: buyer.token, key, body }))
    }
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.orderGroup.id)).size).toBe(3)
    const guest = await market.call('POST', '/orders', {
      key,
      body: checkoutBody({ addressId: shopper.addressId }, [shop]),
    })
    expect(guest.status).toBe(404)
    expect(JSON.stringify(guest.body)).not.toContain('grp_')
  })

  it('of a guest is the same whether an order’s token comes along or not', async () => {
    const [market, { shop, cloth }] = [theMarket(), await stall()]
    const { cartToken } = (await market.call('GET', '/cart')).body
    const line = { variantId: cloth.variantId, quantity: 1 }
    await market.call('POST', '/cart/lines', { cartToken, body: line })
    const { addressId: _, ...rest } = checkoutBody({ addressId: '' }, [shop])
    const body = {
      ...rest,
      contact: { email: 'guest@example.test', phone: '0812345678' },
      address: {
        recipient: 'มะลิ ใจดี',
        phone: '0812345678',
        line1: '1 ถนนสุเทพ',
        subdistrict: 'สุเทพ',
        district: 'เมืองเชียงใหม่',
        province: 'เชียงใหม่',
        postcode: '50200',
      },
    }
    const key = newId('req')
    const first = await market.call('POST', '/orders', { cartToken, key, body })
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    const { orderToken } = first.body
    const again = await market.call('POST', '/orders', { cartToken, orderToken, key, body })
    expect([again.status, again.body]).toEqual([201, first.body])
  })

  describe('and was answered', () => {
    it('says the same again after the order has moved on', async () => {
      const market = theMarket()
      const { orderId, token, groupId } = await routes()
      const key = newId('req')
      const pay = async () =>
        await market.call('POST', `/order-groups/${groupId}/payments`, {
          token,
          key,
          body: PAYMENT,
        })
      const cancel = async () =>
        await market.call('POST', `/orders/${orderId}/cancel`, { token, key })
      const paid = await pay()
      await market.rest()
      const ended = await cancel()
      expect([paid.status, ended.status]).toEqual([201, 200])
      expect(ended.body.status).toBe('cancelled')
      expect((await pay()).body).toEqual(paid.body)
      expect((await cancel()).body).toEqual(ended.body)
      await market.rest()
      const { group } = await expectSound(open(), market, groupId)
      expect(group.paymentStatus).toBe('cancelled')
    })
  })
})
