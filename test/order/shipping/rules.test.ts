import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateText, shippingPrice } from '#src/order/shipping/rules.ts'

const tariff = { kind: 'by_weight' as const, priceSatang: 4000, stepSatang: 1500, stepGrams: 1000 }

describe('what a parcel costs', () => {
  it.each([
    [0, 4000],
    [1, 4000],
    [1000, 4000],
    [1001, 5500],
    [2000, 5500],
    [2001, 7000],
  ])('of %i g by weight is %i satang: the base covers the first step', (grams, price) => {
    expect(shippingPrice(tariff, grams)).toBe(price)
  })

  it('at a flat price is the same for any weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (grams) => {
        expect(shippingPrice({ ...tariff, kind: 'flat' }, grams)).toBe(4000)
      }),
    )
  })

  it('never falls with weight, and is whole satang', () => {
    const weight = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        const [light, heavy] = [Math.min(a, b), Math.max(a, b)]
        expect(shippingPrice(tariff, light)).toBeLessThanOrEqual(shippingPrice(tariff, heavy))
        expect(Number.isSafeInteger(shippingPrice(tariff, a))).toBe(true)
      }),
    )
  })
})

it('says how long it takes in the shopper’s words', () => {
  expect(estimateText(2, 4, 'th')).toBe('2–4 วัน')
  expect(estimateText(1, 1, 'th')).toBe('1 วัน')
  expect(estimateText(1, 1, 'en')).toBe('1 day')
  expect(estimateText(1, 2, 'en')).toBe('1–2 days')
})
