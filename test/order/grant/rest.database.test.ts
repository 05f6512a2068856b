import { describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { problems } from '#src/common/messages/problems.ts'
import { isStale } from '#src/database/portable.ts'
import { insertParcel } from '#src/order/parcel/repository.ts'
import { makeProduct } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring, someNumber } from '#test/support/parcels.ts'
import { refundsOf } from '#test/support/payer.ts'
import { intentOf, order, tokenOf } from '#test/support/shopper.ts'
import { openDesk } from './desk.ts'

type Part = { lineId: string; quantity: number }

describeEachMarket('What is left to send of an order', (theMarket, open) => {
  const { who, call, ofShop, sound, passDays } = openDesk(theMarket, open)

  /** A paid order that its shop has begun with: three cloths and two bowls. */
  const begun = async () => {
    const [db, market] = [open(), theMarket()]
    const { shop, shopper } = who
    const cloth = await makeProduct(db, shop, { stock: 9 })
    const bowl = await makeProduct(db, shop, { stock: 9 })
    const wants = [
      { product: cloth, shop, quantity: 3 },
      { product: bowl, shop, quantity: 2 },
    ]
    const fresh = { ...shopper, token: await tokenOf(market, shopper.email) }
    const placed = await order(market, fresh, wants, { provider: 'stripe', method: 'card' })
    const { id: groupId, orders } = placed.body.orderGroup
    const intent = intentOf(market, groupId)
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    const [{ id: orderId, lines, totalSatang }] = orders
    await bring(market, { groupId, orderId }, 'processed')
    const of = { cloth: lines[0].id as string, bowl: lines[1].id as string }
    return { groupId: groupId as string, orderId: orderId as string, totalSatang, intent, ...of }
  }
  type Begun = Awaited<ReturnType<typeof begun>>

  const send = async (of: { orderId: string }, lines?: Part[], language?: string) => {
    const parcel = { trackingNumber: someNumber(), ...(lines && { lines }) }
    return await call(who.seller, ofShop(of.orderId, 'parcels'), parcel, language)
  }
  const giveBack = async (of: { orderId: string }, lines: Part[], more: object = {}) =>
    await call(who.seller, ofShop(of.orderId, 'refunds'), { reason: 'ของหมด', lines, ...more })
  const arrive = async ({ id }: { id: string }) =>
    await call(who.operator, `/admin/parcels/${id}/delivered`)
  const left = async ({ orderId }: Begun) => {
    const token = await tokenOf(theMarket(), who.seller.email)
    const { body } = await theMarket().call('GET', ofShop(orderId, '').slice(0, -1), { token })
    return body.lines.map((line: { leftToSend: number }) => line.leftToSend)
  }
  const eventsOf = ({ history, id }: Awaited<ReturnType<typeof sound>>) =>
    history
      .filter(({ aggregateId }) => aggregateId === id)
      .toSorted((one, other) => one.version - other.version)
      .map(({ event }) => event)
  describe('that goes back', () => {
    it('leaves what was sent on its way, to arrive and to complete by itself (OR4, OR5)', async () => {
      const placed = await begun()
      await send(placed, [{ lineId: placed.cloth, quantity: 3 }])
      expect((await sound(placed)).dueAt).toBeNull()
      const answer = await giveBack(placed, [{ lineId: placed.bowl, quantity: 2 }])
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      const now = await sound(placed)
      expect([now.status, now.dueAt === null]).toEqual(['shipped', false])
      const move = now.history.find(({ event }) => event === 'rest_refunded')
      expect(move).toMatchObject({ fromStatus: 'processed', toStatus: 'shipped', actor: 'seller' })
      expect(move?.byUserId).not.toBeNull()
      expect(await left(placed)).toEqual([0, 0])
      await passDays(30, 10)
      expect((await sound(placed)).status).toBe('completed')
    })

    it('leaves the order delivered whose parcels have all arrived, for its buyer to say so', async () => {
      const placed = await begun()
      const sent = await send(placed, [{ lineId: placed.cloth, quantity: 3 }])
      expect((await arrive(sent.body.parcels[0])).status).toBe(200)
      const body = { reason: 'ของหมด', lines: [{ lineId: placed.bowl, quantity: 2 }] }
      const path = `/admin/orders/${placed.orderId}/refunds`
      expect((await call(who.operator, path, body)).status).toBe(201)
      const now = await sound(placed)
      expect([now.status, now.dueAt === null]).toEqual(['delivered', false])
      expect(eventsOf(now).at(-1)).toBe('rest_refunded_arrived')
      const done = await call(who.shopper, `/orders/${placed.orderId}/received`)
      expect([done.status, done.body.status]).toEqual([200, 'completed'])
      await sound(placed)
    })

    it('leaves it to the last parcel to bring the order, when one has arrived and one has not', async () => {
      const placed = await begun()
      const first = await send(placed, [{ lineId: placed.cloth, quantity: 3 }])
      await arrive(first.body.parcels[0])
      const second = await send(placed, [{ lineId: placed.bowl, quantity: 1 }])
      await giveBack(placed, [{ lineId: placed.bowl, quantity: 1 }])
      expect((await sound(placed)).status).toBe('shipped')
      await arrive(second.body.parcels[1])
      const now = await sound(placed)
      expect([now.status, eventsOf(now).slice(-2)]).toEqual([
        'delivered',
        ['rest_refunded', 'delivered'],
      ])
    })

    it('is what was not sent, first: so much less may be in a parcel, and is told in both languages', async () => {
      const placed = await begun()
      await send(placed, [{ lineId: placed.cloth, quantity: 1 }])
      await giveBack(placed, [{ lineId: placed.cloth, quantity: 1 }])
      expect(await left(placed)).toEqual([1, 2])
      expect((await sound(placed)).status).toBe('processed')
      for (const language of ['th', 'en'] as const) {
        const two = [{ lineId: placed.cloth, quantity: 2 }]
        const { status, body } = await send(placed, two, language)
        expect([status, body.code, body.message]).toEqual([
          ...[422, 'more_than_ordered'],
          problems[language].more_than_ordered,
        ])
        expect(body.lines).toContainEqual({ lineId: placed.cloth, left: 1 })
      }
      const rest = await send(placed)
      expect([rest.status, rest.body.status]).toEqual([201, 'shipped'])
      expect(rest.body.parcels[1].lines.map(({ quantity }: Part) => quantity).sort()).toEqual([
        1, 2,
      ])
      await sound(placed)
    })

    it('may be less than goes back: a piece that was sent goes back with it', async () => {
      const placed = await begun()
      await send(placed, [
        { lineId: placed.cloth, quantity: 2 },
        { lineId: placed.bowl, quantity: 2 },
      ])
      const tooMany = await giveBack(placed, [{ lineId: placed.cloth, quantity: 4 }])
      expect([tooMany.status, tooMany.body.code]).toEqual([422, 'limit_reached'])
      expect((await sound(placed)).status).toBe('processed')
      expect((await giveBack(placed, [{ lineId: placed.cloth, quantity: 2 }])).status).toBe(201)
      const now = await sound(placed)
      expect([now.status, eventsOf(now).at(-1)]).toEqual(['shipped', 'rest_refunded'])
      // What is on its way goes on as it is.
      await giveBack(placed, [{ lineId: placed.bowl, quantity: 1 }])
      const later = await sound(placed)
      expect([later.status, later.dueAt, eventsOf(later).at(-1)]).toEqual([
        ...['shipped', now.dueAt, 'refunded'],
      ])
    })
  })

  it.each([true, false])(
    'is nothing of one that went back before it was sent: no parcel goes out, and time cancels it (delivery back: %s)',
    async (shipping) => {
      const placed = await begun()
      const all = [
        { lineId: placed.cloth, quantity: 3 },
        { lineId: placed.bowl, quantity: 2 },
      ]
      expect((await giveBack(placed, all, { shipping })).status).toBe(201)
      const before = await sound(placed)
      expect([before.status, before.dueAt === null]).toEqual(['processed', false])
      const refused = await send(placed)
      expect([refused.status, refused.body.code]).toEqual([422, 'more_than_ordered'])
      await passDays(30)
      const { status, refunds, splits } = await sound(placed)
      expect([status, splits[0]?.refundedSatang]).toEqual(['cancelled', placed.totalSatang])
      // Of nothing left there is no second refund; of a delivery that was paid for there is.
      expect(refunds).toHaveLength(shipping ? 1 : 2)
      expect(refundsOf(theMarket(), placed.intent)).toHaveLength(shipping ? 1 : 2)
    },
  )

  it('never goes out after it went back: of the parcel and the refund of one moment each looks again (P9, S3)', async () => {
    for (let round = 0; round < 6; round += 1) {
      const placed = await begun()
      await send(placed, [{ lineId: placed.cloth, quantity: 3 }])
      await send(placed, [{ lineId: placed.bowl, quantity: 1 }])
      const last = [{ lineId: placed.bowl, quantity: 1 }]
      const both = [async () => await send(placed, last), async () => await giveBack(placed, last)]
      const order = round % 2 === 0 ? both : both.toReversed()
      const answers = await Promise.all(order.map(async (act) => await act()))
      const [sent, back] = round % 2 === 0 ? answers : answers.toReversed()
      const now = await sound(placed)
      const bowl = now.lines.find(({ id }) => id === placed.bowl)
      expect([now.status, back?.status]).toEqual(['shipped', 201])
      // Sent first, it is a sent piece that goes back; given back first, nothing is left for a parcel.
      const wasSent = sent?.status === 201
      expect(eventsOf(now).slice(-2)).toEqual(
        wasSent ? ['shipped', 'refunded'] : ['parcel_sent', 'rest_refunded'],
      )
      expect([bowl?.sentQuantity, bowl?.refundedQuantity]).toEqual([wasSent ? 2 : 1, 1])
      if (!wasSent) expect(['more_than_ordered', 'transition_refused']).toContain(sent?.body.code)
    }
  }, 60_000)

  it('is asked for by the write of a parcel itself, whatever its shop had seen', async () => {
    const [db, placed] = [open(), await begun()]
    await giveBack(placed, [{ lineId: placed.cloth, quantity: 2 }])
    const { id, version } = await sound(placed)
    const parcel = {
      ...{ id: newId('ful'), orderId: id, groupId: placed.groupId, shopId: who.shop.id },
      ...{ carrier: 'other' as const, trackingNumber: someNumber(), position: version },
      ...{ sentAt: new Date(), deliveredAt: null },
    }
    const write = async (quantity: number) =>
      await db.atomically((q) =>
        insertParcel(q, db.tables, parcel, [{ lineId: placed.cloth, quantity }]),
      )
    await expect(write(2)).rejects.toSatisfy(isStale)
    await expect(write(1)).resolves.not.toThrow()
  })
})
