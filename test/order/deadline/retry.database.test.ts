import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring } from '#test/support/parcels.ts'
import { intentOf, orderAsGuest } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

type Placed = { groupId: string; orderId: string }

describeEachMarket('A deadline that failed', (theMarket, open) => {
  let shop: Awaited<ReturnType<typeof makeShop>>
  beforeAll(async () => {
    shop = await makeShop(open())
  })

  /** A paid order, which is cancelled when nobody sends it. */
  async function paid(): Promise<Placed> {
    const market = theMarket()
    const product = await makeProduct(open(), shop, { stock: 5 })
    const contact = { email: `${newId('usr').replace('_', '.')}@example.test`, phone: '0812345678' }
    const payment = { provider: 'stripe', method: 'card' }
    const { body } = await orderAsGuest(market, [{ product, shop }], { payment, contact })
    const { id: groupId, orders } = body.orderGroup
    await market.control(`/payment_intents/${intentOf(market, groupId)}/approve`)
    await market.deliver()
    return { groupId, orderId: orders[0].id }
  }
  const rowOf = async ({ orderId }: Placed) => {
    const { orders } = open().tables
    const [row] = await open().select().from(orders).where(eq(orders.id, orderId))
    if (row === undefined) throw new RangeError('no such order')
    return row
  }
  const passTo = async (placed: Placed) => {
    const { dueAt } = await rowOf(placed)
    theMarket().pass((dueAt?.getTime() ?? 0) - theMarket().clock.now().getTime())
  }
  /** Every write that moves the order meets this row of its history, as long as it is there. */
  const block = async (placed: Placed) => {
    const { orderHistory } = open().tables
    const { version, status } = await rowOf(placed)
    const key = { aggregateId: placed.orderId, version: version + 1 }
    await open()
      .insert(orderHistory)
      .values({
        ...{ ...key, groupId: placed.groupId, event: 'blocked', fromStatus: status },
        ...{ toStatus: status, actor: 'system', at: theMarket().clock.now() },
      })
    return async () => {
      await open()
        .delete(orderHistory)
        .where(
          and(eq(orderHistory.aggregateId, key.aggregateId), eq(orderHistory.version, key.version)),
        )
    }
  }
  /** How long it is left alone from now on, to the second, and how often it failed. */
  const waits = async (placed: Placed) => {
    const { dueAt, dueTries } = await rowOf(placed)
    const ms = (dueAt?.getTime() ?? 0) - theMarket().clock.now().getTime()
    return [Math.ceil(ms / (10 * SECOND_MS)) * 10, dueTries]
  }

  it('twice is tried in a minute and in two, and then goes through as if nothing had been', async () => {
    const [market, placed] = [theMarket(), await paid()]
    await passTo(placed)
    const free = await block(placed)
    await market.jobs()
    expect(await waits(placed)).toEqual([50, 1])
    market.pass(MINUTE_MS)
    await market.jobs()
    expect(await waits(placed)).toEqual([100, 2])
    await free()
    market.pass(MINUTE_MS)
    await market.jobs()
    expect((await rowOf(placed)).status).toBe('paid')
    market.pass(MINUTE_MS)
    await Promise.all([market.jobs(), market.jobs()])
    await market.deliver()
    expect(await rowOf(placed)).toMatchObject({ status: 'cancelled', dueAt: null, dueTries: 0 })
    await expectSound(open(), market, placed.groupId)
  })

  it('each time is tried ever later, up to six hours, and keeps ten others from nothing', async () => {
    const market = theMarket()
    const poison = await paid()
    const good = await Promise.all(Array.from({ length: 10 }, async () => await paid()))
    await passTo(good.at(-1) ?? poison)
    const free = await block(poison)
    await market.jobs()
    for (const placed of good) expect((await rowOf(placed)).status).toBe('cancelled')
    expect(await waits(poison)).toEqual([50, 1])
    const pauses: unknown[] = []
    for (let run = 0; run < 10; run += 1) {
      await passTo(poison)
      // Two runs at once count as one failure.
      await Promise.all([market.jobs(), market.jobs()])
      const [seconds = 0, tries] = await waits(poison)
      pauses.push(seconds)
      expect(tries).toBe(run + 2)
    }
    const most = (6 * HOUR_MS) / SECOND_MS
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 12_800, most, most])
    await free()
    await passTo(poison)
    await market.jobs()
    await market.deliver()
    expect((await rowOf(poison)).status).toBe('cancelled')
    for (const { groupId } of [poison, ...good]) await expectSound(open(), market, groupId)
  }, 60_000)

  it('starts anew when its order has gone on meanwhile', async () => {
    const [market, placed] = [theMarket(), await paid()]
    await passTo(placed)
    const free = await block(placed)
    await market.jobs()
    await free()
    expect((await rowOf(placed)).dueTries).toBe(1)
    await bring(market, placed, 'shipped')
    expect(await rowOf(placed)).toMatchObject({ status: 'shipped', dueTries: 0 })
    await expectSound(open(), market, placed.groupId)
  })
})
