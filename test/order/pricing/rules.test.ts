import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vatWithin } from '#src/common/money.ts'
import { type Basket, type BasketLine, priceBasket } from '#src/order/pricing/rules.ts'
import type { Benefit, Voucher } from '#src/order/voucher/rules.ts'

const AT = new Date('2026-11-23T05:00:00Z')
const BAHT = 100

function voucher(kind: Voucher['kind'], benefit: Benefit, some: Partial<Voucher> = {}): Voucher {
  return {
    id: `vou_${kind}`,
    kind,
    shopId: kind === 'shop' ? 'shp_a' : null,
    benefit,
    minimumSatang: 0,
    productIds: null,
    categoryIds: null,
    audience: 'all',
    shopPaysBp: kind === 'shop' ? 10_000 : 0,
    usableFrom: new Date(AT.getTime() - 1),
    usableUntil: new Date(AT.getTime() + 1),
    ...some,
  }
}

const line = (
  shop: string,
  listPriceSatang: number,
  some: Partial<BasketLine> = {},
): BasketLine => ({
  shopId: `shp_${shop}`,
  productId: `prd_${shop}${listPriceSatang}`,
  categoryIds: [`cat_${shop}`],
  listPriceSatang,
  flashPriceSatang: null,
  quantity: 1,
  ...some,
})

const basket = (lines: BasketLine[], vouchers: Voucher[] = [], some: Partial<Basket> = {}) =>
  priceBasket({
    lines,
    vouchers,
    shipping: new Map([...new Set(lines.map(({ shopId }) => shopId))].map((id) => [id, 40 * BAHT])),
    vatRateBp: 700,
    now: { at: AT, audience: 'new_buyer' },
    ...some,
  })

const fixed = (baht: number): Benefit => ({ type: 'fixed', amountSatang: baht * BAHT })
const percent = (rateBp: number, capBaht?: number): Benefit => ({
  type: 'percent',
  rateBp,
  capSatang: capBaht === undefined ? null : capBaht * BAHT,
})

describe('The price of a basket', () => {
  it('goes list, flash sale, shop, platform, shipping, VAT: a whole example to the satang', () => {
    const priced = basket(
      [line('a', 1000 * BAHT, { flashPriceSatang: 800 * BAHT }), line('b', 300 * BAHT)],
      [
        voucher('shop', percent(1000)),
        voucher('platform', fixed(102), { shopPaysBp: 5000 }),
        voucher('shipping', { type: 'free_shipping', capSatang: 50 * BAHT }),
      ],
    )
    const [a, b] = priced.orders
    // 800 − 80 of the shop's own; the market's 102 over 720 and 300 in their ratio: 72 and 30.
    expect(a?.lines[0]).toMatchObject({
      lineTotalSatang: 800 * BAHT,
      discountSatang: 152 * BAHT,
      platformSatang: 36 * BAHT,
      paidSatang: 648 * BAHT,
      // The shop gets 648 from the buyer and 36 from the market.
      vatSatang: vatWithin(684 * BAHT, 700),
    })
    expect(b?.lines[0]).toMatchObject({ discountSatang: 30 * BAHT, paidSatang: 270 * BAHT })
    // 50 off two deliveries of 40: 25 each.
    expect(priced.orders.map(({ shippingDiscounts }) => shippingDiscounts)).toMatchObject([
      [{ amountSatang: 25 * BAHT }],
      [{ amountSatang: 25 * BAHT }],
    ])
    expect(priced.orders.map(({ totalSatang }) => totalSatang)).toEqual([663 * BAHT, 285 * BAHT])
    expect(priced.totalSatang).toBe(948 * BAHT)
  })

  it('takes a percentage after what the vouchers before it took', () => {
    const priced = basket(
      [line('a', 1000 * BAHT)],
      [voucher('shop', fixed(100)), voucher('platform', percent(1000))],
    )
    expect(priced.vouchers).toMatchObject([
      { amountSatang: 100 * BAHT },
      { amountSatang: 90 * BAHT },
    ])
  })

  it('never takes more off a line, a delivery or a basket than is due', () => {
    const priced = basket(
      [line('a', 10 * BAHT)],
      [
        voucher('shop', fixed(500)),
        voucher('platform', fixed(500)),
        voucher('shipping', { type: 'fixed', amountSatang: 500 * BAHT }),
      ],
    )
    expect(priced.totalSatang).toBe(0)
    expect(priced.vouchers).toEqual([
      { id: 'vou_shop', kind: 'shop', amountSatang: 10 * BAHT },
      { id: 'vou_platform', kind: 'platform', refusal: { reason: 'nothing_left' } },
      { id: 'vou_shipping', kind: 'shipping', amountSatang: 40 * BAHT },
    ])
  })

  it('counts minimums after the shop’s voucher: what a shop gives away carries no other', () => {
    const given = voucher('shop', percent(10_000))
    const off = (minimum: number) => {
      const some = { minimumSatang: minimum * BAHT }
      const lines = [line('a', 5000 * BAHT), line('b', 500 * BAHT)]
      return basket(lines, [
        given,
        voucher('platform', fixed(450), some),
        voucher('shipping', { type: 'free_shipping', capSatang: null }, some),
      ]).vouchers.slice(1)
    }
    const refusal = { reason: 'minimum', missingSatang: 1 * BAHT }
    expect(off(501)).toMatchObject([{ refusal }, { refusal }])
    // What the market itself takes off does not spoil its delivery.
    expect(off(500)).toMatchObject([{ amountSatang: 450 * BAHT }, { amountSatang: 80 * BAHT }])
  })

  it('takes one voucher of each kind', () => {
    const two = [voucher('platform', fixed(1)), voucher('platform', fixed(2), { id: 'vou_2' })]
    expect(() => basket([line('a', 1000)], two)).toThrow(RangeError)
  })

  it('does not ask more in a flash sale than without it', () => {
    const [order] = basket([line('a', 1000, { flashPriceSatang: 2000 })]).orders
    expect(order?.lines[0]?.unitPriceSatang).toBe(1000)
  })

  it('keeps every sum to the satang, for any basket and any vouchers (L2, L4)', () => {
    fc.assert(
      fc.property(anyBasket, (one) => {
        const priced = priceBasket(one)
        const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
        const taken = new Map<string, number>()
        for (const order of priced.orders) {
          for (const { lineTotalSatang, discounts, ...rest } of order.lines) {
            if (rest.unitPriceSatang > rest.listPriceSatang) return false
            if (lineTotalSatang !== rest.unitPriceSatang * rest.quantity) return false
            if (rest.discountSatang !== sum(discounts.map((d) => d.amountSatang))) return false
            if (rest.platformSatang !== sum(discounts.map((d) => d.platformSatang))) return false
            if (rest.paidSatang !== lineTotalSatang - rest.discountSatang) return false
            if (rest.paidSatang < 0 || rest.vatSatang < 0) return false
            if (rest.vatSatang > rest.paidSatang + rest.platformSatang) return false
          }
          const shares = [...order.lines.flatMap((l) => l.discounts), ...order.shippingDiscounts]
          for (const { voucherId, amountSatang, shopSatang, platformSatang } of shares) {
            if (amountSatang <= 0 || shopSatang < 0 || platformSatang < 0) return false
            if (shopSatang + platformSatang !== amountSatang) return false
            taken.set(voucherId, (taken.get(voucherId) ?? 0) + amountSatang)
          }
          if (order.subtotalSatang !== sum(order.lines.map((l) => l.lineTotalSatang))) return false
          if (order.discountSatang !== sum(shares.map((s) => s.amountSatang))) return false
          if (order.platformSatang !== sum(shares.map((s) => s.platformSatang))) return false
          const due = order.subtotalSatang + order.shippingSatang - order.discountSatang
          if (order.totalSatang !== due || due < 0) return false
          if (sum(order.shippingDiscounts.map((s) => s.amountSatang)) > order.shippingSatang) {
            return false
          }
        }
        for (const told of priced.vouchers) {
          const amount = 'amountSatang' in told ? told.amountSatang : 0
          if ((taken.get(told.id) ?? 0) !== amount) return false
        }
        return (
          priced.totalSatang === sum(priced.orders.map((order) => order.totalSatang)) &&
          priced.orders.flatMap(({ positions }) => positions).length === one.lines.length
        )
      }),
      { numRuns: 100_000 },
    )
  }, 60_000)
})

const money = (most: number) => fc.integer({ min: 0, max: most })
const anyLine = fc.record({
  shopId: fc.constantFrom('shp_a', 'shp_b', 'shp_c'),
  productId: fc.constantFrom('prd_1', 'prd_2', 'prd_3'),
  categoryIds: fc.constantFrom([], ['cat_1'], ['cat_1', 'cat_2']),
  listPriceSatang: money(1_000_000),
  flashPriceSatang: fc.option(money(1_000_000)),
  quantity: fc.integer({ min: 1, max: 99 }),
})

function anyVoucher(kind: Voucher['kind']) {
  const goodsOnly = fc.record({
    type: fc.constant('buy_get' as const),
    buy: fc.integer({ min: 1, max: 4 }),
    get: fc.integer({ min: 1, max: 3 }),
  })
  const cap = fc.option(money(50_000))
  const freeDelivery = fc.record({ type: fc.constant('free_shipping' as const), capSatang: cap })
  const benefit: fc.Arbitrary<Benefit> = fc.oneof(
    fc.record({ type: fc.constant('fixed' as const), amountSatang: money(500_000) }),
    fc.record({
      type: fc.constant('percent' as const),
      rateBp: fc.integer({ min: 1, max: 10_000 }),
      capSatang: cap,
    }),
    kind === 'shipping' ? freeDelivery : goodsOnly,
  )
  return fc.record({
    id: fc.constant(`vou_${kind}`),
    kind: fc.constant(kind),
    shopId: kind === 'shop' ? fc.constantFrom('shp_a', 'shp_b') : fc.constant(null),
    benefit,
    minimumSatang: money(300_000),
    productIds: fc.option(fc.subarray(['prd_1', 'prd_2'])),
    categoryIds: fc.option(fc.subarray(['cat_1', 'cat_2'])),
    audience: fc.constantFrom('all' as const, 'new_buyer' as const, 'repeat_buyer' as const),
    shopPaysBp: fc.integer({ min: 0, max: 10_000 }),
    usableFrom: fc.constant(new Date(AT.getTime() - 1)),
    usableUntil: fc.constant(new Date(AT.getTime() + 1)),
  })
}

const anyBasket: fc.Arbitrary<Basket> = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
  shipping: fc
    .array(money(30_000), { minLength: 3, maxLength: 3 })
    .map((fees) => new Map(fees.map((fee, n) => [`shp_${'abc'[n]}`, fee]))),
  vouchers: fc
    .tuple(
      ...(['shop', 'platform', 'shipping'] as const).map((kind) => fc.option(anyVoucher(kind))),
    )
    .map((chosen) => chosen.filter((one) => one !== null)),
  vatRateBp: fc.constantFrom(0, 700, 1000),
  now: fc.record({
    at: fc.constant(AT),
    audience: fc.constantFrom('new_buyer' as const, 'repeat_buyer' as const),
  }),
})
