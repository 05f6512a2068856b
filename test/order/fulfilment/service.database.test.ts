import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { someNumber, step } from '#test/support/parcels.ts'
import {
  ADDRESS,
  intentOf,
  makeOperator,
  makeSeller,
  makeShopper,
  order,
  type Seller,
  type Shopper,
} from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

type Stall = { shop: Awaited<ReturnType<typeof makeShop>>; seller: Seller }
const CASH = { provider: 'cod', method: 'cash' }

describeEachMarket('A shop’s orders', (theMarket, open) => {
  let [one, other] = [] as unknown as [Stall, Stall]
  let shopper: Shopper

  const makeStall = async (): Promise<Stall> => {
    const shop = await makeShop(open())
    return { shop, seller: await makeSeller(theMarket(), open(), shop.id) }
  }
  beforeAll(async () => {
    one = await makeStall()
    other = await makeStall()
    shopper = await makeShopper(theMarket())
  })

  /** What was bought from both shops at once: two things of the first, of which there are three each. */
  const bought = async (payment = { provider: 'stripe', method: 'card' }, pays = true) => {
    const [market, db] = [theMarket(), open()]
    const cloth = await makeProduct(db, one.shop, { title: 'ผ้าของร้านหนึ่ง' })
    const bowl = await makeProduct(db, one.shop, { title: 'ชามของร้านหนึ่ง' })
    const basket = await makeProduct(db, other.shop, { title: 'ตะกร้าของอีกร้าน' })
    const wants = [
      { product: cloth, shop: one.shop, quantity: 3 },
      { product: bowl, shop: one.shop, quantity: 3 },
      { product: basket, shop: other.shop, quantity: 1 },
    ]
    const placed = await order(market, shopper, wants, payment)
    const { id: groupId, orders } = placed.body.orderGroup
    if (payment.provider === 'stripe' && pays) {
      await market.control(`/payment_intents/${intentOf(market, groupId)}/approve`)
      await market.deliver()
    }
    const own = orders.find(({ shop }: { shop: { id: string } }) => shop.id === one.shop.id)
    const foreign = orders.find(({ shop }: { shop: { id: string } }) => shop.id === other.shop.id)
    const lineIds: string[] = own.lines.map(({ id }: { id: string }) => id)
    return { groupId: groupId as string, orderId: own.id as string, foreign, lineIds }
  }

  const get = async (path: string, { shop, seller } = one) =>
    await theMarket().call('GET', `/seller/shops/${shop.id}/orders${path}`, { token: seller.token })
  const post = async (
    orderId: string,
    act: string,
    body?: object,
    { key = newId('req'), stall = one }: { key?: string; stall?: Stall } = {},
  ) =>
    await theMarket().call('POST', `/seller/shops/${stall.shop.id}/orders/${orderId}/${act}`, {
      token: stall.seller.token,
      key,
      ...(body === undefined ? {} : { body }),
    })
  const send = async (orderId: string, lines?: object[], key = newId('req')) =>
    await post(
      orderId,
      'parcels',
      { trackingNumber: someNumber(), ...(lines && { lines }) },
      { key },
    )
  const seen = async (orderId: string) =>
    (await theMarket().call('GET', `/orders/${orderId}`, { token: shopper.token })).body

  describe('Z2: read', () => {
    it('show the shop its own lines, and of its buyer what the carrier has to know', async () => {
      const { orderId, foreign, groupId } = await bought()
      const { status, body } = await get(`/${orderId}`)
      expect([status, body.status, body.cashSatang]).toEqual([200, 'paid', 0])
      expect(body.deliverTo).toMatchObject({ recipient: ADDRESS.recipient, postcode: '10400' })
      expect(body.deliverTo.phone).toMatch(/812345678$/)
      expect(body.lines.map(({ sentQuantity }: { sentQuantity: number }) => sentQuantity)).toEqual([
        0, 0,
      ])
      for (const hidden of [groupId, foreign.id, 'ตะกร้า', shopper.email, 'usr_', other.shop.id]) {
        expect(JSON.stringify(body)).not.toContain(hidden)
      }
      const list = await get('?status=paid&limit=100')
      expect(list.body.items.map(({ id }: { id: string }) => id)).toContain(orderId)
      for (const hidden of [foreign.id, 'ตะกร้า', ADDRESS.recipient, ADDRESS.line1, '812345678']) {
        expect(JSON.stringify(list.body)).not.toContain(hidden)
      }
    })

    it('tell no address before the order is to be sent, nor after it has arrived', async () => {
      const { orderId } = await bought({ provider: 'stripe', method: 'promptpay' }, false)
      const unpaid = { status: 'pending_payment', deliverTo: null }
      expect((await get(`/${orderId}`)).body).toMatchObject(unpaid)
      const cash = await bought(CASH)
      const { body } = await get(`/${cash.orderId}`)
      expect([body.cashSatang, body.deliverTo === null]).toEqual([body.totalSatang, false])
      await post(cash.orderId, 'cancel', { reason: 'out_of_stock' })
      expect((await get(`/${cash.orderId}`)).body).toMatchObject({
        status: 'cancelled',
        cashSatang: 0,
        deliverTo: null,
      })
    })

    it('tell no address by an answer that was kept, once a plain read tells none', async () => {
      const { orderId, groupId } = await bought()
      const key = newId('req')
      const accept = async () => await post(orderId, 'accept', undefined, { key })
      const first = await accept()
      expect(first.body.deliverTo.line1).toBe(ADDRESS.line1)
      expect(await accept()).toMatchObject({ status: 200, body: first.body })
      const { idempotencyKeys: keys } = open().tables
      const kept = await open().select().from(keys).where(eq(keys.key, key))
      expect([kept.length, JSON.stringify(kept).includes(ADDRESS.line1)]).toEqual([1, false])
      for (const event of ['shipped', 'delivered'] as const) {
        await step(theMarket(), { groupId, orderId }, event)
      }
      const again = await accept()
      expect([again.status, again.body]).toEqual([200, { ...first.body, deliverTo: null }])
    })

    it('come in pages, of a status and of all, and a cursor of one shop is none of another’s', async () => {
      for (let n = 0; n < 3; n += 1) await bought(CASH)
      for (const query of ['limit=2', 'status=paid&limit=2']) {
        const ids: string[] = []
        for (let cursor: string | null = ''; cursor !== null; ) {
          const { body } = await get(`?${query}${cursor === '' ? '' : `&cursor=${cursor}`}`)
          ids.push(...body.items.map(({ id }: { id: string }) => id))
          cursor = body.nextCursor
        }
        expect(ids.length).toBeGreaterThanOrEqual(3)
        expect(new Set(ids).size).toBe(ids.length)
      }
      const { body } = await get('?limit=1')
      const refused = await get(`?limit=1&cursor=${body.nextCursor}`, other)
      expect([refused.status, refused.body.code]).toEqual([400, 'cursor_invalid'])
    })

    it('Z1: another shop’s order is as unknown as one that is not there, to read and to move', async () => {
      const { foreign } = await bought()
      for (const id of [foreign.id, 'ord_absent']) {
        const answers = [
          await get(`/${id}`),
          await post(id, 'accept'),
          await send(id),
          await post(id, 'cancel', { reason: 'other' }),
          await post(id, 'cancel-request/approve'),
          await post(id, 'cancel-request/refuse', { reason: 'other' }),
        ]
        expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
          answers.map(() => [404, 'not_found']),
        )
      }
      expect((await seen(foreign.id)).status).toBe('paid')
    })
  })

  describe('that are to be sent', () => {
    it('are accepted, then go out in two parcels, and arrive with the last of them', async () => {
      const [db, market] = [open(), theMarket()]
      const { orderId, groupId, lineIds } = await bought()
      const shipBy = (await get(`/${orderId}`)).body.shipBy
      expect(Date.parse(shipBy)).toBeGreaterThan(market.clock.now().getTime())
      const accepted = await post(orderId, 'accept')
      expect([accepted.status, accepted.body.status]).toEqual([200, 'processed'])
      const [a, b] = lineIds
      const first = await send(orderId, [
        { lineId: a, quantity: 3 },
        { lineId: b, quantity: 1 },
      ])
      expect([first.status, first.body.status]).toEqual([201, 'processed'])
      expect(first.body.lines.map((line: { sentQuantity: number }) => line.sentQuantity)).toEqual([
        3, 1,
      ])
      await expectSound(db, market, groupId)
      const last = await post(orderId, 'parcels', { trackingNumber: 'EY 1234 5678 5 TH' })
      expect([last.status, last.body.status]).toEqual([201, 'shipped'])
      const mine = await seen(orderId)
      expect(mine).toMatchObject({ status: 'shipped', shipBy })
      expect(mine.parcels).toMatchObject([
        { carrier: 'flash', lines: [{ quantity: 3 }, { quantity: 1 }] },
        {
          carrier: 'thailand_post',
          trackingNumber: 'EY123456785TH',
          trackingUrl: 'https://track.thailandpost.co.th/?trackNumber=EY123456785TH',
          lines: [{ lineId: b, quantity: 2 }],
        },
      ])
      await expectSound(db, market, groupId)
      const { parcels } = market.services().order()
      expect(await parcels.deliveredByCarrier('thailand_post', 'EY123456785TH')).toBe(1)
      expect((await seen(orderId)).status).toBe('shipped')
      await parcels.delivered(mine.parcels[0].id, { actor: 'system' })
      const here = await seen(orderId)
      expect([here.status, here.history.map((row: { event: string }) => row.event)]).toEqual([
        'delivered',
        [
          ...['placed', 'paid', 'accepted', 'parcel_sent', 'shipped'],
          ...['parcel_delivered', 'delivered'],
        ],
      ])
      await market.rest()
      const { history } = await expectSound(db, market, groupId)
      const moves = history.filter(
        ({ aggregateId, actor }) => aggregateId === orderId && actor === 'seller',
      )
      expect(new Set(moves.map(({ byUserId }) => byUserId))).toEqual(new Set([one.seller.userId]))
    })

    it('never go out twice: of twenty who pack the last three, one does (S3)', async () => {
      const [db, market] = [open(), theMarket()]
      const { orderId, groupId, lineIds } = await bought()
      await post(orderId, 'accept')
      const [a, b] = lineIds
      const answers = await Promise.all(
        Array.from({ length: 20 }, async (_, n) =>
          send(orderId, [{ lineId: n % 2 === 0 ? a : b, quantity: 2 }]),
        ),
      )
      const sent = answers.filter(({ status }) => status === 201)
      expect(sent).toHaveLength(2)
      for (const { status, body } of answers) {
        if (status === 201) continue
        expect([
          [422, 'more_than_ordered'],
          [409, 'conflict'],
        ]).toContainEqual([status, body.code])
      }
      await market.rest()
      const { lines } = await expectSound(db, market, groupId)
      const own = lines.filter((line) => line.orderId === orderId)
      expect(own.map(({ sentQuantity }) => sentQuantity)).toEqual([2, 2])
    })

    it('I1: go out once for one key, and the number that was told is refused under another', async () => {
      const [db, market] = [open(), theMarket()]
      const { orderId, groupId, lineIds } = await bought()
      await post(orderId, 'accept')
      const body = { trackingNumber: someNumber(), lines: [{ lineId: lineIds[0], quantity: 1 }] }
      const key = newId('req')
      const same = await Promise.all(
        Array.from({ length: 8 }, async () => post(orderId, 'parcels', body, { key })),
      )
      expect(new Set(same.map(({ status }) => status))).toEqual(new Set([201]))
      const again = await post(orderId, 'parcels', body)
      expect([again.status, again.body.code]).toEqual([409, 'conflict'])
      const changed = await post(orderId, 'parcels', { trackingNumber: someNumber() }, { key })
      expect([changed.status, changed.body.code]).toEqual([422, 'idempotency_key_reused'])
      const { lines } = await expectSound(db, market, groupId)
      expect(lines.find(({ id }) => id === lineIds[0])?.sentQuantity).toBe(1)
    })

    it('are refused a number of Thailand Post’s with a wrong digit, and another order’s line', async () => {
      const { orderId, foreign } = await bought()
      await post(orderId, 'accept')
      const wrong = await post(orderId, 'parcels', { trackingNumber: 'EY123456784TH' })
      expect([wrong.status, wrong.body.errors]).toMatchObject([
        400,
        [{ path: 'trackingNumber', code: 'not_a_tracking_number' }],
      ])
      const [line] = foreign.lines
      for (const lineId of [line.id, 'oln_absent']) {
        const { status, body } = await send(orderId, [{ lineId, quantity: 1 }])
        expect([status, body.code]).toEqual([404, 'not_found'])
      }
    })

    it('OR1: refuse every move that does not follow on where they are', async () => {
      const { orderId } = await bought()
      const refused = async (
        ...acts: (() => Promise<{ status: number; body: { code: string } }>)[]
      ) => {
        for (const act of acts) {
          const { status, body } = await act()
          expect([status, body.code]).toEqual([409, 'transition_refused'])
        }
      }
      const approve = async () => await post(orderId, 'cancel-request/approve')
      const refuse = async () => await post(orderId, 'cancel-request/refuse', { reason: 'other' })
      const cancel = async () => await post(orderId, 'cancel', { reason: 'other' })
      await refused(async () => await send(orderId), approve, refuse)
      await post(orderId, 'accept')
      await refused(async () => await post(orderId, 'accept'), approve, refuse)
      await send(orderId)
      await refused(async () => await send(orderId), cancel, approve, refuse)
    })

    it('arrive by an operator’s word, never by their shop’s, and a second word changes nothing', async () => {
      const [db, market] = [open(), theMarket()]
      const { orderId, groupId } = await bought()
      await post(orderId, 'accept')
      const [parcel] = (await send(orderId)).body.parcels
      const path = `/admin/parcels/${parcel.id}/delivered`
      const say = async (token?: string) =>
        await market.call('POST', path, token === undefined ? {} : { token })
      expect((await say()).status).toBe(401)
      for (const { token } of [one.seller, shopper]) expect((await say(token)).status).toBe(403)
      const accessToken = (await makeOperator(market, db)).token
      const answers = await Promise.all([say(accessToken), say(accessToken), say(accessToken)])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(answers[0]?.body.deliveredAt).toBeDefined()
      const absent = await market.call('POST', '/admin/parcels/ful_absent/delivered', {
        token: accessToken,
      })
      expect([absent.status, absent.body.code]).toEqual([404, 'not_found'])
      await market.rest()
      const { history } = await expectSound(db, market, groupId)
      const said = history.filter(({ event }) => event === 'delivered')
      expect(said).toHaveLength(1)
      expect(said[0]?.actor).toBe('operator')
      expect(said[0]?.byUserId).not.toBeNull()
    })
  })

  it('are packed by staff, and cancelled by who runs the shop alone', async () => {
    const market = theMarket()
    const { orderId } = await bought()
    const staff = { shop: one.shop, seller: await makeSeller(market, open(), one.shop.id, 'staff') }
    const manager = {
      shop: one.shop,
      seller: await makeSeller(market, open(), one.shop.id, 'manager'),
    }
    expect((await post(orderId, 'accept', undefined, { stall: staff })).status).toBe(200)
    const why = { reason: 'cannot_deliver' }
    const refused = await post(orderId, 'cancel', why, { stall: staff })
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
    const done = await post(orderId, 'cancel', why, { stall: manager })
    expect([done.status, done.body.status]).toEqual([200, 'cancelled'])
    expect(done.body.history.at(-1)).toMatchObject({ by: 'seller', reason: 'cannot_deliver' })
  })
})
