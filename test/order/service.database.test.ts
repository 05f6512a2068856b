import { describe, expect, it } from 'vitest'
import { newId, newSecret } from '#src/common/id.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAsGuest, placeAt, stallOf } from '#test/support/payer.ts'
import { makeShopper, order } from '#test/support/shopper.ts'

type Item = { id: string; status: string; placedAt: string }

describeEachMarket('Orders that were placed', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  it('are seen by their buyer, and by nobody else (Z5)', async () => {
    const market = theMarket()
    const { shopper } = await stall()
    const { groupId, orderId } = await placeAt(market, await stall())
    const guest = await placeAsGuest(market, await stall())
    const stranger = await makeShopper(market)
    const paths = [`/orders/${orderId}`, `/order-groups/${groupId}`]
    for (const path of paths) {
      expect((await market.call('GET', path, { token: shopper.token })).status).toBe(200)
      for (const who of [
        {},
        { token: stranger.token },
        { orderToken: guest.orderToken },
        { orderToken: newSecret() },
      ]) {
        const unseen = await market.call('GET', path, who)
        const absent = await market.call('GET', path.replace(/_.+$/, '_nobodys'), who)
        expect([unseen.status, unseen.body.code]).toEqual([404, 'not_found'])
        expect({ ...unseen.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' })
      }
    }
    const mine = await market.call('GET', `/orders/${guest.orderId}`, {
      orderToken: guest.orderToken,
    })
    expect([mine.status, mine.body.id]).toEqual([200, guest.orderId])
    expect(
      (await market.call('GET', `/orders/${guest.orderId}`, { token: shopper.token })).status,
    ).toBe(404)
  })

  it('tell what happened to them, oldest first', async () => {
    const market = theMarket()
    const { token } = (await stall()).shopper
    const { orderId, intent } = await placeAt(market, await stall())
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    const { body } = await market.call('GET', `/orders/${orderId}`, { token })
    expect(
      body.history.map(({ event, status }: { event: string; status: string }) => [event, status]),
    ).toEqual([
      ['placed', 'pending_payment'],
      ['paid', 'paid'],
    ])
    expect(body).toMatchObject({ status: 'paid', paymentStatus: 'paid' })
    expect(body.address.province).toBe('กรุงเทพมหานคร')
    const group = await market.call('GET', `/order-groups/${body.groupId}`, { token })
    const [part] = group.body.orderGroup.orders
    expect([part.id, part.history]).toEqual([orderId, body.history])
  })

  it('speak the language they are asked in, with the names of the day they were placed', async () => {
    const market = theMarket()
    const { shopper, cloth } = await stall()
    const { orderId } = await placeAt(market, await stall())
    const read = async (language: string) =>
      (
        await market.call('GET', `/orders/${orderId}`, {
          token: shopper.token,
          headers: { 'accept-language': language },
        })
      ).body
    expect((await read('en')).lines[0]).toMatchObject({
      title: 'ผ้าทอ (en)',
      productSlug: cloth.slug,
    })
    expect((await read('fr')).lines[0].title).toBe('ผ้าทอ')
  })

  it('tell their place in English too where they are read in English, beside what is kept', async () => {
    const market = theMarket()
    const { token } = (await stall()).shopper
    const { groupId, orderId } = await placeAt(market, await stall())
    const read = async (path: string, language: string) =>
      (await market.call('GET', path, { token, headers: { 'accept-language': language } })).body
    const english = { subdistrict: 'Sam Sen Nai', district: 'Phaya Thai', province: 'Bangkok' }
    const kept = (await read(`/orders/${orderId}`, 'th')).address
    expect(kept).not.toHaveProperty('english')
    expect((await read(`/orders/${orderId}`, 'en')).address).toEqual({ ...kept, english })
    const group = await read(`/order-groups/${groupId}`, 'en')
    expect(group.orderGroup.address).toEqual({ ...kept, english })
  })

  describe('in a list', () => {
    it('come newest first, page by page, each once, and only the caller’s own', async () => {
      const market = theMarket()
      const things = await stall()
      const shopper = await makeShopper(market)
      const placed: string[] = []
      for (let n = 0; n < 5; n += 1) {
        const { body } = await order(market, shopper, [
          { product: things.cloth, shop: things.shop },
        ])
        placed.unshift(body.orderGroup.orders[0].id)
      }
      await placeAt(market, things)
      const seen: string[] = []
      let path = '/orders?limit=2'
      for (let page = 0; page < 4; page += 1) {
        const { status, body } = await market.call('GET', path, { token: shopper.token })
        expect(status).toBe(200)
        seen.push(...body.items.map(({ id }: Item) => id))
        if (body.nextCursor === null) break
        path = `/orders?limit=2&cursor=${encodeURIComponent(body.nextCursor)}`
      }
      expect(seen).toEqual(placed)
      const other = await makeShopper(market)
      expect((await market.call('GET', '/orders', { token: other.token })).body.items).toEqual([])
    })

    it('stand under the tab of their state', async () => {
      const market = theMarket()
      const things = await stall()
      const shopper = await makeShopper(market)
      const want = [{ product: things.cloth, shop: things.shop }]
      const waiting = await order(market, shopper, want)
      const cash = await order(market, shopper, want, { provider: 'cod', method: 'cash' })
      const ended = await order(market, shopper, want)
      const orderOf = (answer: typeof waiting): string => answer.body.orderGroup.orders[0].id
      const options = { token: shopper.token, key: newId('req') }
      await market.call('POST', `/orders/${orderOf(ended)}/cancel`, options)
      await market.rest()
      const tab = async (name: string) => {
        const { body } = await market.call('GET', `/orders?tab=${name}`, { token: shopper.token })
        return body.items.map(({ id }: Item) => id)
      }
      expect(await tab('to-pay')).toEqual([orderOf(waiting)])
      // What waits to be paid says until when; nothing else has such an end.
      const { body } = await market.call('GET', '/orders', { token: shopper.token })
      expect(body.items.map((item: { expiresAt?: string }) => item.expiresAt)).toEqual([
        undefined,
        undefined,
        waiting.body.orderGroup.expiresAt,
      ])
      expect(await tab('to-ship')).toEqual([orderOf(cash)])
      expect(await tab('cancelled')).toEqual([orderOf(ended)])
      for (const empty of ['to-receive', 'completed', 'returns'])
        expect(await tab(empty)).toEqual([])
    })

    it('are refused to a guest, by a cursor that is none, and by more than a hundred', async () => {
      const market = theMarket()
      const { token } = (await stall()).shopper
      expect((await market.call('GET', '/orders')).status).toBe(401)
      expect((await market.call('GET', '/orders?cursor=nonsense', { token })).body.code).toBe(
        'cursor_invalid',
      )
      for (const limit of ['0', '101', 'x']) {
        expect((await market.call('GET', `/orders?limit=${limit}`, { token })).status).toBe(400)
      }
    })
  })
})
