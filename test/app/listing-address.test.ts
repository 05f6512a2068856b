import { describe, expect, it } from 'vitest'
import { listingAddress } from '../../app/seo/listing-address.ts'
import { NONE } from './no-filters.ts'

describe('The one address of a list', () => {
  it.each([
    ['the list itself', {}, '', true],
    ['a sort, which is the same goods', { sort: 'price-asc' }, '', true],
    ['one province', { province: 'nan' }, 'province=nan', true],
    ['one brand', { brand: 'kram' }, 'brand=kram', true],
    ['one rating', { rating: '4' }, 'rating=4', true],
    ['what is in stock', { stock: true }, 'stock=1', true],
    ['two choices', { brand: 'kram', stock: true }, 'brand=kram&stock=1', false],
    ['a sorted choice', { brand: 'kram', sort: 'rating' }, 'brand=kram&sort=rating', false],
    ['a price, of which there is no end', { min: '100' }, 'min=100', false],
    ['a later page', { cursor: 'abc' }, 'cursor=abc', false],
  ] as const)('of %s', (_, chosen, search, index) => {
    expect(listingAddress({ ...NONE, ...chosen })).toEqual({ search, index })
  })
})
