import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, draftGroup } from '#src/order/checkout/rules.ts'

const AT = new Date('2026-11-22T03:00:00Z')
const BUYER: Draft['buyer'] = {
  userId: 'usr_1',
  email: 'a@example.test',
  phone: '+66812345678',
  locale: 'th',
  address: {
    recipient: 'มะลิ',
    phone: '+66812345678',
    line1: '1',
    subdistrict: 'a',
    district: 'b',
    province: 'c',
    postcode: '10400',
  },
}

type Want = { shop: number; priceSatang: number; quantity: number; weightGrams: number }

/** A cart of these wants, one variant each, with everything a checkout needs to know of them. */
function draftOf(wants: readonly Want[], some: Partial<Draft> = {}): Draft {
  const shopIds = [...new Set(wants.map(({ shop }) => `shp_${shop}`))]
  const offers = wants.map((want, index) => [
    `var_${index}`,
    {
      variantId: `var_${index}`,
      productId: `prd_${index}`,
      productSlug: `p-${index}`,
      shopId: `shp_${want.shop}`,
      categoryIds: [],
      sku: `S${index}`,
      titleTh: 'ผ้า',
      titleEn: 'Cloth',
      options: [],
      imageKey: null,
      priceSatang: want.priceSatang,
      weightGrams: want.weightGrams,
      onSale: true,
      available: 1000,
      flash: null,
    },
  ])
  const shops = shopIds.map((id) => [
    id,
    { id, slug: id, nameTh: id, nameEn: id, provinceTh: '', provinceEn: '' },
  ])
  return {
    lines: wants.map(({ quantity, priceSatang }, index) => ({
      id: `cln_${index}`,
      variantId: `var_${index}`,
      quantity,
      seenPriceSatang: priceSatang,
      addedAt: AT,
    })),
    offers: new Map(offers as never),
    shops: new Map(shops as never),
    options: shopIds.map((shopId) => ({
      id: `opt_${shopId}`,
      shopId,
      kind: 'by_weight' as const,
      priceSatang: 4000,
      stepSatang: 1500,
      stepGrams: 1000,
      nameTh: 'ส่ง',
      nameEn: 'Send',
      minDays: 1,
      maxDays: 2,
    })),
    shipping: Object.fromEntries(shopIds.map((id) => [id, `opt_${id}`])),
    rates: { vatRateBp: 700, commissionRateBp: 500, commissionRules: [] },
    vouchers: [],
    audience: 'new_buyer',
    buyer: BUYER,
    at: AT,
    ...some,
  }
}

const want = fc.record({
  shop: fc.integer({ min: 1, max: 5 }),
  priceSatang: fc.integer({ min: 1, max: 1_000_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  weightGrams: fc.integer({ min: 0, max: 5000 }),
})
const wants = fc.array(want, { minLength: 1, maxLength: 40 })
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('a cart that becomes an order', () => {
  it('is one order a shop; lines sum to orders and orders to what is paid once (L2)', () => {
    fc.assert(
      fc.property(wants, (all) => {
        const { group, orders, lines } = draftGroup(draftOf(all))
        expect(orders.map(({ shopId }) => shopId).sort()).toEqual(
          [...new Set(all.map(({ shop }) => `shp_${shop}`))].sort(),
        )
        expect(sum(orders.map(({ totalSatang }) => totalSatang))).toBe(group.totalSatang)
        expect(lines).toHaveLength(all.length)
        for (const order of orders) {
          const own = lines.filter(({ orderId }) => orderId === order.id)
          expect(sum(own.map(({ lineTotalSatang }) => lineTotalSatang))).toBe(order.subtotalSatang)
          expect(order.totalSatang).toBe(
            order.subtotalSatang + order.shippingSatang - order.discountSatang,
          )
          expect(own.map(({ position }) => position)).toEqual(own.map((_, index) => index))
        }
        const paid = all.map(({ priceSatang, quantity }) => priceSatang * quantity)
        const sent = sum(orders.map(({ shippingSatang }) => shippingSatang))
        expect(group.totalSatang).toBe(sum(paid) + sent)
      }),
    )
  })

  it('costs the same whatever order things were put in (L4)', () => {
    fc.assert(
      fc.property(wants, (all) => {
        const amounts = (given: readonly Want[]) => {
          const { group, orders } = draftGroup(draftOf(given))
          const byShop = orders.map(({ shopId, totalSatang, vatSatang, shippingSatang }) =>
            [shopId, totalSatang, vatSatang, shippingSatang].join(),
          )
          return [group.totalSatang, ...byShop.sort()]
        }
        expect(amounts(all.toReversed())).toEqual(amounts(all))
      }),
    )
  })

  const one: Want = { shop: 1, priceSatang: 100, quantity: 2, weightGrams: 1 }
  it.each<[string, Partial<Draft>, string]>([
    ['that is empty', { lines: [] }, 'cart_empty'],
    ['with a thing that is gone', { offers: new Map() }, 'cart_changed'],
    ['without a way to send it', { shipping: {} }, 'shipping_option_invalid'],
    [
      'with another shop’s way to send it',
      { shipping: { shp_1: 'opt_shp_2' } },
      'shipping_option_invalid',
    ],
    ['with a way to send it that is not offered', { options: [] }, 'shipping_option_invalid'],
  ])('%s is refused', (_, some, code) => {
    expect(() => draftGroup(draftOf([one], some))).toThrow(code)
  })

  it('with more than there is says what is left of each thing', () => {
    const draft = draftOf([{ ...one, quantity: 99 }])
    const offer = draft.offers.get('var_0')
    if (offer === undefined) throw new RangeError('no offer')
    const offers = new Map([['var_0', { ...offer, available: 3 }]])
    expect(() => draftGroup({ ...draft, offers })).toThrow(
      expect.objectContaining({
        code: 'out_of_stock',
        detail: expect.objectContaining({
          extra: { items: [{ variantId: 'var_0', available: 3, problems: ['not_enough_stock'] }] },
        }),
      }),
    )
  })

  it('of a guest holds ten of a thing at most, and an account’s as many as there are', () => {
    const guest = { ...BUYER, userId: null }
    const wants = [10, 11, 99].map((quantity) => ({ ...one, quantity }))
    expect(() => draftGroup(draftOf(wants, { buyer: guest }))).toThrow(
      expect.objectContaining({
        code: 'limit_reached',
        detail: expect.objectContaining({
          extra: {
            items: [
              { variantId: 'var_1', limit: 10 },
              { variantId: 'var_2', limit: 10 },
            ],
          },
        }),
      }),
    )
    expect(draftGroup(draftOf(wants.slice(0, 1), { buyer: guest })).lines).toHaveLength(1)
    expect(draftGroup(draftOf(wants)).lines).toHaveLength(3)
  })

  it('of a guest waits a quarter of an hour for its money, an account’s half an hour', () => {
    const waits = [BUYER, { ...BUYER, userId: null }].map(
      (buyer) => draftGroup(draftOf([one], { buyer })).group.expiresAt.getTime() - AT.getTime(),
    )
    expect(waits).toEqual([30 * 60_000, 15 * 60_000])
  })

  it('whose price moved is ordered at the price of now', () => {
    const draft = draftOf([one])
    const lines = draft.lines.map((line) => ({ ...line, seenPriceSatang: 1 }))
    expect(draftGroup({ ...draft, lines }).lines[0]?.unitPriceSatang).toBe(100)
  })
})
