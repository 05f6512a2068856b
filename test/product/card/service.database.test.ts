import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { createCardService } from '#src/product/card/service.ts'
import { describeEachDatabase } from '#test/support/each-database.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'

describeEachDatabase('A product as a card', (open) => {
  const cards = () => createCardService({ database: open(), fileUrl: (key) => `/media/${key}` })

  it('is told in the language asked for, with its price and whose it is', async () => {
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop, { priceSatang: 35_900 })
    const [th, en] = [await cards().card(product.id, 'th'), await cards().card(product.id, 'en')]
    expect(th).toMatchObject({
      ...{ shopId: shop.id, card: { type: 'product', productId: product.id, priceSatang: 35_900 } },
    })
    expect(th?.card.title).not.toBe(en?.card.title)
  })

  it('is none of what is not published, or not there', async () => {
    const product = await makeProduct(open(), await makeShop(open()))
    const { products: t } = open().tables
    await open().update(t).set({ status: 'draft' }).where(eq(t.id, product.id))
    expect(await cards().card(product.id, 'th')).toBeUndefined()
    expect(await cards().card(newId('prd'), 'th')).toBeUndefined()
  })
})
