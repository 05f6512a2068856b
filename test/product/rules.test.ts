import { describe, expect, it } from 'vitest'
import { countedBy, foundOf, ratingCents, shelvesOf } from '#src/product/rules.ts'

describe('The shelf a list walks', () => {
  it('is the whole market without filters', () => {
    expect(shelvesOf({})).toEqual({ walked: 'all', checked: [] })
  })

  it('is the narrowest one that is named; the others are only checked', () => {
    const all = { category: 'tea', brand: 'doi', shop: 'nan', province: 'phrae' }
    expect(shelvesOf(all)).toEqual({
      walked: 'shop:nan',
      checked: ['brand:doi', 'category:tea', 'province:phrae'],
    })
    expect(shelvesOf({ province: 'phrae' })).toEqual({ walked: 'province:phrae', checked: [] })
    expect(shelvesOf({ category: 'tea' })).toEqual({ walked: 'category:tea', checked: [] })
  })
})

describe('How many a list holds', () => {
  it('is counted along its prices if they cut it, else along its ratings, else as it lies', () => {
    expect(countedBy({ minPriceSatang: 0, minRating: 4 })).toBe('priceSatang')
    expect(countedBy({ maxPriceSatang: 100 })).toBe('priceSatang')
    expect(countedBy({ minRating: 4 })).toBe('ratingCents')
    expect(countedBy({})).toBe('publishedMs')
  })

  it('is exact up to a thousand, and more than that beyond', () => {
    expect(foundOf(0)).toEqual({ count: 0, more: false })
    expect(foundOf(1000)).toEqual({ count: 1000, more: false })
    expect(foundOf(1001)).toEqual({ count: 1000, more: true })
  })
})

describe('An average rating', () => {
  it('is 0 without reviews and rounds half up to hundredths', () => {
    expect(ratingCents(0, 0)).toBe(0)
    expect(ratingCents(14, 3)).toBe(467)
    expect(ratingCents(37, 8)).toBe(463)
    expect(ratingCents(5, 1)).toBe(500)
  })
})
