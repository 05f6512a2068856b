import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { after, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { makeFlash, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { checkoutBody, intentOf, makeShopper, order, orderAsGuest } from '#test/support/shopper.ts'
import { expectCampaign, expectNoDrift, expectSound } from '#test/support/soundness.ts'

const CASH = { provider: 'cod', method: 'cash' }
const guestNo = (n: number, of: string) => ({
  contact: {
    email: `flash.${n}.${of.slice(-8)}@example.test`,
    phone: `08${String(10_000_000 + n)}`,
  },
})

type Some = { quota?: number; perBuyer?: number; stock?: number; lastsMs?: number }

describeEachMarket('Campaign stock', (theMarket, open) => {
  /** A thing for 199 baht, and for 99 in a flash sale that has begun. */
  async function stall(some: Some = {}) {
    const { stock = 20, lastsMs = 2 * HOUR_MS, ...flash } = some
    const db = open()
    const shop = await makeShop(db)
    const product = await makeProduct(db, shop, { stock })
    const now = theMarket().clock.now()
    const item = await makeFlash(db, product, {
      ...{ startsAt: now, endsAt: after(now, lastsMs), ...flash },
    })
    return { db, shop, product, item, want: { product, shop } }
  }
  type Stall = Awaited<ReturnType<typeof stall>>
  const objectOf = ({ item }: Stall) => env.FLASH_STOCK.get(env.FLASH_STOCK.idFromName(item.id))
  const crash = async (at: Stall) =>
    await runInDurableObject(objectOf(at) as never, async (_, ctx) => ctx.abort('crash')).catch(
      () => undefined,
    )
  const levelOf = async ({ db, product }: Stall) => {
    const { stockLevels } = db.tables
    const [level] = await db
      .select()
      .from(stockLevels)
      .where(eq(stockLevels.variantId, product.variantId))
    return { onHand: level?.onHand, reserved: level?.reserved }
  }
  const pay = async (groupId: string) => {
    await theMarket().control(`/payment_intents/${intentOf(theMarket(), groupId)}/approve`)
    await theMarket().deliver()
  }

  it('is taken at the flash price, sold when it is paid, and leaves the ordinary stock alone', async () => {
    const [market, at] = [theMarket(), await stall({ quota: 5 })]
    const shopper = await makeShopper(market)
    const placed = await order(market, shopper, [{ ...at.want, quantity: 2 }])
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { id, orders } = placed.body.orderGroup
    expect(orders[0].subtotalSatang).toBe(2 * 9900)
    expect(await levelOf(at)).toEqual({ onHand: 20, reserved: 5 })
    await expectSound(at.db, market, id)
    await pay(id)
    expect(await levelOf(at)).toEqual({ onHand: 18, reserved: 3 })
    await expectSound(at.db, market, id)
    await market.jobs()
    await expectNoDrift(at.db, at.item.id)
  })

  it('is sold at once for cash', async () => {
    const [market, at] = [theMarket(), await stall()]
    const placed = await order(market, await makeShopper(market), [at.want], CASH)
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    await expectSound(at.db, market, placed.body.orderGroup.id)
    expect(await levelOf(at)).toEqual({ onHand: 19, reserved: 4 })
  })

  it('is there again, for the buyer too, when an order ends unpaid (S5)', async () => {
    const [market, at] = [theMarket(), await stall({ quota: 2, perBuyer: 2 })]
    const shopper = await makeShopper(market)
    const want = [{ ...at.want, quantity: 2 }]
    const { id, orders } = (await order(market, shopper, want)).body.orderGroup
    await market.call('POST', `/orders/${orders[0].id}/cancel`, {
      token: shopper.token,
      key: newId('req'),
    })
    await expectSound(at.db, market, id)
    expect(await levelOf(at)).toEqual({ onHand: 20, reserved: 2 })
    await market.jobs()
    await expectNoDrift(at.db, at.item.id)
    // What it held is in the basket again.
    const again = await market.call('POST', '/orders', {
      ...{ token: shopper.token, key: newId('req') },
      body: checkoutBody(shopper, [at.shop]),
    })
    expect(again.body.orderGroup.orders[0].subtotalSatang).toBe(2 * 9900)
    market.pass(SETTINGS.order.paymentWindowMs.account + MINUTE_MS)
    await market.jobs()
    await expectSound(at.db, market, again.body.orderGroup.id)
    expect(await expectCampaign(at.db, at.item.id)).toBe(2)
  })

  it('goes to a buyer up to the limit, and the next one costs the ordinary price', async () => {
    const [market, at] = [theMarket(), await stall({ perBuyer: 1 })]
    const shopper = await makeShopper(market)
    const first = await order(market, shopper, [at.want])
    expect(first.body.orderGroup.orders[0].subtotalSatang).toBe(9900)
    const second = await order(market, shopper, [at.want])
    expect(second.body.orderGroup.orders[0].subtotalSatang).toBe(19_900)
    for (const { body } of [first, second]) await expectSound(at.db, market, body.orderGroup.id)
  })

  it('is refused to a guest by either contact, with the reason, and nothing is held', async () => {
    const [market, at] = [theMarket(), await stall({ perBuyer: 1 })]
    const who = guestNo(1, at.item.id)
    expect((await orderAsGuest(market, [at.want], who)).status).toBe(201)
    const other = { contact: { ...who.contact, email: `other.${who.contact.email}` } }
    const refused = await orderAsGuest(market, [at.want], other)
    expect([refused.status, refused.body.code, refused.body.items]).toEqual([
      409,
      'flash_over',
      [{ variantId: at.product.variantId, reason: 'limit' }],
    ])
    await market.jobs()
    await expectNoDrift(at.db, at.item.id)
  })

  it('of 100 units goes to exactly 100 of 1,000 buyers, through the object (S2)', async () => {
    const [market, at] = [theMarket(), await stall({ quota: 100, perBuyer: 1, stock: 100 })]
    const answers: number[] = []
    for (let start = 0; start < 1000; start += 100) {
      const some = Array.from({ length: 100 }, async (_, n) => {
        const who = { ...guestNo(start + n, at.item.id), from: `10.0.${start / 100}.${n}` }
        const placed = await orderAsGuest(market, [at.want], { ...who, payment: CASH })
        return placed.status
      })
      answers.push(...(await Promise.all(some)))
    }
    expect(answers.filter((status) => status === 201)).toHaveLength(100)
    expect(answers.filter((status) => status === 409)).toHaveLength(900)
    expect(await levelOf(at)).toEqual({ onHand: 0, reserved: 0 })
    await market.jobs()
    await expectNoDrift(at.db, at.item.id)
  }, 120_000)

  it('agrees with its object after it died at any moment, and oversells nothing (S8, F20)', async () => {
    const [market, at] = [theMarket(), await stall({ quota: 12, perBuyer: 1, stock: 12 })]
    const statuses: number[] = []
    for (let round = 0; round < 6; round += 1) {
      const buyers = Array.from({ length: 5 }, async (_, n) => {
        const who = { ...guestNo(round * 10 + n, at.item.id), from: `10.1.${round}.${n}` }
        statuses.push((await orderAsGuest(market, [at.want], { ...who, payment: CASH })).status)
      })
      await Promise.all([...buyers, crash(at), crash(at)])
    }
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    expect(statuses.filter((status) => status === 201)).toHaveLength(12)
    market.pass(SETTINGS.flash.takeLeaseMs + MINUTE_MS)
    await market.jobs()
    await expectNoDrift(at.db, at.item.id)
    expect(await expectCampaign(at.db, at.item.id)).toBe(0)
  })

  it('is sold by the database alone while its object cannot be asked, which hears of it later', async () => {
    const [market, at] = [theMarket(), await stall({ quota: 2, perBuyer: 1 })]
    const { FLASH_STOCK } = market.bindings
    const deaf = () => {
      throw new Error('no answer')
    }
    market.bindings.FLASH_STOCK = { idFromName: (name: string) => name, get: deaf } as never
    const statuses: number[] = []
    try {
      for (const n of [1, 2, 3]) {
        const placed = await orderAsGuest(market, [at.want], {
          ...guestNo(n, at.item.id),
          payment: CASH,
        })
        statuses.push(placed.status)
      }
    } finally {
      market.bindings.FLASH_STOCK = FLASH_STOCK
    }
    // The third saw in its basket what the database knows: nothing is left, so it costs as usual.
    expect(statuses).toEqual([201, 201, 201])
    expect(await expectCampaign(at.db, at.item.id)).toBe(0)
    await market.jobs()
    await expectNoDrift(at.db, at.item.id)
  })

  it('comes back to the ordinary stock once when the slot ends, and what is held then later', async () => {
    const [market, at] = [theMarket(), await stall({ quota: 5, lastsMs: 10 * MINUTE_MS })]
    const shopper = await makeShopper(market)
    const { id } = (await order(market, shopper, [at.want])).body.orderGroup
    market.pass(15 * MINUTE_MS)
    for (let twice = 0; twice < 2; twice += 1) await Promise.all([market.jobs(), market.jobs()])
    expect(await levelOf(at)).toEqual({ onHand: 20, reserved: 1 })
    const stateOf = async () => {
      const { flashSales } = at.db.tables
      const [sale] = await at.db.select().from(flashSales).where(eq(flashSales.id, at.item.saleId))
      return sale?.state
    }
    expect(await stateOf()).toBe('closing')
    await expectNoDrift(at.db, at.item.id)
    market.pass(SETTINGS.order.paymentWindowMs.account)
    for (let run = 0; run < 3; run += 1) await market.jobs()
    await expectSound(at.db, market, id)
    expect(await levelOf(at)).toEqual({ onHand: 20, reserved: 0 })
    expect(await stateOf()).toBe('closed')
    await expectNoDrift(at.db, at.item.id)
    const { flashSaleHistory } = at.db.tables
    const history = await at.db
      .select()
      .from(flashSaleHistory)
      .where(eq(flashSaleHistory.saleId, at.item.saleId))
    expect(history.map(({ toState }) => toState).sort()).toEqual(
      ['scheduled', 'open', 'closing', 'closed'].sort(),
    )
  })
})
