import { describe, expect, it } from 'vitest'
import { cutOf, isOnly, priceRange, toQuery } from '../../app/listing.ts'
import { NONE } from './no-filters.ts'

describe('The prices that a list is cut by', () => {
  it('are what was typed, in satang', () => {
    expect(priceRange({ min: '', max: '' })).toEqual({
      fromSatang: undefined,
      toSatang: undefined,
      wrong: [],
      fault: undefined,
    })
    expect(priceRange({ min: '1,000', max: '1,000.50' })).toMatchObject({
      fromSatang: 100_000,
      toSatang: 100_050,
      fault: undefined,
    })
  })

  it('are turned when they stand the wrong way round, which is said', () => {
    expect(priceRange({ min: '900', max: '100' })).toEqual({
      fromSatang: 10_000,
      toSatang: 90_000,
      wrong: [],
      fault: 'turned',
    })
  })

  it.each(['abc', '-5', '1e3', '12.345', '฿100', '9'.repeat(10)])(
    'leave out “%s”, which is none, and say which field holds it',
    (text) => {
      const { fromSatang, toSatang, wrong, fault } = priceRange({ min: text, max: '500' })
      expect([fromSatang, toSatang, wrong, fault]).toEqual([undefined, 50_000, ['min'], 'no_price'])
      expect(priceRange({ min: text, max: text }).wrong).toEqual(['min', 'max'])
    },
  )
})

describe('What a shopper chose', () => {
  it('is asked of the API in its own words, and what is not chosen not at all', () => {
    expect(toQuery({ ...NONE })).toEqual({ sort: 'newest' })
    const chosen = { ...NONE, min: '900', max: '100', rating: '4', stock: true, brand: 'kram' }
    expect(cutOf(chosen)).toEqual({
      minPriceSatang: '10000',
      maxPriceSatang: '90000',
      minRating: '4',
      inStock: 'true',
      brand: 'kram',
    })
  })

  it('may be nothing, however it is sorted and whichever page is shown', () => {
    expect(isOnly({ ...NONE, sort: 'rating', cursor: 'x' })).toBe(true)
    expect(isOnly({ ...NONE, province: 'nan' })).toBe(false)
    expect(isOnly({ ...NONE, province: 'nan' }, 'province')).toBe(true)
    expect(isOnly({ ...NONE, province: 'nan', stock: true }, 'province')).toBe(false)
    expect(isOnly({ ...NONE, min: 'abc' }, 'province')).toBe(false)
  })
})
