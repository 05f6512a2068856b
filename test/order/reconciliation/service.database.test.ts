import { and, eq } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { isProblem } from '#src/common/problem.ts'
import { GROUP_CHANGED } from '#src/order/index.ts'
import { makeProduct } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAsGuest, placeAt, refundsOf, signedInAgain, stallOf } from '#test/support/payer.ts'
import { fillCart, makeShopper, order } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

const RUNS = 100
const LANES = 5

/** The same numbers for the same seed, between 0 and 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describeEachMarket('An unpaid order', (theMarket, open) => {
  const stall = stallOf(theMarket, open)
  const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms))

  type Placed = Awaited<ReturnType<typeof placeAsGuest>>
  const ACTIONS: Record<string, (placed: Placed) => Promise<void>> = {
    async pay({ intent }) {
      const market = theMarket()
      const approved = await market.control(`/payment_intents/${intent}/approve`, { late: true })
      expect(approved.status).toBe(200)
      await market.provider.settle()
    },
    async expire({ groupId }) {
      const services = theMarket().services()
      try {
        await services.order().reconciliation.end(groupId, 'expired')
      } catch (error) {
        if (!isProblem(error, 'transition_refused')) throw error
      } finally {
        await services.close()
      }
    },
    async cancel({ orderId, orderToken }) {
      const key = newId('req')
      const answer = await theMarket().call('POST', `/orders/${orderId}/cancel`, {
        orderToken,
        key,
      })
      expect([200, 409], JSON.stringify(answer.body)).toContain(answer.status)
      if (answer.status === 409) expect(answer.body.code).toBe('transition_refused')
    },
    async payAgain({ groupId, orderToken }) {
      const body = { provider: 'stripe', method: 'card' }
      const options = { orderToken, key: newId('req'), body }
      const answer = await theMarket().call('POST', `/order-groups/${groupId}/payments`, options)
      expect([201, 409], JSON.stringify(answer.body)).toContain(answer.status)
    },
    async check() {
      const services = theMarket().services()
      await services.order().webhooks.sweep()
      await services.order().reconciliation.reconcile()
      await services.close()
    },
  }

  it(`is paid, expired or cancelled once, whoever comes first, in ${RUNS} races (S5, S6)`, async () => {
    const [db, market] = [open(), theMarket()]
    const things = await stall()
    const ended: Record<string, number> = {}

    async function race(seed: number): Promise<Placed> {
      const random = numbers(seed)
      const placed = await placeAsGuest(market, things)
      const chosen = Object.entries(ACTIONS).filter(() => random() < 0.7)
      const plan = [...chosen, ...chosen.filter(() => random() < 0.3)]
        .filter(
          ([name], index, all) => name !== 'pay' || index < all.length - 1 || all.length === 1,
        )
        .filter(
          ([name], index, all) => name !== 'pay' || all.findIndex(([n]) => n === 'pay') === index,
        )
      await Promise.all(
        plan.map(async ([name, act]) => {
          await pause(Math.floor(random() * 12))
          try {
            await act(placed)
          } catch (error) {
            throw new Error(`seed ${seed}: ${name}`, { cause: error })
          }
        }),
      )
      return placed
    }

    // What else the provider tells changes nothing and only takes its time.
    const idle = ['created', 'requires_action', 'canceled'].map((kind) => `payment_intent.${kind}`)
    const faults = [...idle, 'charge.*'].map((event) => ({ kind: 'never', event, times: null }))
    await market.control('/faults', { faults })
    for (let first = 1; first <= RUNS; first += LANES) {
      const seeds = Array.from({ length: LANES }, (_, lane) => first + lane)
      const placed = await Promise.all(seeds.map(race))
      await market.rest()
      await market.deliver()
      for (const [lane, { groupId, intent }] of placed.entries()) {
        const { group, history, refunds } = await expectSound(db, market, groupId)
        const moves = history.filter(
          ({ aggregateId, fromStatus, toStatus }) =>
            aggregateId === groupId && toStatus !== 'pending_payment' && toStatus !== fromStatus,
        )
        expect(moves.length, `seed ${first + lane}`).toBeLessThanOrEqual(1)
        ended[group.paymentStatus] = (ended[group.paymentStatus] ?? 0) + 1
        const came = market.provider.simulation.intents.get(intent)?.wire.status === 'succeeded'
        const kept = group.paymentStatus === 'paid' ? 1 : 0
        const aside = refunds.filter(({ orderId }) => orderId === null)
        if (came) expect(aside.length + kept, `seed ${first + lane}`).toBe(1)
        expect(refundsOf(market, intent)).toHaveLength(refunds.length)
      }
    }
    await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    expect(Object.keys(ended).sort()).toEqual(
      expect.arrayContaining(['cancelled', 'expired', 'paid']),
    )
  }, 180_000)

  it('is given no new charge while it expires (S6)', async () => {
    const [db, market] = [open(), theMarket()]
    const things = await stall()
    const placed = await Promise.all(Array.from({ length: 8 }, () => placeAsGuest(market, things)))
    for (const { intent } of placed) await market.control(`/payment_intents/${intent}/expire`)
    await market.deliver()
    await Promise.all(
      placed.flatMap((one, n) => [
        ACTIONS.payAgain?.(one),
        pause(n * 2).then(async () => await ACTIONS.expire?.(one)),
      ]),
    )
    await market.rest()
    for (const { groupId } of placed) {
      expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('expired')
    }
  })

  it('expires once when the jobs of two minutes run at the same time (S5)', async () => {
    const [db, market] = [open(), theMarket()]
    const things = await stall()
    const placed = await Promise.all(Array.from({ length: 6 }, () => placeAsGuest(market, things)))
    market.pass(30 * MINUTE_MS + 1000)
    await Promise.all([market.jobs(), market.jobs(), market.jobs()])
    const { outboxMessages } = db.tables
    for (const { groupId, intent } of placed) {
      const { group, attempts } = await expectSound(db, market, groupId)
      expect(group.paymentStatus).toBe('expired')
      // The QR may have run out a moment before the group did.
      expect(['expired', 'failed']).toContain(attempts[0]?.status)
      expect(market.provider.simulation.intents.get(intent)?.wire.status).toBe('canceled')
      const said = await db
        .select()
        .from(outboxMessages)
        .where(and(eq(outboxMessages.aggregateId, groupId), eq(outboxMessages.kind, GROUP_CHANGED)))
      expect(said).toHaveLength(1)
    }
  })

  it('ends on time though its provider is silent, and so do the twenty beside it (S6)', async () => {
    const [db, market] = [open(), theMarket()]
    const things = await stall()
    const placed: Placed[] = []
    for (let n = 0; n < 21; n += 1) placed.push(await placeAsGuest(market, things))
    market.pass(30 * MINUTE_MS + 1000)
    await market.control('/faults', { kind: 'hang', ms: 500, times: null })
    const asked = vi.spyOn(market.provider, 'fetch')
    const startedAt = Date.now()
    await market.jobs()
    const tookMs = Date.now() - startedAt
    const calls = asked.mock.calls.length
    asked.mockRestore()
    for (const { groupId } of placed) {
      expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('expired')
    }
    // Six at once, and none after the fifth silence: one after another took 21 times as long.
    expect(calls).toBeLessThanOrEqual(10)
    expect(tookMs).toBeLessThan(21 * 500)
    await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    market.pass(6 * MINUTE_MS)
    await market.jobs()
    for (const { groupId, intent } of placed) {
      expect(market.provider.simulation.intents.get(intent)?.wire.status).toBe('canceled')
      await expectSound(db, market, groupId)
    }
  }, 60_000)

  it('waits its whole window and not a minute less', async () => {
    const [db, market] = [open(), theMarket()]
    const guest = await placeAsGuest(market, await stall())
    const account = await placeAt(market, await stall())
    const states = async () => {
      await market.jobs()
      const groups = [guest, account].map(({ groupId }) => expectSound(db, market, groupId))
      return (await Promise.all(groups)).map(({ group }) => group.paymentStatus)
    }
    market.pass(14 * MINUTE_MS)
    expect(await states()).toEqual(['pending_payment', 'pending_payment'])
    market.pass(MINUTE_MS + 1000)
    expect(await states()).toEqual(['expired', 'pending_payment'])
    market.pass(14 * MINUTE_MS)
    expect(await states()).toEqual(['expired', 'pending_payment'])
    market.pass(MINUTE_MS)
    expect(await states()).toEqual(['expired', 'expired'])
  })

  it('that is paid at the last second stays paid, though nobody had told us', async () => {
    const [db, market] = [open(), theMarket()]
    await market.control('/faults', { kind: 'never', times: null })
    const { groupId, intent } = await placeAsGuest(market, await stall())
    await market.control(`/payment_intents/${intent}/approve`)
    await market.provider.fetch('http://127.0.0.1:8789/sim/faults', { method: 'DELETE' })
    market.pass(31 * MINUTE_MS)
    await market.jobs()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it.each(['expired', 'cancelled'] as const)(
    'that is %s gives its things back to the cart',
    async (how) => {
      const [db, market] = [open(), theMarket()]
      const { shop, cloth } = await stall()
      const shopper = await makeShopper(market)
      const placed = await order(market, shopper, [{ product: cloth, shop, quantity: 3 }])
      const { id: groupId, orders } = placed.body.orderGroup
      if (how === 'expired') {
        market.pass(31 * MINUTE_MS)
        await market.jobs()
      } else {
        const options = { token: shopper.token, key: newId('req') }
        await market.call('POST', `/orders/${orders[0].id}/cancel`, options)
      }
      expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe(how)
      const { token } = await signedInAgain(market, shopper)
      const cart = await market.call('GET', '/cart', { token })
      expect(cart.body.groups[0].lines).toMatchObject([{ variantId: cloth.variantId, quantity: 3 }])
      await market.jobs()
      const same = await market.call('GET', '/cart', { token })
      expect(same.body.groups[0].lines[0].quantity).toBe(3)
    },
  )

  it('gives its things back though the cart changes at the same moment', async () => {
    const [db, market] = [open(), theMarket()]
    const { shop, cloth, shopper } = await stall()
    const { token } = shopper
    const { groupId, orderId } = await placeAt(market, await stall())
    const others = await Promise.all(Array.from({ length: 3 }, () => makeProduct(db, shop)))
    await Promise.all([
      market.call('POST', `/orders/${orderId}/cancel`, { token, key: newId('req') }),
      ...others.map((product) => fillCart(market, token, [{ product, shop }])),
    ])
    await market.rest()
    await expectSound(db, market, groupId)
    const cart = await market.call('GET', '/cart', { token })
    const there = cart.body.groups[0].lines.map((line: { variantId: string }) => line.variantId)
    expect(there.sort()).toEqual([cloth, ...others].map(({ variantId }) => variantId).sort())
  })

  it('is cancelled once by ten calls with ten keys, and each is told how it stands', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, orderToken } = await placeAsGuest(market, await stall())
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        market.call('POST', `/orders/${orderId}/cancel`, { orderToken, key: newId('req') }),
      ),
    )
    await market.rest()
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(9)
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('cancelled')
  })
})
