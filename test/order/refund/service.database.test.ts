import { expect, it } from 'vitest'
import { MINUTE_MS } from '#src/common/clock.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAt, refundsOf, stallOf } from '#test/support/payer.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('A refund', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  /** An order that somebody paid too much for, so that the money must go back. */
  const overpaid = async () => {
    const market = theMarket()
    const placed = await placeAt(market, await stall())
    await market.control(`/payment_intents/${placed.intent}/approve`, { amount: placed.total + 5 })
    return placed
  }

  it('P7: whose answer is lost is asked for again by its own key, and moves money once', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await overpaid()
    await market.control('/faults', {
      kind: 'status_500_after_commit',
      method: 'POST',
      path: '/v1/refunds',
      times: 2,
    })
    await market.deliver()
    for (let minute = 0; minute < 5; minute += 1) {
      market.pass(2 * MINUTE_MS)
      await market.jobs()
    }
    const { refunds } = await expectSound(db, market, groupId)
    expect(refundsOf(market, intent)).toHaveLength(1)
    expect(refunds).toMatchObject([{ reason: 'wrong_amount' }])
  })

  it('is sent once by jobs that run at the same time', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, intent } = await overpaid()
    await market.deliver()
    await Promise.all([market.jobs(), market.jobs(), market.jobs()])
    const { refunds, journals } = await expectSound(db, market, groupId)
    expect(refunds).toMatchObject([{ status: 'succeeded', nextAtMs: null }])
    expect(refundsOf(market, intent)).toHaveLength(1)
    expect(journals.filter(({ event }) => event.startsWith('refunded:'))).toHaveLength(1)
  })
})
