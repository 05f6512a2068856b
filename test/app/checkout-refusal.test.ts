import { describe, expect, it } from 'vitest'
import { asFlashOver, cashRefused } from '../../app/storefront/checkout-refusal.server.ts'
import { cartOf, lineOf } from './carts.ts'

const problem = (code: string) => ({ status: 409, code, requestId: 'req_1' })
const flash = { priceSatang: 5000, endsAt: '2026-11-22T09:00:00.000Z', most: 2, left: 3 }
const sold = (name: string, on: boolean) =>
  lineOf(name, {
    flash: flash as never,
    listPriceSatang: 10_000,
    unitPriceSatang: on ? 5000 : 10_000,
  })
const basket = (...on: boolean[]) => ({
  read: async () => cartOf(['a', on.map((one, n) => sold(`${n}`, one))]),
})

describe('A refused order', () => {
  it('is told to be of a flash sale that ended, when a price of the page is gone', async () => {
    const told = async (code: string, shown: number, ...on: boolean[]) =>
      (await asFlashOver(basket(...on), problem(code), shown)).code
    expect(await told('cart_changed', 2, true, false)).toBe('flash_over')
    expect(await told('cart_changed', 2, true, true)).toBe('cart_changed')
    expect(await told('cart_changed', 0, false)).toBe('cart_changed')
    expect(await told('cart_changed', Number.NaN, false)).toBe('cart_changed')
    expect(await told('out_of_stock', 1, false)).toBe('out_of_stock')
  })

  it('is of cash only by the reasons that cash has', () => {
    expect(cashRefused({ reason: 'below_minimum', maximumSatang: 1 })).toBeNull()
    expect(cashRefused({})).toBeNull()
    expect(cashRefused({ reason: 'above_cash_limit', maximumSatang: 7, shopIds: ['a'] })).toEqual({
      ...{ accepted: false, reason: 'above_cash_limit', maximumSatang: 7, shopIds: ['a'] },
    })
    const asGuest = { reason: 'above_cash_limit', maximumSatang: 7, accountMaximumSatang: 9 }
    expect(cashRefused(asGuest)).toEqual({ accepted: false, ...asGuest, shopIds: [] })
    expect(cashRefused({ reason: 'province_refused' })).toEqual({
      ...{ accepted: false, reason: 'province_refused', shopIds: [] },
    })
  })
})
