import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { ratingCents } from '#src/product/rules.ts'
import { type MadeProduct, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring, type Stage } from '#test/support/parcels.ts'
import { intentOf, makeShopper, order } from '#test/support/shopper.ts'

type Shop = Awaited<ReturnType<typeof makeShop>>

describeEachMarket('Reviews', (theMarket, open) => {
  it('of a product are listed newest first, page by page', async () => {
    const db = open()
    const cloth = await makeProduct(db, await makeShop(db))
    for (const day of [1, 3, 2]) {
      const createdAt = new Date(`2026-10-0${day}T00:00:00Z`)
      await db.insert(db.tables.reviews).values({
        id: newId('rev'),
        productId: cloth.id,
        userId: null,
        orderLineId: null,
        authorName: 'สมศรี',
        rating: 5,
        body: `วันที่ ${day}`,
        locale: 'th',
        createdAt,
        createdMs: createdAt.getTime(),
      })
    }
    const first = await theMarket().call('GET', `/products/${cloth.slug}/reviews?limit=2`)
    expect(first.body.items.map((r: { body: string }) => r.body)).toEqual(['วันที่ 3', 'วันที่ 2'])
    const cursor = first.body.nextCursor
    const rest = await theMarket().call('GET', `/products/${cloth.slug}/reviews?cursor=${cursor}`)
    expect(rest.body.items.map((r: { body: string }) => r.body)).toEqual(['วันที่ 1'])
    expect(rest.body.nextCursor).toBeNull()
  })

  it('of a product without any are an empty page, of no product a 404', async () => {
    const db = open()
    const cloth = await makeProduct(db, await makeShop(db))
    const none = await theMarket().call('GET', `/products/${cloth.slug}/reviews`)
    expect(none.body).toEqual({ items: [], nextCursor: null })
    expect((await theMarket().call('GET', '/products/nothing/reviews')).status).toBe(404)
  })

  describe('that are written', () => {
    /** A thing of the suite's own that somebody bought, and how far its parcel has come. */
    const bought = async (stage: Stage | null, things?: { product: MadeProduct; shop: Shop }) => {
      const [db, market] = [open(), theMarket()]
      const shop = things?.shop ?? (await makeShop(db))
      const product = things?.product ?? (await makeProduct(db, shop))
      const buyer = await makeShopper(market)
      const card = { provider: 'stripe', method: 'card' }
      const { body } = await order(market, buyer, [{ product, shop }], card)
      const groupId: string = body.orderGroup.id
      const [part] = body.orderGroup.orders
      await market.control(`/payment_intents/${intentOf(market, groupId)}/approve`)
      await market.deliver()
      if (stage !== null) await bring(market, { groupId, orderId: part.id }, stage)
      return { shop, product, token: buyer.token, orderId: part.id, lineId: part.lines[0].id }
    }
    const write = async (
      { product, token }: { product: MadeProduct; token?: string },
      body: object,
      headers: Record<string, string> = {},
    ) =>
      await theMarket().call('POST', `/products/${product.slug}/reviews`, {
        ...(token === undefined ? {} : { token }),
        body,
        headers,
      })
    const shelves = async (product: MadeProduct) => {
      const db = open()
      const { listings, products } = db.tables
      const [row] = await db.select().from(products).where(eq(products.id, product.id))
      const rows = await db.select().from(listings).where(eq(listings.productId, product.id))
      expect(new Set(rows.map((each) => each.ratingCents))).toEqual(
        new Set([ratingCents(row?.ratingSum ?? 0, row?.reviewCount ?? 0)]),
      )
      return [row?.ratingSum, row?.reviewCount]
    }

    it('by who has the goods are listed, counted, and signed with half a name', async () => {
      const mine = await bought('delivered')
      const body = { orderLineId: mine.lineId, rating: 4, text: ' ทอแน่น\nสีสวย <b>มาก</b> ' }
      const answer = await write(mine, body, { 'accept-language': 'th' })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      expect(answer.body).toMatchObject({
        rating: 4,
        body: 'ทอแน่น\nสีสวย <b>มาก</b>',
        authorName: 'มะลิ จ.',
        locale: 'th',
      })
      const path = `/products/${mine.product.slug}`
      const list = await theMarket().call('GET', `${path}/reviews`)
      expect(list.body.items).toEqual([answer.body])
      const shown = await theMarket().call('GET', path)
      expect(shown.body).toMatchObject({ rating: 4, reviewCount: 1 })
      expect(await shelves(mine.product)).toEqual([4, 1])
    })

    it('move their product on the shelf that is sorted by rating', async () => {
      const [db, market] = [open(), theMarket()]
      const shop = await makeShop(db)
      const [good, better] = [await makeProduct(db, shop), await makeProduct(db, shop)]
      const buyers = [
        await bought('delivered', { product: good, shop }),
        await bought('delivered', { product: better, shop }),
        await bought('delivered', { product: better, shop }),
      ]
      const order = async () => {
        const { body } = await market.call('GET', `/products?shop=${shop.slug}&sort=rating`)
        return body.items.map(({ id, rating }: { id: string; rating: number }) => [id, rating])
      }
      const [first, second, third] = buyers
      if (!first || !second || !third) throw new RangeError('three buyers')
      await write(first, { orderLineId: first.lineId, rating: 4 })
      expect(await order()).toEqual([
        [good.id, 4],
        [better.id, 0],
      ])
      await write(second, { orderLineId: second.lineId, rating: 5 })
      await write(third, { orderLineId: third.lineId, rating: 4 })
      expect(await order()).toEqual([
        [better.id, 4.5],
        [good.id, 4],
      ])
      const found = await market.call('GET', `/products?shop=${shop.slug}&minRating=4.2`)
      expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([better.id])
    })

    it('at the same moment are all counted', async () => {
      const shop = await makeShop(open())
      const product = await makeProduct(open(), shop, { stock: 10 })
      const buyers: Awaited<ReturnType<typeof bought>>[] = []
      for (let n = 0; n < 6; n += 1) buyers.push(await bought('delivered', { product, shop }))
      const ratings = [5, 4, 4, 3, 1, 5]
      const answers = await Promise.all(
        buyers.map((buyer, n) => write(buyer, { orderLineId: buyer.lineId, rating: ratings[n] })),
      )
      expect(answers.map(({ status }) => status)).toEqual(ratings.map(() => 201))
      expect(await shelves(product)).toEqual([22, 6])
    })

    it('are one for each line, of ten that come at once too', async () => {
      const mine = await bought('delivered')
      const body = { orderLineId: mine.lineId, rating: 5, text: 'ดีค่ะ' }
      const answers = await Promise.all(Array.from({ length: 10 }, () => write(mine, body)))
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      for (const { status, body: said } of answers) {
        if (status !== 201) expect([status, said.code]).toEqual([409, 'already_reviewed'])
      }
      const again = await write(mine, { ...body, rating: 1 })
      expect([again.status, again.body.code]).toEqual([409, 'already_reviewed'])
      expect(await shelves(mine.product)).toEqual([5, 1])
    })

    it('may be of an order that is completed, and not of one that is still on its way', async () => {
      const mine = await bought('delivered')
      const key = newId('req')
      const { token, orderId } = mine
      await theMarket().call('POST', `/orders/${orderId}/received`, { token, key })
      expect((await write(mine, { orderLineId: mine.lineId, rating: 5 })).status).toBe(201)
      for (const stage of [null, 'processed', 'shipped'] as const) {
        const early = await bought(stage)
        const refused = await write(early, { orderLineId: early.lineId, rating: 5 })
        expect([refused.status, refused.body.code]).toEqual([409, 'not_delivered'])
        expect(await shelves(early.product)).toEqual([0, 0])
      }
    })

    it('of another’s line, another product’s or none are alike not found (Z5)', async () => {
      const [mine, theirs] = [await bought('delivered'), await bought('delivered')]
      const refused = [
        await write(mine, { orderLineId: theirs.lineId, rating: 1 }),
        await write({ ...theirs, token: mine.token }, { orderLineId: theirs.lineId, rating: 1 }),
        await write({ ...mine, product: theirs.product }, { orderLineId: mine.lineId, rating: 1 }),
        await write(mine, { orderLineId: newId('oln'), rating: 1 }),
        await write(
          { ...mine, product: { ...mine.product, slug: 'nothing' } },
          { orderLineId: mine.lineId, rating: 1 },
        ),
      ]
      const said = refused.map(({ status, body }) => ({ status, ...body, requestId: '' }))
      expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1)
      expect(said[0]).toMatchObject({ status: 404, code: 'not_found' })
      expect(await shelves(mine.product)).toEqual([0, 0])
      expect(await shelves(theirs.product)).toEqual([0, 0])
    })

    it('are refused to guests, and without stars or with too many words', async () => {
      const mine = await bought('delivered')
      const line = { orderLineId: mine.lineId }
      const guest = await write({ product: mine.product }, { ...line, rating: 5 })
      expect([guest.status, guest.body.code]).toEqual([401, 'unauthenticated'])
      for (const body of [
        line,
        { rating: 5 },
        { ...line, rating: 0 },
        { ...line, rating: 6 },
        { ...line, rating: 4.5 },
        { ...line, rating: '5' },
        { ...line, rating: 5, text: '' },
        { ...line, rating: 5, text: 'ก'.repeat(2001) },
        { ...line, rating: 5, userId: 'usr_1' },
      ]) {
        const refused = await write(mine, body)
        expect([refused.status, refused.body.code]).toEqual([400, 'validation_failed'])
      }
      expect(await shelves(mine.product)).toEqual([0, 0])
    })
  })
})
