import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { type MadeProduct, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeSeller, orderAsGuest, type Seller } from '#test/support/shopper.ts'
import { sum } from '#test/support/soundness.ts'

const CASH = { provider: 'cod', method: 'cash' }

describeEachMarket('A shelf', (theMarket, open) => {
  let shop: Awaited<ReturnType<typeof makeShop>>
  let seller: Seller
  let rival: Seller & { shopId: string }
  beforeAll(async () => {
    shop = await makeShop(open())
    seller = await makeSeller(theMarket(), open(), shop.id, 'staff')
    const other = await makeShop(open())
    rival = { ...(await makeSeller(theMarket(), open(), other.id)), shopId: other.id }
  })

  const edit = async ({ variantId }: MadeProduct, body: object, key = newId('req')) =>
    await theMarket().call('POST', `/seller/shops/${shop.id}/variants/${variantId}/stock`, {
      token: seller.token,
      key,
      body,
    })
  const list = async (query = '') =>
    await theMarket().call('GET', `/seller/shops/${shop.id}/variants${query}`, {
      token: seller.token,
    })
  const buy = async (product: MadeProduct, quantity: number, payment = CASH) =>
    await orderAsGuest(theMarket(), [{ product, shop, quantity }], {
      payment,
      contact: {
        email: `${newId('usr')}@example.test`,
        phone: `08${String(Math.random()).slice(2, 10)}`,
      },
    })

  /** S1: the level, which must be the replay of its movements and never less than what is held. */
  const levelOf = async ({ variantId }: MadeProduct) => {
    const { stockLevels, stockMovements } = open().tables
    const [level] = await open()
      .select()
      .from(stockLevels)
      .where(eq(stockLevels.variantId, variantId))
    const moved = await open()
      .select()
      .from(stockMovements)
      .where(eq(stockMovements.variantId, variantId))
    expect(level?.onHand).toBe(sum(moved.map(({ onHandDelta }) => onHandDelta)))
    expect(level?.reserved).toBe(sum(moved.map(({ reservedDelta }) => reservedDelta)))
    expect(level?.onHand).toBeGreaterThanOrEqual(level?.reserved ?? 0)
    return { ...level, moved }
  }

  it('is shown with what lies on it and what orders hold, in pages, of the own shop alone', async () => {
    const made: MadeProduct[] = []
    for (let n = 0; n < 3; n += 1)
      made.push(await makeProduct(open(), shop, { stock: 5, variants: 2 }))
    const [first] = made
    if (first === undefined) throw new RangeError('made none')
    await buy(first, 2, { provider: 'stripe', method: 'promptpay' })
    const seen: { variantId: string; title: string }[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await list(`?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...body.items)
      cursor = body.nextCursor
    }
    const ids = made.flatMap(({ variants }) => variants.map(({ id }) => id))
    expect(seen.map(({ variantId }) => variantId).sort()).toEqual(ids.sort())
    const held = seen.find(({ variantId }) => variantId === first.variantId)
    expect(held).toMatchObject({ onHand: 5, reserved: 2, available: 3, title: 'ผ้าทอ' })
    const { body } = await theMarket().call('GET', `/seller/shops/${rival.shopId}/variants`, {
      token: rival.token,
    })
    expect(body.items).toEqual([])
  })

  it('is changed by a difference with its reason and who did it, and the shop window with it', async () => {
    const product = await makeProduct(open(), shop, { stock: 1 })
    await buy(product, 1)
    const inStock = async () =>
      (await theMarket().call('GET', `/products/${product.slug}`)).body.variants[0].available
    expect(await inStock()).toBe(0)
    const received = await edit(product, { delta: 12, reason: 'received' })
    expect([received.status, received.body]).toMatchObject([200, { onHand: 12, available: 12 }])
    expect(await inStock()).toBe(12)
    const broken = await edit(product, { delta: -2, reason: 'adjusted' })
    expect(broken.body).toMatchObject({ onHand: 10, version: received.body.version + 1 })
    const { moved } = await levelOf(product)
    expect(moved.filter(({ byUserId }) => byUserId === seller.userId)).toMatchObject([
      { reason: 'received', onHandDelta: 12 },
      { reason: 'adjusted', onHandDelta: -2 },
    ])
  })

  it('is counted only as it was seen: a sale in between makes the count late (S9)', async () => {
    const product = await makeProduct(open(), shop, { stock: 8 })
    const { version } = await levelOf(product)
    await buy(product, 3)
    const late = await edit(product, { count: 8, version })
    expect([late.status, late.body.code, late.body.level.onHand]).toEqual([
      409,
      'stock_counted_late',
      5,
    ])
    const again = await edit(product, { count: 4, version: late.body.level.version })
    expect([again.status, again.body.onHand]).toEqual([200, 4])
    await levelOf(product)
  })

  it('never goes below what orders hold', async () => {
    const product = await makeProduct(open(), shop, { stock: 6 })
    await buy(product, 4, { provider: 'stripe', method: 'promptpay' })
    const { version } = await levelOf(product)
    for (const body of [
      { delta: -3, reason: 'adjusted' },
      { count: 3, version },
    ]) {
      const refused = await edit(product, body)
      expect([refused.status, refused.body.code]).toEqual([409, 'stock_promised'])
      expect(refused.body.level).toMatchObject({ onHand: 6, reserved: 4, available: 2 })
    }
    expect((await edit(product, { count: 4, version })).status).toBe(200)
    await levelOf(product)
  })

  it('is not changed by half an edit, both kinds at once, or nothing', async () => {
    const product = await makeProduct(open(), shop)
    for (const body of [
      {},
      { delta: 0, reason: 'adjusted' },
      { delta: 1 },
      { reason: 'received' },
      { count: 3 },
      { version: 1 },
      { count: 3, version: 1, delta: 1 },
      { delta: 1, reason: 'received', version: 1 },
      { delta: 1.5, reason: 'received' },
      { delta: 1, reason: 'sold' },
    ]) {
      const { status, body: answer } = await edit(product, body)
      expect([status, answer.code], JSON.stringify(body)).toEqual([400, 'validation_failed'])
    }
  })

  it('is changed once for one key, and by nobody of another shop (I1, Z1)', async () => {
    const product = await makeProduct(open(), shop, { stock: 1 })
    const key = newId('req')
    const body = { delta: 5, reason: 'received' }
    const same = await Promise.all(Array.from({ length: 6 }, async () => edit(product, body, key)))
    expect(new Set(same.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1)
    expect((await levelOf(product)).onHand).toBe(6)
    for (const shopId of [shop.id, rival.shopId]) {
      const path = `/seller/shops/${shopId}/variants/${product.variantId}/stock`
      const answer = await theMarket().call('POST', path, {
        ...{ token: rival.token, key: newId('req'), body },
      })
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    }
  })

  it('loses no sale to thirty edits that race with thirty buyers (S9)', async () => {
    const product = await makeProduct(open(), shop, { stock: 10 })
    const { version = 1 } = await levelOf(product)
    const acts = Array.from({ length: 30 }, async (_, n) => {
      if (n % 3 === 0) return await edit(product, { count: 10, version: version + (n % 5) })
      return await edit(product, { delta: n % 2 === 0 ? 1 : -1, reason: 'adjusted' })
    })
    const sales = Array.from({ length: 30 }, async () => await buy(product, 1))
    const [edits, orders] = await Promise.all([Promise.all(acts), Promise.all(sales)])
    expect(
      new Set(edits.map(({ status }) => status).filter((s) => s !== 200 && s !== 409)),
    ).toEqual(new Set())
    expect(orders.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
    const sold = orders.filter(({ status }) => status === 201).length
    const { moved } = await levelOf(product)
    expect(moved.filter(({ reason }) => reason === 'sold')).toHaveLength(sold)
    await theMarket().rest()
  })
})
