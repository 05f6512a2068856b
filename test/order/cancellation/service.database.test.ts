import { and, eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { GROUP_CHANGED } from '#src/order/index.ts'
import { type MadeProduct, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket, type Market } from '#test/support/market.ts'
import { bring, step } from '#test/support/parcels.ts'
import { eventOf, placeAsGuest, placeAt, post, refundsOf, stallOf } from '#test/support/payer.ts'
import { intentOf, makeShopper, order, type Shopper } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

const CASH = { provider: 'cod', method: 'cash' }
type Part = { id: string; totalSatang: number }

describeEachMarket('An order that is paid', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  afterEach(async () => {
    await theMarket().provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
  })

  const pay = async (market: Market, intent: string) => {
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
  }
  const paid = async () => {
    const placed = await placeAt(theMarket(), await stall(), 'card')
    await pay(theMarket(), placed.intent)
    return { ...placed, token: (await stall()).shopper.token }
  }
  const cancel = async (
    orderId: string,
    who: { token?: string; orderToken?: string },
    key: string = newId('req'),
  ) => await theMarket().call('POST', `/orders/${orderId}/cancel`, { ...who, key })

  /** A group of several shops' orders, with what each of them sells. */
  const several = async (count: number, payment?: { provider: string; method: string }) => {
    const [db, market] = [open(), theMarket()]
    const wants: { product: MadeProduct; shop: Awaited<ReturnType<typeof makeShop>> }[] = []
    for (let n = 0; n < count; n += 1) {
      const shop = await makeShop(db)
      const product = await makeProduct(db, shop, { stock: 1, priceSatang: 10_000 + n * 3333 })
      wants.push({ product, shop })
    }
    const shopper: Shopper = await makeShopper(market)
    const placed = await order(market, shopper, wants, payment)
    const groupId: string = placed.body.orderGroup.id
    const parts: Part[] = placed.body.orderGroup.orders
    const intent = payment?.provider === 'cod' ? '' : intentOf(market, groupId)
    if (intent !== '') await pay(market, intent)
    return { groupId, parts, intent, wants, token: shopper.token }
  }

  const stockOf = async (product: MadeProduct) => {
    const { body } = await theMarket().call('GET', `/products/${product.slug}`)
    return body.variants[0].available
  }

  it('is cancelled at once by its buyer, its goods back on the shelf and its money on its way', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, intent, total, token } = await paid()
    const { cloth } = await stall()
    const before = await stockOf(cloth)
    const answer = await cancel(orderId, { token })
    expect([answer.status, answer.body.status]).toEqual([200, 'cancelled'])
    expect(answer.body).toMatchObject({ paymentStatus: 'paid', refundedSatang: total })
    expect(answer.body.history.at(-1)).toMatchObject({ event: 'cancelled', status: 'cancelled' })
    expect(await stockOf(cloth)).toBe(before + 2)
    await market.rest()
    await market.deliver()
    const { refunds, group } = await expectSound(db, market, groupId)
    expect(refunds).toMatchObject([
      { reason: 'cancelled', status: 'succeeded', orderId, amountSatang: total, chargeRef: intent },
    ])
    expect(refundsOf(market, intent).map(({ wire }) => wire.amount)).toEqual([total])
    expect([group.paymentStatus, group.version]).toEqual(['paid', 3])
    const seen = await market.call('GET', `/order-groups/${groupId}`, { token })
    expect(seen.body.orderGroup).toMatchObject({ refundedSatang: total, version: 3 })
    const { body } = await market.call('GET', '/orders?tab=cancelled', { token })
    expect(body.items[0]).toMatchObject({ id: orderId, refundedSatang: total })
  })

  it('is cancelled by a guest with its token, and by nobody without (Z5)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, orderToken, intent } = await placeAsGuest(market, await stall())
    await pay(market, intent)
    const other = await placeAsGuest(market, await stall())
    for (const who of [
      {},
      { orderToken: other.orderToken },
      { token: (await stall()).shopper.token },
    ]) {
      const refused = await cancel(orderId, who)
      expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
    }
    expect((await cancel(orderId, { orderToken })).status).toBe(200)
    await market.rest()
    await market.deliver()
    const { orders, refunds } = await expectSound(db, market, groupId)
    expect([orders[0]?.status, refunds[0]?.status]).toEqual(['cancelled', 'succeeded'])
  })

  it('is refunded once by twenty calls with one key, which all get one answer (I1, P9)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, intent, token } = await paid()
    const key = newId('req')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => cancel(orderId, { token }, key)),
    )
    await market.rest()
    await market.deliver()
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const { refunds } = await expectSound(db, market, groupId)
    expect(refunds).toHaveLength(1)
    expect(refundsOf(market, intent)).toHaveLength(1)
  })

  it('is refunded once by ten calls with ten keys; nine are told that it is over (P9)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, intent, token } = await paid()
    const answers = await Promise.all(Array.from({ length: 10 }, () => cancel(orderId, { token })))
    await market.rest()
    await market.deliver()
    const codes = answers.map(({ status, body }) => (status === 200 ? 'done' : body.code))
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'transition_refused')).toHaveLength(9)
    const { refunds } = await expectSound(db, market, groupId)
    expect([refunds.length, refundsOf(market, intent).length]).toEqual([1, 1])
  })

  it('leaves the other shops’ orders of its group alone, and takes its own share back (P9)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, parts, intent, token } = await several(3)
    const [, second] = parts
    const answer = await cancel(second?.id ?? '', { token })
    expect(answer.body).toMatchObject({ refundedSatang: second?.totalSatang })
    await market.rest()
    const { orders } = await expectSound(db, market, groupId)
    expect(orders.map(({ status }) => status).sort()).toEqual(['cancelled', 'paid', 'paid'])
    const sent = refundsOf(market, intent).map(({ wire }) => wire.amount)
    expect(sent).toEqual([second?.totalSatang])
  })

  it('is refunded beside the others when all of a group are cancelled at once (P9)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, parts, intent, wants, token } = await several(4)
    const answers = await Promise.all(parts.map(({ id }) => cancel(id, { token })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    await market.rest()
    await market.jobs()
    await market.deliver()
    const { group, refunds, payment } = await expectSound(db, market, groupId)
    expect(refunds.map(({ status }) => status)).toEqual(refunds.map(() => 'succeeded'))
    expect(payment?.refundedSatang).toBe(group.totalSatang)
    const sent = refundsOf(market, intent).map(({ wire }) => wire.amount)
    expect(sent.sort()).toEqual(parts.map(({ totalSatang }) => totalSatang).sort())
    for (const { product } of wants) expect(await stockOf(product)).toBe(1)
  })

  it.each([
    ['fails three times', { kind: 'status_500', stored: false, times: 3 }],
    ['does it and says that it failed', { kind: 'status_500_after_commit' }],
    ['does it and breaks off', { kind: 'commit_then_reset' }],
  ])('is cancelled though the provider %s: a job sends the money, once (P7)', async (_, fault) => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, intent, total, token } = await paid()
    await market.control('/faults', { ...fault, method: 'POST', path: '/v1/refunds' })
    const answer = await cancel(orderId, { token })
    expect([answer.status, answer.body.status]).toEqual([200, 'cancelled'])
    await market.rest()
    await expectSound(db, market, groupId)
    for (const minutes of [1, 2, 5, 10, 30]) {
      market.pass(minutes * MINUTE_MS)
      await Promise.all([market.jobs(), market.jobs()])
    }
    const { refunds } = await expectSound(db, market, groupId)
    expect(refunds).toMatchObject([{ status: 'succeeded', amountSatang: total }])
    expect(refundsOf(market, intent)).toHaveLength(1)
  })

  it('whose refund the payer’s bank sends back is owed again, in its own name (L3)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, intent, token } = await paid()
    await cancel(orderId, { token })
    await market.rest()
    await market.deliver()
    const [sent] = refundsOf(market, intent)
    await market.control(`/refunds/${sent?.wire.id}/fail`)
    await market.deliver()
    const { refunds, journals } = await expectSound(db, market, groupId)
    expect(refunds[0]?.status).toBe('failed')
    const booked = journals.filter((journal) => journal.orderId === orderId)
    expect(booked.map(({ event }) => event.split(':')[0]).sort()).toEqual([
      'paid',
      'refund_returned',
      'refunded',
    ])
  })

  it.each(['processed', 'shipped', 'delivered'] as const)(
    'and %s is not cancelled by its buyer any more',
    async (stage) => {
      const [db, market] = [open(), theMarket()]
      const { groupId, orderId, intent, token } = await paid()
      await bring(market, { groupId, orderId }, stage)
      const refused = await cancel(orderId, { token })
      expect([refused.status, refused.body.code]).toEqual([409, 'transition_refused'])
      const { refunds, orders } = await expectSound(db, market, groupId)
      expect([refunds, orders[0]?.status]).toEqual([[], stage])
      expect(refundsOf(market, intent)).toEqual([])
    },
  )

  it('and is accepted by its shop in the same moment goes one way or the other (P10)', async () => {
    const [db, market] = [open(), theMarket()]
    for (let round = 0; round < 5; round += 1) {
      const { groupId, orderId, token } = await paid()
      const accepted = step(market, { groupId, orderId }, 'accepted').then(
        () => true,
        () => false,
      )
      const [answer, taken] = await Promise.all([cancel(orderId, { token }), accepted])
      await market.rest()
      await market.deliver()
      const { orders } = await expectSound(db, market, groupId)
      expect([answer.status === 200, taken]).toEqual(
        orders[0]?.status === 'cancelled' ? [true, false] : [false, true],
      )
    }
  })

  it('is not counted as sold any more once it is cancelled', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, parts, token } = await several(1)
    await cancel(parts[0]?.id ?? '', { token })
    await market.rest()
    const { outboxMessages: t } = db.tables
    const rows = await db
      .select()
      .from(t)
      .where(and(eq(t.aggregateId, groupId), eq(t.kind, GROUP_CHANGED)))
      .orderBy(t.version)
    const sold = rows.map(({ payload }) => payload.sold as { quantity: number }[])
    expect(sold.map((lines) => lines.map(({ quantity }) => quantity))).toEqual([[1], [-1]])
  })

  it('by money that comes while it is given up is a paid order, or gone with its money back (S5, S6)', async () => {
    const [db, market] = [open(), theMarket()]
    for (let round = 0; round < 12; round += 1) {
      const { groupId, orderId, orderToken, intent } = await placeAsGuest(market, await stall())
      await market.control('/faults', { kind: 'never', times: null })
      await market.control(`/payment_intents/${intent}/approve`)
      // Only that message is lost: what the provider says of the refund comes through.
      await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
      const told = eventOf(market, intent)
      const [answer] = await Promise.all([cancel(orderId, { orderToken }), post(market, told)])
      await market.rest()
      const { orders } = await expectSound(db, market, groupId)
      expect([answer.status, orders[0]?.status]).toEqual(
        answer.status === 200 ? [200, 'cancelled'] : [409, 'paid'],
      )
      // Who was told that the order is paid now may still give that up.
      if (answer.status === 409) expect((await cancel(orderId, { orderToken })).status).toBe(200)
      await market.rest()
      await market.deliver()
      const { refunds } = await expectSound(db, market, groupId)
      expect(refunds.map(({ status }) => status)).toEqual(['succeeded'])
      expect(refundsOf(market, intent)).toHaveLength(1)
    }
  })

  describe('in cash', () => {
    it('is cancelled with its goods back, and nothing to refund', async () => {
      const [db, market] = [open(), theMarket()]
      const { groupId, parts, wants, token } = await several(2, CASH)
      const first = await cancel(parts[0]?.id ?? '', { token })
      expect(first.body).toMatchObject({
        status: 'cancelled',
        paymentStatus: 'cod',
        refundedSatang: 0,
      })
      await market.rest()
      const half = await expectSound(db, market, groupId)
      expect([half.refunds, half.journals]).toEqual([[], []])
      expect(half.attempts[0]?.status).toBe('processing')
      expect(await Promise.all(wants.map(({ product }) => stockOf(product)))).toEqual([1, 0])
    })

    it('takes the collection with it when it is the last of its group', async () => {
      const [db, market] = [open(), theMarket()]
      for (let round = 0; round < 3; round += 1) {
        const { groupId, parts, token } = await several(3, CASH)
        const answers = await Promise.all(parts.map(({ id }) => cancel(id, { token })))
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
        await market.rest()
        const { group, attempts, refunds } = await expectSound(db, market, groupId)
        expect([group.paymentStatus, refunds]).toEqual(['cancelled', []])
        expect(attempts.map(({ status, openGroupId }) => [status, openGroupId])).toEqual([
          ['expired', null],
        ])
      }
    })
  })
})
