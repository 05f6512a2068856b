import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { after, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { holdQueue } from '#test/support/letters.ts'
import { type MadeProduct, makeFlash, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeSeller, makeShopper, order, orderAsGuest, tokenOf } from '#test/support/shopper.ts'

const CASH = { provider: 'cod', method: 'cash' }

describeEachMarket('Whoever watches a product', (theMarket, open) => {
  let queue: ReturnType<typeof holdQueue>
  beforeAll(() => {
    queue = holdQueue(theMarket())
  })
  beforeEach(async () => {
    await queue.quiet()
  })

  async function stall(stock = 0, variants = 1) {
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop, { stock, variants })
    const seller = await makeSeller(theMarket(), open(), shop.id)
    return { shop, product, seller, want: { shop, product } }
  }
  const watch = async (email: string, body: object) =>
    await theMarket().call('PUT', '/me/watches', {
      ...{ token: await tokenOf(theMarket(), email), body },
      headers: { 'accept-language': 'en' },
    })
  const watches = async (email: string, query = '') =>
    (
      await theMarket().call('GET', `/me/watches${query}`, {
        token: await tokenOf(theMarket(), email),
      })
    ).body
  const back = ({ variantId }: MadeProduct) => ({ kind: 'back_in_stock', variantId })
  const cheaper = ({ id }: MadeProduct) => ({ kind: 'price_drop', productId: id })
  const restock = async ({ shop, product, seller }: Stall, delta: number) => {
    const path = `/seller/shops/${shop.id}/variants/${product.variantId}/stock`
    const answer = await theMarket().call('POST', path, {
      token: await tokenOf(theMarket(), seller.email),
      key: newId('req'),
      body: { delta, reason: delta > 0 ? 'received' : 'adjusted' },
    })
    expect(answer.status).toBe(200)
  }
  type Stall = Awaited<ReturnType<typeof stall>>
  const kinds = async (who: { email: string }) => (await queue.toldTo(who)).map(({ kind }) => kind)

  it('is told once when it is back, and the watch is over, though each message comes thrice (Q2, Q8)', async () => {
    const made = await stall()
    const somchai = await makeShopper(theMarket())
    const kept = await watch(somchai.email, back(made.product))
    expect([kept.status, kept.body]).toMatchObject([
      200,
      { kind: 'back_in_stock', title: 'ผ้าทอ (en)', variantId: made.product.variantId },
    ])
    expect((await watch(somchai.email, back(made.product))).body.id).toBe(kept.body.id)
    await restock(made, 7)
    expect(await queue.quiet(3)).toBe(0)
    const told = await queue.toldTo(somchai)
    expect(told).toMatchObject([
      { kind: 'back_in_stock', title: 'ผ้าทอ (en) is back', link: `/p/${made.product.slug}` },
    ])
    expect(await queue.lettersTo(somchai)).toHaveLength(1)
    expect((await watches(somchai.email)).items).toEqual([])
    await restock(made, 3)
    await restock(made, -10)
    await restock(made, 4)
    await queue.quiet()
    expect(await kinds(somchai)).toEqual(['back_in_stock'])
  })

  it('hears nothing while there is nothing: what is gone again keeps the watch', async () => {
    const made = await stall()
    const somchai = await makeShopper(theMarket())
    await watch(somchai.email, back(made.product))
    await restock(made, 1)
    await orderAsGuest(theMarket(), [made.want], { payment: CASH })
    await queue.quiet(2)
    expect(await kinds(somchai)).toEqual([])
    expect((await watches(somchai.email)).items).toHaveLength(1)
    await restock(made, 1)
    await queue.quiet()
    expect(await kinds(somchai)).toEqual(['back_in_stock'])
  })

  it('is told when a hold ends unpaid, or a shop cancels what was sold', async () => {
    const held = await stall(1)
    const [buyer, somchai] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    await order(theMarket(), buyer, [held.want])
    await watch(somchai.email, back(held.product))
    theMarket().pass(SETTINGS.order.paymentWindowMs.account + MINUTE_MS)
    await theMarket().jobs()
    await queue.quiet()
    expect(await kinds(somchai)).toEqual(['back_in_stock'])
    const sold = await stall(1)
    const placed = await orderAsGuest(theMarket(), [sold.want], { payment: CASH })
    await watch(somchai.email, back(sold.product))
    const path = `/orders/${placed.body.orderGroup.orders[0].id}/cancel`
    const cancelled = await theMarket().call('POST', path, {
      ...{
        orderToken: placed.body.orderToken,
        key: newId('req'),
        body: { reason: 'changed_mind' },
      },
    })
    expect(cancelled.status).toBe(200)
    await queue.quiet()
    expect(await kinds(somchai)).toEqual(['back_in_stock', 'back_in_stock'])
  })

  it('waits with more than a page of others: page by page all are told, and nobody twice (Q2)', async () => {
    const made = await stall()
    const some = await Promise.all([1, 2, 3].map(async () => await makeShopper(theMarket())))
    const { watchersAPage } = SETTINGS.watch
    const { productWatches, notifications } = open().tables
    const crowd = Array.from({ length: watchersAPage + 20 }, (_, n) => `usr_c${n}_${newId('req')}`)
    for (const userId of crowd) {
      await open()
        .insert(productWatches)
        .values({
          ...{ id: newId('wtc'), userId, kind: 'back_in_stock', productId: made.product.id },
          ...{ targetId: made.product.variantId, markSatang: null, createdAt: new Date() },
        })
    }
    for (const { email } of some) await watch(email, back(made.product))
    await restock(made, 5)
    expect(await queue.quiet(2)).toBe(0)
    const link = `/p/${made.product.slug}`
    const rows = await open().select().from(notifications).where(eq(notifications.link, link))
    const told = rows.map(({ userId }) => userId)
    expect(told).toHaveLength(crowd.length + some.length)
    expect(new Set(told).size).toBe(told.length)
    for (const one of some) expect(await kinds(one)).toEqual(['back_in_stock'])
  })

  it('of a price is told of each price below the last one, when a flash sale begins', async () => {
    const made = await stall(20)
    const somchai = await makeShopper(theMarket())
    const kept = await watch(somchai.email, cheaper(made.product))
    expect(kept.body).toMatchObject({ kind: 'price_drop', markSatang: 19_900, variantId: null })
    const startsAt = after(theMarket().clock.now(), HOUR_MS)
    const endsAt = after(startsAt, HOUR_MS)
    await makeFlash(open(), made.product, { startsAt, endsAt, priceSatang: 9900 })
    await theMarket().jobs()
    await queue.quiet()
    expect(await kinds(somchai)).toEqual([])
    theMarket().pass(HOUR_MS + MINUTE_MS)
    await theMarket().jobs()
    expect(await queue.quiet(3)).toBe(0)
    expect(await queue.toldTo(somchai)).toMatchObject([
      { kind: 'price_dropped', title: 'ผ้าทอ (en) is down to ฿99' },
    ])
    expect((await watches(somchai.email)).items).toMatchObject([{ markSatang: 9900 }])
  })

  it('has watches of their own: listed in pages, by product, and taken away by nobody else', async () => {
    const [one, two] = [await stall(0), await stall(0)]
    const [somchai, other] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const first = (await watch(somchai.email, back(one.product))).body
    await watch(somchai.email, back(two.product))
    await watch(somchai.email, cheaper(two.product))
    const page = await watches(somchai.email, '?limit=2')
    expect(page.items).toHaveLength(2)
    const rest = await watches(somchai.email, `?limit=2&cursor=${page.nextCursor}`)
    expect(rest).toMatchObject({ items: [{ id: first.id }], nextCursor: null, max: 200 })
    expect((await watches(somchai.email, `?productId=${two.product.id}`)).items).toHaveLength(2)
    expect((await watches(other.email)).items).toEqual([])
    const remove = async (email: string) =>
      await theMarket().call('DELETE', `/me/watches/${first.id}`, {
        token: await tokenOf(theMarket(), email),
      })
    expect((await remove(other.email)).status).toBe(404)
    expect((await remove(somchai.email)).status).toBe(204)
    expect((await remove(somchai.email)).status).toBe(404)
  })

  it('is refused what there is, what there is not, and more than an account may', async () => {
    const [full, empty] = [await stall(3), await stall(0)]
    const somchai = await makeShopper(theMarket())
    const there = await watch(somchai.email, back(full.product))
    expect([there.status, there.body.code]).toEqual([409, 'still_in_stock'])
    const nowhere = await watch(somchai.email, { kind: 'price_drop', productId: newId('prd') })
    expect(nowhere.status).toBe(404)
    const { body } = await theMarket().call('GET', '/me', {
      token: await tokenOf(theMarket(), somchai.email),
    })
    for (let n = 0; n < SETTINGS.watch.perUser; n += 1) {
      const { productWatches } = open().tables
      await open()
        .insert(productWatches)
        .values({
          ...{
            id: newId('wtc'),
            userId: body.user.id,
            kind: 'back_in_stock',
            targetId: newId('var'),
          },
          ...{ productId: empty.product.id, markSatang: null, createdAt: new Date() },
        })
    }
    const more = await watch(somchai.email, back(empty.product))
    expect([more.status, more.body.code]).toEqual([422, 'limit_reached'])
  })
})
