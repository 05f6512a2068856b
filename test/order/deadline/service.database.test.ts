import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { DAY_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring, someNumber } from '#test/support/parcels.ts'
import { refundsOf } from '#test/support/payer.ts'
import {
  intentOf,
  makeSeller,
  makeShopper,
  order,
  PASSWORD,
  type Seller,
  type Shopper,
} from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

const CASH = { provider: 'cod', method: 'cash' }

describeEachMarket('What is due of an order', (theMarket, open) => {
  let shop: Awaited<ReturnType<typeof makeShop>>
  let seller: Seller
  let shopper: Shopper
  beforeAll(async () => {
    shop = await makeShop(open())
    seller = await makeSeller(theMarket(), open(), shop.id)
    shopper = await makeShopper(theMarket())
  })

  const token = async ({ email }: { email: string }): Promise<string> =>
    (await theMarket().call('POST', '/auth/login', { body: { email, password: PASSWORD } })).body
      .accessToken
  const bought = async (payment = { provider: 'stripe', method: 'card' }, quantity = 2) => {
    const market = theMarket()
    const product = await makeProduct(open(), shop, { stock: 5 })
    const fresh = { ...shopper, token: await token(shopper) }
    const placed = await order(market, fresh, [{ product, shop, quantity }], payment)
    const { id: groupId, orders } = placed.body.orderGroup
    const intent = payment.provider === 'stripe' ? intentOf(market, groupId) : ''
    if (intent !== '') {
      await market.control(`/payment_intents/${intent}/approve`)
      await market.deliver()
    }
    const orderId: string = orders[0].id
    return { groupId: groupId as string, orderId, intent, product, lineId: orders[0].lines[0].id }
  }
  const buyer = async (orderId: string, act: string, body?: object) =>
    await theMarket().call('POST', `/orders/${orderId}/${act}`, {
      token: await token(shopper),
      key: newId('req'),
      ...(body === undefined ? {} : { body }),
    })
  const ofShop = async (orderId: string, act: string, body?: object) =>
    await theMarket().call('POST', `/seller/shops/${shop.id}/orders/${orderId}/${act}`, {
      token: await token(seller),
      key: newId('req'),
      ...(body === undefined ? {} : { body }),
    })
  const send = async (orderId: string, lines?: object[]) =>
    await ofShop(orderId, 'parcels', { trackingNumber: someNumber(), ...(lines && { lines }) })
  const seen = async (orderId: string) =>
    (await theMarket().call('GET', `/orders/${orderId}`, { token: await token(shopper) })).body
  const dueOf = async (orderId: string) => {
    const { orders } = open().tables
    const [row] = await open().select().from(orders).where(eq(orders.id, orderId))
    return row?.dueAt ?? null
  }
  /** Lets the time go by until the order's deadline, or a moment before it. */
  const passTo = async (orderId: string, beforeMs = 0) => {
    const due = await dueOf(orderId)
    if (due === null) throw new RangeError('nothing is due')
    theMarket().pass(due.getTime() - theMarket().clock.now().getTime() - beforeMs)
  }
  const lastOf = (body: { history: object[] }) => body.history.at(-1)
  const availableOf = async ({ slug }: { slug: string }) =>
    (await theMarket().call('GET', `/products/${slug}`)).body.variants[0].available

  it.each(['paid', 'processed'] as const)(
    'OR4: %s and not sent in time is cancelled after the grace: money and goods go back, once',
    async (stage) => {
      const [db, market] = [open(), theMarket()]
      const { orderId, groupId, intent, product } = await bought()
      if (stage === 'processed') await bring(market, { groupId, orderId }, stage)
      await passTo(orderId, 5000)
      await market.jobs()
      expect((await seen(orderId)).status).toBe(stage)
      market.pass(10_000)
      await Promise.all([market.jobs(), market.jobs(), market.jobs()])
      await market.deliver()
      const body = await seen(orderId)
      expect(body.status).toBe('cancelled')
      expect(lastOf(body)).toMatchObject({ by: 'system', reason: 'not_sent_in_time' })
      expect(body.refundedSatang).toBe(body.totalSatang)
      expect(await availableOf(product)).toBe(5)
      expect(refundsOf(market, intent)).toHaveLength(1)
      await expectSound(db, market, groupId)
    },
  )

  it('OR4: in cash and not sent in time is cancelled, and no cash is collected', async () => {
    const [db, market] = [open(), theMarket()]
    const { orderId, groupId, product } = await bought(CASH)
    await passTo(orderId)
    await market.jobs()
    expect(await seen(orderId)).toMatchObject({ status: 'cancelled', paymentStatus: 'cancelled' })
    expect(await availableOf(product)).toBe(5)
    await expectSound(db, market, groupId)
  })

  it('OR4: the job and the shop that sends race: it is sent whole or cancelled whole', async () => {
    const [db, market] = [open(), theMarket()]
    for (let round = 0; round < 6; round += 1) {
      const { orderId, groupId } = await bought()
      await bring(market, { groupId, orderId }, 'processed')
      await passTo(orderId)
      const sending = Array.from({ length: 2 }, () => send(orderId))
      const [, ...sent] = await Promise.all([market.jobs(), ...sending])
      await market.deliver()
      const { status } = await seen(orderId)
      const went = sent.filter((answer) => answer.status === 201).length
      expect([status, went]).toEqual(went === 1 ? ['shipped', 1] : ['cancelled', 0])
      await expectSound(db, market, groupId)
    }
  })

  it('is nothing for a clock to end once some of it is on its way', async () => {
    const [db, market] = [open(), theMarket()]
    const { orderId, groupId, lineId } = await bought()
    await bring(market, { groupId, orderId }, 'processed')
    await passTo(orderId)
    await send(orderId, [{ lineId, quantity: 1 }])
    expect(await dueOf(orderId)).toBeNull()
    market.pass(30 * DAY_MS)
    await market.jobs()
    expect((await seen(orderId)).status).toBe('processed')
    for (const refused of [
      await buyer(orderId, 'cancel-request', { reason: 'too_slow' }),
      await ofShop(orderId, 'cancel', { reason: 'out_of_stock' }),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([409, 'transition_refused'])
    }
    await expectSound(db, market, groupId)
  })

  it('OR6: a shop that says nothing to a buyer who would like to cancel agrees', async () => {
    const [db, market] = [open(), theMarket()]
    const { orderId, groupId, intent } = await bought()
    await bring(market, { groupId, orderId }, 'processed')
    const asked = await buyer(orderId, 'cancel-request', { reason: 'changed_mind' })
    expect([asked.status, asked.body.status]).toEqual([200, 'cancel_requested'])
    const answerBy = (await dueOf(orderId))?.toISOString()
    expect(asked.body.cancelRequest).toMatchObject({
      state: 'waiting',
      reason: 'changed_mind',
      answerBy,
    })
    expect((await send(orderId)).body.code).toBe('transition_refused')
    await passTo(orderId)
    await market.jobs()
    await market.deliver()
    const body = await seen(orderId)
    expect([body.status, body.cancelRequest.state]).toEqual(['cancelled', 'granted'])
    expect(lastOf(body)).toMatchObject({ by: 'system', reason: 'not_answered' })
    expect(refundsOf(market, intent)).toHaveLength(1)
    await expectSound(db, market, groupId)
  })

  it('OR6: a shop agrees, which cancels it, or refuses, which leaves it a day to send it', async () => {
    const [db, market] = [open(), theMarket()]
    const [yes, no] = [await bought(), await bought()]
    for (const part of [yes, no]) {
      await bring(market, part, 'processed')
      await buyer(part.orderId, 'cancel-request', { reason: 'wrong_address' })
    }
    const agreed = await ofShop(yes.orderId, 'cancel-request/approve')
    expect([agreed.status, agreed.body.status]).toEqual([200, 'cancelled'])
    expect(agreed.body.cancelRequest.state).toBe('granted')
    const refused = await ofShop(no.orderId, 'cancel-request/refuse', { reason: 'already_packed' })
    expect([refused.status, refused.body.status]).toEqual([200, 'processed'])
    expect((await seen(no.orderId)).cancelRequest).toMatchObject({
      state: 'refused',
      refusal: 'already_packed',
    })
    // While it is asked a shop cannot send: it is asked until it has said no.
    const again = await buyer(no.orderId, 'cancel-request', { reason: 'other' })
    expect([again.status, again.body.code]).toEqual([409, 'transition_refused'])
    expect((await send(no.orderId)).status).toBe(201)
    await market.deliver()
    for (const { groupId } of [yes, no]) await expectSound(db, market, groupId)
  })

  it('OR6: of yes, no and silence at the same moment one counts, and money goes back at most once', async () => {
    const [db, market] = [open(), theMarket()]
    for (let round = 0; round < 4; round += 1) {
      const { orderId, groupId, intent } = await bought()
      await bring(market, { groupId, orderId }, 'processed')
      await buyer(orderId, 'cancel-request', { reason: 'other' })
      await passTo(orderId)
      const [, yes, no] = await Promise.all([
        market.jobs(),
        ofShop(orderId, 'cancel-request/approve'),
        ofShop(orderId, 'cancel-request/refuse', { reason: 'other' }),
      ])
      await market.deliver()
      const { status } = await seen(orderId)
      expect([yes.status, no.status].filter((code) => code === 200).length).toBeLessThanOrEqual(1)
      expect(status).toBe(no.status === 200 ? 'processed' : 'cancelled')
      expect(refundsOf(market, intent)).toHaveLength(status === 'cancelled' ? 1 : 0)
      await expectSound(db, market, groupId)
    }
  })

  it('OR5: what nobody spoke of has arrived, and what nobody complained of is completed', async () => {
    const [db, market] = [open(), theMarket()]
    const { orderId, groupId } = await bought()
    await bring(market, { groupId, orderId }, 'shipped')
    await passTo(orderId)
    await market.jobs()
    const here = await seen(orderId)
    expect([here.status, lastOf(here)]).toMatchObject(['delivered', { by: 'system' }])
    expect(here.completesAt).toBe((await dueOf(orderId))?.toISOString())
    await passTo(orderId)
    await Promise.all([market.jobs(), market.jobs()])
    expect((await seen(orderId)).status).toBe('completed')
    const { journals } = await expectSound(db, market, groupId)
    expect(journals.filter(({ event }) => event === `completed:${orderId}`)).toHaveLength(1)
  })

  it('OR5, P10: the buyer’s press and the job race: escrow is left once', async () => {
    const [db, market] = [open(), theMarket()]
    for (let round = 0; round < 4; round += 1) {
      const { orderId, groupId } = await bought()
      await bring(market, { groupId, orderId }, 'delivered')
      await passTo(orderId)
      await Promise.all([
        market.jobs(),
        buyer(orderId, 'received'),
        buyer(orderId, 'received'),
        market.jobs(),
      ])
      await market.rest()
      expect((await seen(orderId)).status).toBe('completed')
      const { journals } = await expectSound(db, market, groupId)
      expect(journals.filter(({ event }) => event === `completed:${orderId}`)).toHaveLength(1)
    }
  })

  it('OR5: a buyer gets more time to look at it, once', async () => {
    const market = theMarket()
    const { orderId, groupId } = await bought()
    const early = await buyer(orderId, 'more-time')
    expect([early.status, early.body.code]).toEqual([409, 'transition_refused'])
    await bring(market, { groupId, orderId }, 'delivered')
    const before = (await dueOf(orderId))?.getTime() ?? 0
    const answer = await buyer(orderId, 'more-time')
    expect([answer.status, Date.parse(answer.body.completesAt)]).toEqual([200, before + 3 * DAY_MS])
    const again = await buyer(orderId, 'more-time')
    expect([again.status, again.body.code]).toEqual([409, 'transition_refused'])
    market.pass(before - market.clock.now().getTime() + 1000)
    await market.jobs()
    expect((await seen(orderId)).status).toBe('delivered')
    await expectSound(open(), market, groupId)
  })

  it('waits in cash for the cash, and holds up nobody who is due after it', async () => {
    const [db, market] = [open(), theMarket()]
    const cash = await bought(CASH)
    const paid = await bought()
    for (const part of [cash, paid]) await bring(market, part, 'delivered')
    await passTo(paid.orderId)
    await market.jobs()
    expect((await seen(cash.orderId)).status).toBe('delivered')
    expect((await seen(paid.orderId)).status).toBe('completed')
    expect((await dueOf(cash.orderId))?.getTime()).toBeGreaterThan(market.clock.now().getTime())
    for (const { groupId } of [cash, paid]) await expectSound(db, market, groupId)
  })
})
