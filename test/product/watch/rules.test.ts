import { expect, it } from 'vitest'
import { lowestOf, shelfParams } from '#src/product/watch/rules.ts'

const priced = (...prices: number[]) => prices.map((priceSatang) => ({ priceSatang }))

it('the price that a watcher goes by is the lowest that somebody can pay now', () => {
  expect(lowestOf(priced(300, 200), [])).toBe(200)
  expect(lowestOf(priced(300, 200), priced(150))).toBe(150)
  expect(lowestOf(priced(100), priced(150))).toBe(100)
  expect(lowestOf([], priced(150))).toBeUndefined()
})

it('news of a variant say which one it is, in both languages', () => {
  const option = (th: string, en: string) => ({ name: { th: 'x', en: 'x' }, value: { th, en } })
  const shelf = {
    ...{ variantId: 'var_1', productId: 'prd_1', shopId: 'shp_1', slug: 'p', sku: 'S1' },
    ...{ titleTh: 'ผ้า', titleEn: 'Cloth', onSale: true, available: 4 },
    options: [option('คราม', 'Indigo'), option('ใหญ่', 'Large')],
  }
  expect(shelfParams(shelf)).toEqual({
    ...{ titleTh: 'ผ้า', titleEn: 'Cloth', available: 4 },
    ...{ choiceTh: 'คราม ใหญ่', choiceEn: 'Indigo, Large' },
  })
})
