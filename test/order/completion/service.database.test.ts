import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring } from '#test/support/parcels.ts'
import { placeAsGuest, placeAt, stallOf } from '#test/support/payer.ts'
import { order } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('A parcel that arrived', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  const paid = async () => {
    const market = theMarket()
    const placed = await placeAt(market, await stall(), 'card')
    await market.control(`/payment_intents/${placed.intent}/approve`)
    await market.deliver()
    return { ...placed, token: (await stall()).shopper.token }
  }
  const received = async (
    orderId: string,
    who: { token?: string; orderToken?: string },
    key: string = newId('req'),
  ) => await theMarket().call('POST', `/orders/${orderId}/received`, { ...who, key })

  it.each(['shipped', 'delivered'] as const)(
    'and was %s completes its order by its buyer’s word, and its shop is owed its part (L2)',
    async (stage) => {
      const [db, market] = [open(), theMarket()]
      const { groupId, orderId, total, token } = await paid()
      await bring(market, { groupId, orderId }, stage)
      const answer = await received(orderId, { token })
      expect([answer.status, answer.body.status]).toEqual([200, 'completed'])
      await market.rest()
      const { entries, lines } = await expectSound(db, market, groupId)
      const shop = entries.find(({ account }) => account.startsWith('shop_available:'))
      const commission = lines.reduce((sum, line) => sum + line.commissionSatang, 0)
      const vat = entries.find(({ account }) => account === 'vat_payable')?.amountSatang ?? 0
      expect(shop?.account).toBe(`shop_available:${(await stall()).shop.id}`)
      expect(-(shop?.amountSatang ?? 0)).toBe(total - commission + vat)
      const { body } = await market.call('GET', '/orders?tab=completed', { token })
      expect(body.items[0].id).toBe(orderId)
    },
  )

  it('is said to be there by a guest with the order’s token, and by nobody without (Z5)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, orderToken, intent } = await placeAsGuest(market, await stall())
    await market.control(`/payment_intents/${intent}/approve`)
    await market.deliver()
    await bring(market, { groupId, orderId }, 'shipped')
    for (const who of [{}, { token: (await stall()).shopper.token }]) {
      const refused = await received(orderId, who)
      expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
    }
    expect((await received(orderId, { orderToken })).status).toBe(200)
    await expectSound(db, market, groupId)
  })

  it('is booked once by twenty calls with one key and ten with others (I1, P10)', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId, orderId, token } = await paid()
    await bring(market, { groupId, orderId }, 'delivered')
    const key = newId('req')
    const [same, others] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => received(orderId, { token }, key))),
      Promise.all(Array.from({ length: 10 }, () => received(orderId, { token }))),
    ])
    await market.rest()
    const won = [...new Set(same.map(({ status }) => status)), ...others.map((a) => a.status)]
    expect(won.filter((status) => status === 200)).toHaveLength(1)
    for (const { status, body } of [...same, ...others]) {
      if (status !== 200) expect([status, body.code]).toEqual([409, 'transition_refused'])
    }
    const { journals } = await expectSound(db, market, groupId)
    expect(journals.filter(({ event }) => event === `completed:${orderId}`)).toHaveLength(1)
  })

  it('is not there while it is unpaid, paid or being packed, nor when it was cancelled', async () => {
    const [db, market] = [open(), theMarket()]
    const { shopper } = await stall()
    const { token } = shopper
    const unpaid = await placeAt(market, await stall())
    const packed = await paid()
    const gone = await paid()
    await market.call('POST', `/orders/${gone.orderId}/cancel`, { token, key: newId('req') })
    const refused = async (orderId: string) => {
      const { status, body } = await received(orderId, { token })
      expect([status, body.code]).toEqual([409, 'transition_refused'])
    }
    await refused(unpaid.orderId)
    await refused(packed.orderId)
    await bring(market, packed, 'processed')
    await refused(packed.orderId)
    await refused(gone.orderId)
    await market.rest()
    for (const { groupId } of [unpaid, packed, gone]) await expectSound(db, market, groupId)
  })

  it('that was paid for in cash waits for the cash to be remitted, and books nothing', async () => {
    const [db, market] = [open(), theMarket()]
    const { shopper, shop, cloth } = await stall()
    const { token } = shopper
    const want = [{ product: cloth, shop }]
    const { body } = await order(market, shopper, want, { provider: 'cod', method: 'cash' })
    const part = { groupId: body.orderGroup.id, orderId: body.orderGroup.orders[0].id }
    await bring(market, part, 'delivered')
    const answer = await received(part.orderId, { token })
    expect([answer.status, answer.body.code]).toEqual([409, 'transition_refused'])
    expect(answer.body.detail).toMatch(/cash/)
    const { orders, journals } = await expectSound(db, market, part.groupId)
    expect([orders[0]?.status, journals]).toEqual(['delivered', []])
  })
})
