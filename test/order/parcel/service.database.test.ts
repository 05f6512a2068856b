import { beforeAll, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { type MadeProduct, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { someNumber, step } from '#test/support/parcels.ts'
import { makeSeller, makeShopper, order, type Seller, type Shopper } from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('A parcel', (theMarket, open) => {
  let shop: Awaited<ReturnType<typeof makeShop>>
  let cloth: MadeProduct
  let seller: Seller
  let shopper: Shopper
  beforeAll(async () => {
    shop = await makeShop(open())
    cloth = await makeProduct(open(), shop, { stock: 500 })
    seller = await makeSeller(theMarket(), open(), shop.id)
    shopper = await makeShopper(theMarket())
  })

  /** An order in cash that goes out in some parcels with these numbers. */
  const sent = async (...numbers: string[]) => {
    const market = theMarket()
    const want = [{ product: cloth, shop, quantity: numbers.length }]
    const placed = await order(market, shopper, want, { provider: 'cod', method: 'cash' })
    const groupId: string = placed.body.orderGroup.id
    const [{ id: orderId, lines }] = placed.body.orderGroup.orders
    await step(market, { groupId, orderId }, 'accepted')
    for (const trackingNumber of numbers) {
      const answer = await market.call(
        'POST',
        `/seller/shops/${shop.id}/orders/${orderId}/parcels`,
        {
          token: seller.token,
          key: newId('req'),
          body: {
            carrier: 'flash',
            trackingNumber,
            lines: [{ lineId: lines[0].id, quantity: 1 }],
          },
        },
      )
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    }
    return { groupId, orderId: orderId as string }
  }
  const statusOf = async (orderId: string) =>
    (await theMarket().call('GET', `/orders/${orderId}`, { token: shopper.token })).body.status
  const services = async <Made>(
    use: (
      of: ReturnType<ReturnType<ReturnType<typeof theMarket>['services']>['order']>,
    ) => Promise<Made>,
  ) => {
    const made = theMarket().services()
    try {
      return await use(made.order())
    } finally {
      await made.close()
    }
  }

  it('that carries two orders brings both, by its carrier’s word, however often it is said', async () => {
    const number = someNumber()
    const [one, two] = [await sent(number), await sent(number)]
    const said = async () =>
      await services(async ({ parcels }) => await parcels.deliveredByCarrier('flash', number))
    expect(await said()).toBe(2)
    expect(await said()).toBe(0)
    for (const { orderId, groupId } of [one, two]) {
      expect(await statusOf(orderId)).toBe('delivered')
      await expectSound(open(), theMarket(), groupId)
    }
    const unknown = await services(
      async ({ parcels }) => await parcels.deliveredByCarrier('kex', number),
    )
    expect(unknown).toBe(0)
  })

  it('is the last of three once, when all three arrive at the same moment (P10)', async () => {
    const { orderId, groupId } = await sent(someNumber(), someNumber(), someNumber())
    const ids = await services(async ({ parcels }) =>
      (await parcels.of(orderId)).map(({ id }) => id),
    )
    await Promise.all(
      [...ids, ...ids].map(async (id) =>
        services(async ({ parcels }) => await parcels.delivered(id, { actor: 'system' })),
      ),
    )
    expect(await statusOf(orderId)).toBe('delivered')
    await theMarket().rest()
    const { history } = await expectSound(open(), theMarket(), groupId)
    const events = history
      .filter(({ aggregateId }) => aggregateId === orderId)
      .map((row) => row.event)
    expect(events.filter((event) => event === 'parcel_delivered')).toHaveLength(2)
    expect(events.filter((event) => event === 'delivered')).toHaveLength(1)
  })
})
