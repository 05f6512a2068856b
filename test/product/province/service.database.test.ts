import { expect, it } from 'vitest'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'

describeEachMarket('Walking the market by province', (theMarket, open) => {
  it('names those with shops, most shops first, with the picture of what sells best', async () => {
    const db = open()
    const row = (slug: string, shopCount: number) => ({
      ...{ slug, shopCount, nameTh: `จ.${slug}`, nameEn: slug },
    })
    await db.insert(db.tables.provinces).values([row('few', 101), row('many', 102), row('none', 0)])
    const shop = await makeShop(db, { provinceSlug: 'many' })
    await makeProduct(db, shop)
    const answer = await theMarket().call('GET', '/provinces')
    expect(answer.body.items.slice(0, 2)).toEqual([
      { slug: 'many', name: 'จ.many', shopCount: 102, imageUrl: '/media/p/cloth.webp' },
      { slug: 'few', name: 'จ.few', shopCount: 101, imageUrl: null },
    ])
    expect(JSON.stringify(answer.body)).not.toContain('none')
  })

  it('lists what is sent from one, and of a category only what is sent from there', async () => {
    const db = open()
    const here = await makeShop(db, { provinceSlug: 'here' })
    const there = await makeShop(db, { provinceSlug: 'there' })
    const [one, two] = [await makeProduct(db, here), await makeProduct(db, here)]
    await makeProduct(db, there)
    const slugs = async (query: string) =>
      (await theMarket().call('GET', `/products?${query}`)).body.items
        .map(({ slug }: { slug: string }) => slug)
        .toSorted()
    expect(await slugs('province=here')).toEqual([one.slug, two.slug].toSorted())
    expect(await slugs(`province=here&category=${one.category.slug}`)).toEqual([one.slug])
    expect(await slugs(`province=there&category=${one.category.slug}`)).toEqual([])
  })
})
