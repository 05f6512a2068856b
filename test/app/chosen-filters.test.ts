import { describe, expect, it } from 'vitest'
import { chosenOf } from '../../app/components/chosen-filters.tsx'
import { deliveryOf } from '../../app/components/delivery.tsx'
import type { Filters } from '../../app/listing.ts'
import { messagesIn } from '../../app/messages/index.ts'
import { NONE } from './no-filters.ts'

const facets = {
  brands: [{ slug: 'kram', name: 'คราม' }],
  provinces: [{ slug: 'nan', name: 'น่าน' }],
}
const names = (some: Partial<Filters>) =>
  chosenOf({ ...NONE, ...some }, facets, messagesIn('th')).map(({ name }) => name)

describe('what a list is cut by', () => {
  it('is nothing without a choice, and a sort is none', () => {
    expect(names({ sort: 'rating' })).toEqual([])
  })

  it('is called by its name, an unknown one by what stands in the address', () => {
    expect(names({ brand: 'kram', province: 'nan', stock: true, rating: '4' })).toEqual([
      '4 ดาวขึ้นไป',
      'คราม',
      'ส่งจากน่าน',
      'เฉพาะที่มีของ',
    ])
    expect(names({ brand: 'nobody' })).toEqual(['nobody'])
  })

  it.each([
    [{ min: '100', max: '1234567.89' }, '฿100–฿1,234,567.89'],
    [{ min: '100' }, '฿100 ขึ้นไป'],
    [{ max: '800' }, 'ไม่เกิน ฿800'],
    [{ min: '900', max: '100' }, '฿100–฿900'],
    [{ min: 'ถูก', max: '1,000' }, 'ไม่เกิน ฿1,000'],
  ])('has prices in one choice: %o', (some, said) => {
    expect(names(some)).toEqual([said])
  })

  it('leaves out what is no price', () => {
    expect(names({ min: 'ถูก ๆ' })).toEqual([])
  })
})

describe('what sending costs and how long it takes', () => {
  it('is the lowest price of all offers, and the days of the fastest alone', () => {
    const offer = { id: 'opt_1', name: 'ส่งธรรมดา', estimate: '2–4 วัน' }
    expect(
      deliveryOf([
        { ...offer, priceSatang: 4500, minDays: 2, maxDays: 4 },
        { ...offer, priceSatang: 2500, minDays: 3, maxDays: 7 },
        { ...offer, priceSatang: 8500, minDays: 1, maxDays: 2 },
      ]),
    ).toEqual({ minDays: 1, maxDays: 2, fromSatang: 2500 })
    expect(deliveryOf([])).toBeNull()
  })
})
