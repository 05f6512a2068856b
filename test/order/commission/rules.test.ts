import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CommissionRule,
  commissionOn,
  NEVER_MS,
  ruleFor,
  type Sale,
} from '#src/order/commission/rules.ts'

const AT = new Date('2026-11-20T00:00:00Z')

const rule = (some: Partial<CommissionRule> & { id: string }): CommissionRule => ({
  shopId: null,
  categoryId: null,
  productId: null,
  rateBp: 1000,
  fixedSatang: 0,
  minSatang: null,
  maxSatang: null,
  startsAtMs: 0,
  endsAtMs: NEVER_MS,
  ...some,
})

const sale = (some: Partial<Sale> = {}): Sale => ({
  shopId: 'shp_1',
  productId: 'prd_1',
  categoryIds: ['cat_scarf', 'cat_cloth', 'cat_all'],
  quantity: 2,
  baseSatang: 10_000,
  vatRateBp: 700,
  ...some,
})

describe('The rule of a sale', () => {
  const market = rule({ id: 'cmr_1' })
  const wide = rule({ id: 'cmr_2', categoryId: 'cat_all' })
  const near = rule({ id: 'cmr_3', categoryId: 'cat_scarf' })
  const shop = rule({ id: 'cmr_4', shopId: 'shp_1' })
  const both = rule({ id: 'cmr_5', shopId: 'shp_1', categoryId: 'cat_cloth' })
  const product = rule({ id: 'cmr_6', productId: 'prd_1' })
  // From the least to the most specific.
  const all = [market, wide, near, shop, both, product]

  it.each(all.map((_, n) => all.slice(0, n + 1)))(
    'is the most specific of those that fit, whatever their order',
    (...given) => {
      const expected = given.at(-1)?.id
      expect(ruleFor(given, sale(), AT)?.id).toBe(expected)
      expect(ruleFor(given.toReversed(), sale(), AT)?.id).toBe(expected)
    },
  )

  it('of a category holds for what stands below it, and for nothing beside it', () => {
    expect(ruleFor([wide], sale(), AT)).toBe(wide)
    expect(ruleFor([wide], sale({ categoryIds: ['cat_tea'] }), AT)).toBeUndefined()
  })

  it('must fit in all that it names', () => {
    expect(ruleFor([both], sale({ shopId: 'shp_2' }), AT)).toBeUndefined()
    expect(ruleFor([both], sale({ categoryIds: ['cat_all'] }), AT)).toBeUndefined()
  })

  it('is the oldest of equals', () => {
    const later = rule({ id: 'cmr_9', shopId: 'shp_1', rateBp: 1 })
    expect(ruleFor([later, shop], sale(), AT)).toBe(shop)
  })

  it('holds from its beginning to just before its end', () => {
    const some = rule({ id: 'cmr_1', startsAtMs: AT.getTime(), endsAtMs: AT.getTime() + 1000 })
    const at = (ms: number) => ruleFor([some], sale(), new Date(AT.getTime() + ms))
    expect([at(-1), at(0), at(999), at(1000)]).toEqual([undefined, some, some, undefined])
  })
})

describe('Commission', () => {
  const taken = (some: Partial<CommissionRule>, of: Partial<Sale> = {}) =>
    commissionOn(sale(of), rule({ id: 'cmr_1', ...some }), 500).commissionSatang

  it('is at the market’s rate without a rule, with VAT on it', () => {
    expect(commissionOn(sale(), undefined, 500)).toEqual({
      commissionRuleId: null,
      commissionRateBp: 500,
      commissionBaseSatang: 10_000,
      commissionSatang: 500,
      commissionVatSatang: 35,
    })
  })

  it('is a share, a fixed part of each piece, or both', () => {
    expect(taken({ rateBp: 1000 })).toBe(1000)
    expect(taken({ rateBp: 0, fixedSatang: 300 })).toBe(600)
    expect(taken({ rateBp: 1000, fixedSatang: 300 })).toBe(1600)
  })

  it('keeps to its bounds for each piece', () => {
    expect(taken({ minSatang: 900 })).toBe(1800)
    expect(taken({ maxSatang: 200 })).toBe(400)
    expect(taken({ rateBp: 0, fixedSatang: 900, maxSatang: 200 })).toBe(400)
  })

  it('is never more than the shop receives, nor less than nothing', () => {
    const bound = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null })
    const base = fc.integer({ min: 0, max: 1_000_000 })
    const fixed = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(base, fixed, bound, bound, (baseSatang, fixedSatang, minSatang, maxSatang) => {
        const amount = taken({ fixedSatang, minSatang, maxSatang }, { baseSatang })
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(amount).toBeLessThanOrEqual(baseSatang)
      }),
    )
  })
})
