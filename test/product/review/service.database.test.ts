import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'

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
})
