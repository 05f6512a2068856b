import { describe, expect, it } from 'vitest'
import { SETTINGS } from '#src/config/settings.ts'
import { type CashCase, type CashTerms, mostIn, refuseCash } from '#src/order/cash/rules.ts'

const { codMaximumSatang: MOST, guestCodMaximumSatang: GUEST_MOST } = SETTINGS.order
const CHIANG_MAI = 'เชียงใหม่'
const YALA = 'ยะลา'

const terms = (
  maximumSatang: number | null,
  provinces: Record<string, number> = {},
): CashTerms => ({
  maximumSatang,
  provinces: Object.entries(provinces).map(([province, most]) => ({
    province,
    maximumSatang: most,
  })),
})
const open = { acceptsCod: true, terms: undefined }
const basket = (changes: Partial<CashCase> = {}): CashCase => ({
  totalSatang: 100_000,
  province: CHIANG_MAI,
  guest: false,
  market: undefined,
  orders: [
    { shopId: 'a', totalSatang: 60_000, ...open },
    { shopId: 'b', totalSatang: 40_000, ...open },
  ],
  ...changes,
})
const ofA = (said: Partial<CashCase['orders'][number]>): Partial<CashCase> => ({
  orders: [
    { shopId: 'a', totalSatang: 60_000, ...open, ...said },
    { shopId: 'b', totalSatang: 40_000, ...open },
  ],
})

describe('the most that is taken at a door', () => {
  it('is what is said of the province, before what is said of all', () => {
    expect(mostIn(terms(50_000, { [YALA]: 0, [CHIANG_MAI]: 90_000 }), CHIANG_MAI)).toBe(90_000)
    expect(mostIn(terms(50_000, { [YALA]: 0 }), YALA)).toBe(0)
    expect(mostIn(terms(50_000, { [YALA]: 0 }), CHIANG_MAI)).toBe(50_000)
    expect(mostIn(terms(null, { [YALA]: 10_000 }), YALA)).toBe(10_000)
  })

  it('has no limit where nothing was said', () => {
    expect(mostIn(undefined, YALA)).toBeNull()
    expect(mostIn(terms(null, { [YALA]: 0 }), CHIANG_MAI)).toBeNull()
  })

  it('is the most of anywhere while the province is not known', () => {
    expect(mostIn(terms(0, { [CHIANG_MAI]: 90_000 }), null)).toBe(90_000)
    expect(mostIn(terms(50_000, { [YALA]: 0 }), null)).toBe(50_000)
    expect(mostIn(terms(null, { [YALA]: 0 }), null)).toBeNull()
  })
})

describe('cash on delivery (CC7)', () => {
  it('is taken where nobody says otherwise, up to the market’s ceiling', () => {
    expect(refuseCash(basket())).toBeNull()
    expect(refuseCash(basket({ totalSatang: MOST }))).toBeNull()
    expect(refuseCash(basket({ totalSatang: MOST + 1 }))).toEqual({
      reason: 'above_cash_limit',
      maximumSatang: MOST,
    })
  })

  it('has a lower ceiling for a guest, 5,000 baht, who is told what an account would pay', () => {
    expect(GUEST_MOST).toBe(500_000)
    expect(refuseCash(basket({ totalSatang: GUEST_MOST, guest: true }))).toBeNull()
    const dear = { totalSatang: GUEST_MOST + 1, guest: true }
    const refused = { reason: 'above_cash_limit', maximumSatang: GUEST_MOST }
    expect(refuseCash(basket(dear))).toEqual({ ...refused, accountMaximumSatang: MOST })
    // Nothing is promised that an account would be refused too.
    expect(refuseCash(basket({ ...dear, totalSatang: MOST + 1 }))).toEqual(refused)
    expect(refuseCash(basket({ ...dear, ...ofA({ terms: terms(59_999) }) }))).toEqual(refused)
  })

  it('needs every shop of the basket, and names those that do not take it', () => {
    const refused = { reason: 'shop_refuses', shopIds: ['a'] }
    expect(refuseCash(basket(ofA({ acceptsCod: false })))).toEqual(refused)
    expect(refuseCash(basket(ofA({ terms: terms(0) })))).toEqual(refused)
    expect(refuseCash(basket({ ...ofA({ terms: terms(0) }), province: null }))).toEqual(refused)
  })

  it('is bounded by a shop for its own part, to the satang', () => {
    expect(refuseCash(basket(ofA({ terms: terms(60_000) })))).toBeNull()
    expect(refuseCash(basket(ofA({ terms: terms(59_999) })))).toEqual({
      reason: 'above_cash_limit',
      maximumSatang: 59_999,
      shopIds: ['a'],
    })
  })

  it('is refused to a province by the market for all, by a shop for itself', () => {
    const market = terms(null, { [CHIANG_MAI]: 0 })
    expect(refuseCash(basket({ market }))).toEqual({ reason: 'province_refused' })
    expect(refuseCash(basket({ market, province: YALA }))).toBeNull()
    expect(refuseCash(basket({ market, province: null }))).toBeNull()
    expect(refuseCash(basket(ofA({ terms: terms(null, { [CHIANG_MAI]: 0 }) })))).toEqual({
      reason: 'province_refused',
      shopIds: ['a'],
    })
  })

  it('can be taken in some provinces only', () => {
    const bangkokOnly = ofA({ terms: terms(0, { กรุงเทพมหานคร: 100_000 }) })
    expect(refuseCash(basket({ ...bangkokOnly, province: 'กรุงเทพมหานคร' }))).toBeNull()
    expect(refuseCash(basket(bangkokOnly))).toEqual({ reason: 'province_refused', shopIds: ['a'] })
  })

  it('is lowered by the market in a province, never raised above its ceiling', () => {
    const low = terms(null, { [CHIANG_MAI]: 99_999 })
    expect(refuseCash(basket({ market: low }))).toEqual({
      reason: 'above_cash_limit',
      maximumSatang: 99_999,
    })
    const high = terms(null, { [CHIANG_MAI]: MOST * 2 })
    expect(refuseCash(basket({ market: high, totalSatang: MOST + 1 }))).toMatchObject({
      maximumSatang: MOST,
    })
  })

  it('can be closed in the whole market', () => {
    expect(refuseCash(basket({ market: terms(0) }))).toEqual({ reason: 'market_refuses' })
  })
})
