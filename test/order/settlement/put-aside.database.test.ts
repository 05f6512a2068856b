import { expect, it } from 'vitest'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAt, stallOf } from '#test/support/payer.ts'
import { makeOperator } from '#test/support/shopper.ts'

describeEachMarket('Money that was put aside', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  it('is seen by operators with its reason and its way back, newest first, page by page (P5, PW7)', async () => {
    const market = theMarket()
    const { token } = await makeOperator(market, open())
    const placed = []
    for (const [surplus, currency] of [
      [100, 'thb'],
      [200, 'usd'],
    ] as const) {
      const one = await placeAt(market, await stall(), 'card')
      const amount = one.total + surplus
      await market.control(`/payment_intents/${one.intent}/approve`, { amount, currency })
      placed.push({ ...one, amount, currency })
    }
    await market.deliver()
    const list = async (query: string) =>
      (await market.call('GET', `/admin/put-aside?${query}`, { token })).body
    const seen = []
    for (let cursor = ''; ; ) {
      const { items, nextCursor } = await list(`limit=1${cursor}`)
      seen.push(...items)
      if (nextCursor === null) break
      cursor = `&cursor=${nextCursor}`
    }
    expect(seen).toMatchObject(
      placed.toReversed().map(({ groupId, intent, amount, currency }) => ({
        ...{ groupId, chargeRef: intent, amountSatang: amount, currency: currency.toUpperCase() },
        ...{ reason: 'wrong_amount', refund: { status: 'succeeded' } },
      })),
    )
  })

  it('is for operators alone to see', async () => {
    const { shopper } = await stall()
    for (const path of ['/admin/put-aside', '/admin/chargebacks', '/admin/commission-rules']) {
      expect((await theMarket().call('GET', path)).status).toBe(401)
      expect((await theMarket().call('GET', path, { token: shopper.token })).status).toBe(403)
    }
  })
})
