import { describe, expect, it } from 'vitest'
import { ratingCents, shelvesOf } from '#src/product/rules.ts'

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

describe('An average rating', () => {
  it('is 0 without reviews and rounds half up to hundredths', () => {
    expect(ratingCents(0, 0)).toBe(0)
    expect(ratingCents(14, 3)).toBe(467)
    expect(ratingCents(37, 8)).toBe(463)
    expect(ratingCents(5, 1)).toBe(500)
  })
})
