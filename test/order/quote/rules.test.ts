import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Basket, priceBasket } from '#src/order/pricing/rules.ts'
import { bestVouchers } from '#src/order/quote/rules.ts'
import type { Voucher } from '#src/order/voucher/rules.ts'
import { AT, voucherOf } from '../voucher/voucher-of.ts'

const voucher = (id: string, kind: Voucher['kind'], some: Partial<Voucher> = {}): Voucher =>
  voucherOf({ id, kind, shopId: kind === 'shop' ? 'shp_a' : null, ...some })

const basket = (priceSatang: number): Omit<Basket, 'vouchers'> => ({
  lines: [
    {
      shopId: 'shp_a',
      productId: 'prd_1',
      categoryIds: [],
      listPriceSatang: priceSatang,
      flashPriceSatang: null,
      quantity: 1,
    },
  ],
  shipping: new Map([['shp_a', 4000]]),
  vatRateBp: 700,
  now: { at: AT, audience: 'new_buyer' },
})

it('the best vouchers are one of each kind, and together the most', () => {
  const small = voucher('small', 'platform')
  const large = voucher('large', 'platform', {
    benefit: { type: 'percent', rateBp: 2000, capSatang: null },
  })
  const shop = voucher('shop', 'shop')
  const free = voucher('free', 'shipping', { benefit: { type: 'free_shipping', capSatang: null } })
  const best = bestVouchers(basket(100_000), [small, free, shop, large])
  expect(best.vouchers.map(({ id }) => id)).toEqual(['shop', 'large', 'free'])
  // 1,000 of the shop, 20 % of the 99,000 that are left, and the delivery.
  expect(best.discountSatang).toBe(1000 + 19_800 + 4000)
})

it('a shop’s voucher that would spoil a better one is left out', () => {
  const shop = voucher('shop', 'shop')
  const high = voucher('high', 'platform', {
    minimumSatang: 100_000,
    benefit: { type: 'fixed', amountSatang: 2000 },
  })
  const free = voucher('free', 'shipping', {
    minimumSatang: 100_000,
    benefit: { type: 'free_shipping', capSatang: null },
  })
  const ids = (all: Voucher[]) => bestVouchers(basket(100_000), all).vouchers.map(({ id }) => id)
  expect(ids([shop, high])).toEqual(['high'])
  expect(ids([shop, free])).toEqual(['free'])
  expect(ids([shop, voucher('other', 'platform')])).toEqual(['shop', 'other'])
})

it('of two choices that take as much off it is the one of fewer vouchers', () => {
  const half = { benefit: { type: 'fixed' as const, amountSatang: 2000 } }
  const all = [voucher('a', 'platform'), voucher('b', 'shipping'), voucher('c', 'shop', half)]
  expect(bestVouchers(basket(2000), all)).toMatchObject({ discountSatang: 3000 })
  const least = { ...voucher('d', 'platform', { minimumSatang: 100_000 }), ...half }
  const [one, both] = [bestVouchers(basket(100_000), [least]), [voucher('e', 'shop'), least]]
  expect(bestVouchers(basket(100_000), both)).toEqual(one)
})

it('what can do nothing is not suggested', () => {
  const high = voucher('high', 'platform', { minimumSatang: 100_001 })
  const ended = voucher('ended', 'platform', { usableUntil: AT })
  expect(bestVouchers(basket(100_000), [high, ended])).toEqual({ vouchers: [], discountSatang: 0 })
  expect(bestVouchers(basket(100_000), [])).toEqual({ vouchers: [], discountSatang: 0 })
})

it('no other choice takes more off', () => {
  const kinds = fc.constantFrom('shop' as const, 'platform' as const, 'shipping' as const)
  const benefit = fc.oneof(
    fc.record({
      type: fc.constant('fixed' as const),
      amountSatang: fc.integer({ min: 1, max: 90_000 }),
    }),
    fc.record({
      type: fc.constant('percent' as const),
      rateBp: fc.integer({ min: 1, max: 10_000 }),
      capSatang: fc.option(fc.integer({ min: 1, max: 30_000 })),
    }),
  )
  const some = fc.array(fc.tuple(kinds, benefit, fc.integer({ min: 0, max: 60_000 })), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 80_000 }), (given, price) => {
      const all = given.map(([kind, of, minimumSatang], n) =>
        voucher(String(n), kind, { benefit: of, minimumSatang }),
      )
      const { discountSatang } = bestVouchers(basket(price), all)
      const of = (kind: Voucher['kind']) => [undefined, ...all.filter((one) => one.kind === kind)]
      for (const shop of of('shop')) {
        for (const platform of of('platform')) {
          for (const shipping of of('shipping')) {
            const vouchers = [shop, platform, shipping].filter((one) => one !== undefined)
            const other = priceBasket({ ...basket(price), vouchers })
            expect(other.discountSatang).toBeLessThanOrEqual(discountSatang)
          }
        }
      }
    }),
  )
})
