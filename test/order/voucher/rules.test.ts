import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  discountGoods,
  discountShipping,
  type Goods,
  payersOf,
  standingOf,
  type Voucher,
} from '#src/order/voucher/rules.ts'
import { AT, voucherOf as voucher } from './voucher-of.ts'

const NOW = { at: AT, audience: 'new_buyer' } as const

const goods = (unitPriceSatang: number, quantity = 1, some: Partial<Goods> = {}): Goods => ({
  shopId: 'shp_a',
  productId: 'prd_1',
  categoryIds: ['cat_1'],
  unitPriceSatang,
  quantity,
  dueSatang: unitPriceSatang * quantity,
  ...some,
})

const amounts = (one: Voucher, lines: Goods[]) => {
  const found = discountGoods(one, lines, NOW)
  return 'amounts' in found ? found.amounts : found.refusal
}

describe('A voucher for goods', () => {
  it('divides a fixed amount by what is due, the odd satang to the largest remainder', () => {
    expect(amounts(voucher(), [goods(1000), goods(1000), goods(1000)])).toEqual([334, 333, 333])
  })

  it('takes a percentage of the whole, rounded half up, up to its cap', () => {
    const half = voucher({ benefit: { type: 'percent', rateBp: 5000, capSatang: null } })
    expect(amounts(half, [goods(1), goods(2)])).toEqual([1, 1])
    const capped = voucher({ benefit: { type: 'percent', rateBp: 5000, capSatang: 30 } })
    expect(amounts(capped, [goods(100)])).toEqual([30])
  })

  it('is only for the goods of its shop, its products or its categories', () => {
    const others = [
      goods(500),
      goods(500, 1, { shopId: 'shp_b', productId: 'prd_2', categoryIds: [] }),
    ]
    expect(amounts(voucher({ shopId: 'shp_b' }), others)).toEqual([0, 500])
    expect(amounts(voucher({ productIds: ['prd_2'] }), others)).toEqual([0, 500])
    expect(amounts(voucher({ categoryIds: ['cat_1'] }), others)).toEqual([500, 0])
    expect(amounts(voucher({ productIds: [], categoryIds: null }), others)).toEqual({
      reason: 'no_goods',
    })
  })

  it('says how much is missing to its minimum, counted by what is left to pay', () => {
    const from = voucher({ minimumSatang: 1000 })
    expect(amounts(from, [goods(999)])).toEqual({ reason: 'minimum', missingSatang: 1 })
    expect(amounts(from, [goods(500, 2)])).toEqual([1000])
    const given = goods(1000, 1, { dueSatang: 5 })
    expect(amounts(from, [given])).toEqual({ reason: 'minimum', missingSatang: 995 })
  })

  it('counts only the goods that it is for', () => {
    const from = voucher({ minimumSatang: 1000, shopId: 'shp_b' })
    const lines = [goods(5000), goods(400, 1, { shopId: 'shp_b' })]
    expect(amounts(from, lines)).toEqual({ reason: 'minimum', missingSatang: 600 })
  })

  it.each([
    ['not_yet', { usableFrom: new Date(AT.getTime() + 1) }],
    ['ended', { usableUntil: AT }],
    ['returning_only', { audience: 'repeat_buyer' as const }],
  ])('does nothing: %s', (reason, some) => {
    expect(amounts(voucher(some), [goods(1000)])).toEqual({ reason })
  })

  it('is for new buyers until an order uses one as such, and for returning ones once they bought', () => {
    const standings = [
      standingOf({ bought: false, ordering: false }),
      standingOf({ bought: false, ordering: true }),
      standingOf({ bought: true, ordering: true }),
      standingOf({ bought: true, ordering: false }),
    ]
    const takes = (audience: Voucher['audience']) =>
      standings.map(
        (who) =>
          'amounts' in discountGoods(voucher({ audience }), [goods(1)], { at: AT, audience: who }),
      )
    expect(takes('all')).toEqual([true, true, true, true])
    expect(takes('new_buyer')).toEqual([true, false, false, false])
    expect(takes('repeat_buyer')).toEqual([false, false, true, true])
  })

  it('begins on its first instant', () => {
    expect(amounts(voucher({ usableFrom: AT }), [goods(1000)])).toEqual([1000])
  })
})

describe('Buy some, get some', () => {
  const twoPlusOne = voucher({ benefit: { type: 'buy_get', buy: 2, get: 1 } })

  it.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [5, 1],
    [6, 2],
    [9, 3],
  ])('of %i things %i are free: only whole sets count', (quantity, free) => {
    expect(amounts(twoPlusOne, [goods(100, quantity)])).toEqual(
      free === 0 ? { reason: 'nothing_left' } : [free * 100],
    )
  })

  it('takes off what the cheapest cost, divided over all things of the sets', () => {
    const onePlusOne = voucher({ benefit: { type: 'buy_get', buy: 1, get: 1 } })
    const [dear, cheap] = [goods(1001), goods(1000, 1, { shopId: 'shp_b' })]
    expect(amounts(onePlusOne, [dear, cheap])).toEqual([500, 500])
    // 100 and 200 of 1,400.
    expect(amounts(twoPlusOne, [goods(300, 3), goods(100, 1), goods(200, 2)])).toEqual([
      193, 21, 86,
    ])
  })

  it('leaves things that make no whole set out of it, the dearest first', () => {
    const lines = [goods(300, 2), goods(100, 1), goods(200, 1)]
    expect(amounts(twoPlusOne, lines)).toEqual([50, 17, 33])
  })

  it('leaves no thing free while others of its sets are paid, whatever is in the basket', () => {
    const any = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 9 })),
      { minLength: 1, maxLength: 6 },
    )
    const count = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(any, count, count, (things, buy, get) => {
        const lines = things.map(([price, quantity]) => goods(price, quantity))
        const prices = things.flatMap(([price, quantity]) => Array<number>(quantity).fill(price))
        const sets = Math.floor(prices.length / (buy + get))
        prices.sort((a, b) => a - b)
        const sum = (some: number[]) => some.reduce((all, one) => all + one, 0)
        const free = sum(prices.slice(0, sets * get))
        const found = amounts(voucher({ benefit: { type: 'buy_get', buy, get } }), lines)
        if (!Array.isArray(found)) return sets === 0
        const rate = free / sum(prices.slice(0, sets * (buy + get)))
        return (
          sum(found) === free &&
          lines.every(({ dueSatang }, n) => (found[n] ?? 0) <= Math.ceil(dueSatang * rate + 1e-6))
        )
      }),
      { numRuns: 10_000 },
    )
  })

  it('counts only the things that it is for', () => {
    const lines = [goods(300, 2), goods(100, 4, { productId: 'prd_2' })]
    expect(amounts({ ...twoPlusOne, productIds: ['prd_2'] }, lines)).toEqual([0, 100])
  })

  it('goes by what is left to pay: what costs nothing by now buys nothing', () => {
    expect(amounts(twoPlusOne, [goods(100, 3, { dueSatang: 40 })])).toEqual([13])
    const lines = [goods(500, 2, { dueSatang: 0 }), goods(300)]
    expect(amounts(twoPlusOne, lines)).toEqual({ reason: 'nothing_left' })
  })
})

describe('A voucher for delivery', () => {
  const orders = [
    { goods: [goods(1000)], shippingSatang: 4000 },
    { goods: [goods(1000, 1, { shopId: 'shp_b' })], shippingSatang: 2000 },
  ]
  const off = (some: Partial<Voucher>) => {
    const found = discountShipping(voucher({ kind: 'shipping', ...some }), orders, NOW)
    return 'amounts' in found ? found.amounts : found.refusal
  }

  it('makes it free, up to its cap, divided by what each costs', () => {
    expect(off({ benefit: { type: 'free_shipping', capSatang: null } })).toEqual([4000, 2000])
    expect(off({ benefit: { type: 'free_shipping', capSatang: 3000 } })).toEqual([2000, 1000])
  })

  it('is only for the deliveries of the goods that it is for', () => {
    expect(off({ shopId: 'shp_b', benefit: { type: 'fixed', amountSatang: 9000 } })).toEqual([
      0, 2000,
    ])
  })
})

describe('Who pays a discount', () => {
  it('is the shop for its share, rounded half up, and the market for the rest', () => {
    expect(payersOf(101, { shopPaysBp: 5000 })).toEqual({ shopSatang: 51, platformSatang: 50 })
    expect(payersOf(101, { shopPaysBp: 10_000 })).toEqual({ shopSatang: 101, platformSatang: 0 })
  })
})
