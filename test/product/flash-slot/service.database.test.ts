import { env } from 'cloudflare:workers'
import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { after, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { durableFlashStocks } from '#src/services/flash-stock/durable-objects.ts'
import { type MadeProduct, makeFlash, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import {
  checkoutBody,
  fillCart,
  intentOf,
  makeOperator,
  makeShopper,
  order,
  orderAsGuest,
} from '#test/support/shopper.ts'
import { expectCampaign, expectNoDrift, expectSound } from '#test/support/soundness.ts'

const CASH = { provider: 'cod', method: 'cash' }
const AT_ONCE = 10

describeEachMarket('A slot that is stopped', (theMarket, open) => {
  const from = (ms: number) => after(theMarket().clock.now(), ms)
  async function stall(stock = 20) {
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop, { stock })
    return { shop, product, want: { product, shop } }
  }
  /** A thing for 199 baht, and for 99 in a flash sale that has begun. */
  async function running({ quota = 5, perBuyer = 2, lastsMs = HOUR_MS, stock = 20 } = {}) {
    const made = await stall(stock)
    const { token } = await makeOperator(theMarket(), open())
    const item = await makeFlash(open(), made.product, {
      ...{ startsAt: from(0), endsAt: from(lastsMs), quota, perBuyer },
    })
    return { ...made, item, token }
  }
  const post = async (path: string, token?: string, body?: object) =>
    await theMarket().call('POST', path, { ...(token && { token }), ...(body && { body }) })
  const stop = async (saleId: string, token?: string) =>
    await post(`/admin/flash-sales/${saleId}/stop`, token)
  const slotAt = (ms: number, lastsMs = HOUR_MS) => ({
    title: { th: 'ลดด่วนรอบเที่ยง', en: 'Noon flash sale' },
    ...{ startsAt: from(ms).toISOString(), endsAt: from(ms + lastsMs).toISOString() },
  })
  const itemsOf = async (saleId: string) => {
    const { flashSaleItems } = open().tables
    return await open().select().from(flashSaleItems).where(eq(flashSaleItems.saleId, saleId))
  }
  const historyOf = async (saleId: string) => {
    const { flashSaleHistory: history } = open().tables
    const rows = await open()
      .select()
      .from(history)
      .where(eq(history.saleId, saleId))
      .orderBy(asc(history.version))
    return rows.map(({ event, toState, actor }) => `${event} → ${toState} by ${actor}`)
  }
  const levelOf = async ({ variantId }: MadeProduct) => {
    const { stockLevels } = open().tables
    const [level] = await open()
      .select()
      .from(stockLevels)
      .where(eq(stockLevels.variantId, variantId))
    return { onHand: level?.onHand, reserved: level?.reserved }
  }
  const priceOf = async ({ slug }: MadeProduct) => {
    const { body } = await theMarket().call('GET', `/products/${slug}`)
    return body.variants[0].flash?.priceSatang
  }
  const listed = async () =>
    (await theMarket().call('GET', '/flash-sales')).body.items.map(({ id }: { id: string }) => id)

  /** Lets something happen after each unit that an item's object hands out, before anybody has it. */
  const whenTaken = (itemId: string, act: (taken: number) => Promise<void>) => ({
    async during<Result>(run: () => Promise<Result>): Promise<Result> {
      const { bindings } = theMarket()
      const { FLASH_STOCK } = bindings
      const stock = durableFlashStocks(env.FLASH_STOCK)(itemId)
      let taken = 0
      const watched = {
        ...stock,
        take: async (wish: Parameters<typeof stock.take>[0]) => {
          const answer = await stock.take(wish)
          taken += 1
          await act(taken)
          return answer
        },
      }
      bindings.FLASH_STOCK = { idFromName: () => 0, get: () => watched } as never
      try {
        return await run()
      } finally {
        bindings.FLASH_STOCK = FLASH_STOCK
      }
    },
  })

  it('sells at its prices no more from that moment, and answers so however often it is asked', async () => {
    const [market, at] = [theMarket(), await running()]
    const shopper = await makeShopper(market)
    await fillCart(market, shopper.token, [at.want])
    expect(await priceOf(at.product)).toBe(9900)
    const stopped = await stop(at.item.saleId, at.token)
    expect(stopped.status, JSON.stringify(stopped.body)).toBe(200)
    expect(stopped.body).toMatchObject({ id: at.item.saleId, state: 'closing' })
    expect(Date.parse(stopped.body.endsAt)).toBeLessThanOrEqual(market.clock.now().getTime())
    expect(stopped.body.items).toEqual([expect.objectContaining({ id: at.item.id, left: 5 })])
    // What others may have read a moment ago.
    market.pass(3 * SECOND_MS)
    expect(await priceOf(at.product)).toBeUndefined()
    expect(await listed()).not.toContain(at.item.saleId)
    const cart = (await market.call('GET', '/cart', { token: shopper.token })).body
    expect(cart.groups[0].lines[0]).toMatchObject({
      ...{ unitPriceSatang: 19_900, flash: null, problems: ['price_up'] },
    })
    const again = await Promise.all([1, 2].map(async () => await stop(at.item.saleId, at.token)))
    for (const { status, body } of again) expect([status, body]).toEqual([200, stopped.body])
    const refused = await market.call('POST', '/orders', {
      ...{ token: shopper.token, key: newId('req') },
      body: { ...checkoutBody(shopper, [at.shop]), expectedTotalSatang: 9900 + 4000 },
    })
    expect([refused.status, refused.body.code, refused.body.totalSatang]).toEqual([
      ...[409, 'cart_changed', 19_900 + 4000],
    ])
  })

  it('is one for the operator alone, and one that is over by itself is not stopped', async () => {
    const [market, at] = [theMarket(), await running({ lastsMs: MINUTE_MS })]
    expect((await stop(at.item.saleId)).status).toBe(401)
    expect((await stop(at.item.saleId, (await makeShopper(market)).token)).status).toBe(403)
    expect((await stop(newId('fls'), at.token)).status).toBe(404)
    market.pass(MINUTE_MS)
    for (const state of ['scheduled', 'closing', 'closed']) {
      const refused = await stop(at.item.saleId, at.token)
      expect([refused.status, refused.body.code], state).toEqual([409, 'transition_refused'])
      await market.jobs()
    }
    expect(await historyOf(at.item.saleId)).not.toContain('stopped → closing by operator')
  })

  it('leaves what is held to be paid, and gives the rest back when its jobs run', async () => {
    const [market, at] = [theMarket(), await running()]
    const buyers = [await makeShopper(market), await makeShopper(market)]
    const groups: string[] = []
    for (const buyer of buyers) {
      const placed = await order(market, buyer, [at.want])
      expect(placed.body.orderGroup.orders[0].subtotalSatang).toBe(9900)
      groups.push(placed.body.orderGroup.id)
    }
    await market.jobs()
    await stop(at.item.saleId, at.token)
    await market.jobs()
    expect(await levelOf(at.product)).toEqual({ onHand: 20, reserved: 2 })
    const [paid = '', unpaid = ''] = groups
    await market.control(`/payment_intents/${intentOf(market, paid)}/approve`)
    await market.deliver()
    const { group } = await expectSound(open(), market, paid)
    expect(group).toMatchObject({ paymentStatus: 'paid', totalSatang: 9900 + 4000 })
    market.pass(SETTINGS.order.paymentWindowMs.account + MINUTE_MS)
    for (let run = 0; run < 3; run += 1) await market.jobs()
    await expectSound(open(), market, unpaid)
    expect(await levelOf(at.product)).toEqual({ onHand: 19, reserved: 0 })
    await expectNoDrift(open(), at.item.id)
    expect(await historyOf(at.item.saleId)).toEqual([
      'scheduled → scheduled by operator',
      'opened → open by system',
      'stopped → closing by operator',
      'emptied → closed by system',
    ])
    const { token } = await makeOperator(market, open())
    const long = await stop(at.item.saleId, token)
    expect([long.status, long.body.state]).toEqual([200, 'closed'])
  })

  it('before it began never begins, takes nothing in, and leaves its time to another', async () => {
    const [market, { product }] = [theMarket(), await stall(10)]
    const { token } = await makeOperator(market, open())
    const slot = slotAt(2 * DAY_MS)
    const { id } = (await post('/admin/flash-sales', token, slot)).body
    const path = `/admin/flash-sales/${id}/items`
    const item = { variantId: product.variantId, priceSatang: 9900, quota: 6, perBuyer: 2 }
    const put = await post(path, token, item)
    expect(put.status).toBe(201)
    const stopped = await stop(id, token)
    expect(stopped.body).toMatchObject({ state: 'closing', startsAt: slot.startsAt })
    expect(stopped.body.endsAt).toBe(slot.startsAt)
    expect(await listed()).not.toContain(id)
    const other = await makeProduct(open(), product.shop)
    const late = await post(path, token, { ...item, variantId: other.variantId })
    expect([late.status, late.body.reason]).toEqual([422, 'slot_stopped'])
    for (let run = 0; run < 2; run += 1) await market.jobs()
    expect(await levelOf(product)).toEqual({ onHand: 10, reserved: 0 })
    await expectNoDrift(open(), put.body.id)
    const next = await post('/admin/flash-sales', token, slot)
    expect([next.status, next.body.id === id]).toEqual([201, false])
    expect((await post('/admin/flash-sales', token, slot)).body.id).toBe(next.body.id)
    expect((await stop(next.body.id, token)).body.endsAt).toBe(slot.startsAt)
    const around = await post(
      '/admin/flash-sales',
      token,
      slotAt(2 * DAY_MS - HOUR_MS, 3 * HOUR_MS),
    )
    expect(around.status).toBe(201)
    const across = await post('/admin/flash-sales', token, slot)
    expect([across.status, across.body.reason]).toEqual([422, 'slot_overlaps'])
    market.pass(2 * DAY_MS + MINUTE_MS)
    expect(await priceOf(product)).toBeUndefined()
  })

  it('while a buyer is between the object and the write sells that buyer nothing', async () => {
    const [market, at] = [theMarket(), await running()]
    const shopper = await makeShopper(market)
    const refused = await whenTaken(at.item.id, async () => {
      await stop(at.item.saleId, at.token)
    }).during(async () => await order(market, shopper, [at.want]))
    expect([refused.status, refused.body.code]).toEqual([409, 'cart_changed'])
    const placed = await market.call('POST', '/orders', {
      ...{ token: shopper.token, key: newId('req') },
      body: checkoutBody(shopper, [at.shop]),
    })
    expect(placed.body.orderGroup.orders[0].subtotalSatang).toBe(19_900)
    await expectSound(open(), market, placed.body.orderGroup.id)
    expect(await expectCampaign(open(), at.item.id)).toBe(5)
  })

  it('while ten buyers order is sold whole or refused to each, and to none after it', async () => {
    const market = theMarket()
    for (let round = 0; round < 3; round += 1) {
      const at = await running({ quota: AT_ONCE, perBuyer: 1, stock: 40 })
      const buy = async (n: number) =>
        await orderAsGuest(market, [at.want], {
          payment: CASH,
          contact: {
            email: `stop.${n}.${at.item.id.slice(-8)}@example.test`,
            phone: `08${String(20_000_000 + n)}`,
          },
          from: `10.3.${round}.${n}`,
        })
      const stops: Promise<Awaited<ReturnType<typeof stop>>>[] = []
      // Twice at once, as soon as some of them have a unit of the object and go on to the write.
      const someHave = async (taken: number) => {
        if (taken !== 1 + 4 * round) return
        for (const _ of [1, 2]) stops.push(stop(at.item.saleId, at.token))
      }
      const placed = await whenTaken(at.item.id, someHave).during(
        async () => await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => buy(n))),
      )
      const answers = await Promise.all(stops)
      expect(answers.map(({ status, body }) => [status, body.state])).toEqual([
        ...[
          [200, 'closing'],
          [200, 'closing'],
        ],
      ])
      expect(new Set(answers.map(({ body }) => body.endsAt)).size).toBe(1)
      const late = await buy(AT_ONCE)
      expect(late.status, JSON.stringify(late.body)).toBe(201)
      expect(late.body.orderGroup.orders[0].subtotalSatang).toBe(19_900)
      let atFlash = 0
      for (const { status, body } of [...placed, late]) {
        if (status === 409) expect(['cart_changed', 'flash_over']).toContain(body.code)
        else {
          expect(status, JSON.stringify(body)).toBe(201)
          const { lines } = await expectSound(open(), market, body.orderGroup.id)
          for (const { flashItemId, unitPriceSatang } of lines) {
            expect(unitPriceSatang).toBe(flashItemId === null ? 19_900 : 9900)
            atFlash += flashItemId === null ? 0 : 1
          }
        }
      }
      market.pass(SETTINGS.flash.takeLeaseMs + MINUTE_MS)
      for (let run = 0; run < 2; run += 1) await market.jobs()
      await expectNoDrift(open(), at.item.id)
      const [item] = await itemsOf(at.item.saleId)
      expect(item).toMatchObject({ sold: atFlash, returned: AT_ONCE - atFlash, reserved: 0 })
    }
  })

  it('while things are put into it keeps none that goes on without it', async () => {
    const market = theMarket()
    const { token } = await makeOperator(market, open())
    for (let round = 0; round < 5; round += 1) {
      const { id } = (await post('/admin/flash-sales', token, slotAt((4 + round) * DAY_MS))).body
      const made = await Promise.all([1, 2, 3].map(async () => await stall(10)))
      const terms = { priceSatang: 9900, quota: 6, perBuyer: 2 }
      const [stopped, ...put] = await Promise.all([
        stop(id, token),
        ...made.map(async ({ product: { variantId } }) => {
          return await post(`/admin/flash-sales/${id}/items`, token, { ...terms, variantId })
        }),
      ])
      expect(stopped.status).toBe(200)
      const items = await itemsOf(id)
      expect(items).toHaveLength(put.filter(({ status }) => status === 201).length)
      for (const { taking, startsAt, endsAt } of items) {
        expect([taking, endsAt]).toEqual([false, startsAt])
      }
      for (let run = 0; run < 2; run += 1) await market.jobs()
      for (const { product } of made) {
        expect(await levelOf(product)).toEqual({ onHand: 10, reserved: 0 })
      }
    }
  })
})
