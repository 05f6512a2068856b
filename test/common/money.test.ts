import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  assertSatang,
  MAX_SATANG,
  shareOf,
  sumSatang,
  vatWithin,
} from '#src/common/money.ts'

const amount = fc.integer({ min: 0, max: MAX_SATANG })
const rateBp = fc.integer({ min: 0, max: 10_000 })
const weights = fc.array(fc.integer({ min: 0, max: MAX_SATANG }), { minLength: 1, maxLength: 30 })
const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 })
const total = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)

describe('an amount', () => {
  it.each([0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, -0.1])(
    'is whole satang below 2^53: %s is none (L6)',
    (value) => {
      expect(() => assertSatang(value)).toThrow(RangeError)
    },
  )

  it('that would pass 2^53 is refused before it is rounded (L6)', () => {
    expect(sumSatang([])).toBe(0)
    expect(sumSatang([Number.MAX_SAFE_INTEGER - 1, 1])).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => sumSatang([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  })
})

describe('dividing an amount (L4)', () => {
  it('gives whole parts that sum to it, each within a satang of its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (satang, by) => {
        const parts = allocate(satang, by)
        const shares = total(by) === 0 ? by.map(() => 1) : by
        const unit = BigInt(total(shares))
        expect(total(parts)).toBe(satang)
        parts.forEach((part, index) => {
          expect(Number.isSafeInteger(part) && part >= 0).toBe(true)
          const over = BigInt(part) * unit - BigInt(satang) * BigInt(shares[index] ?? 0)
          expect(over > -unit && over < unit).toBe(true)
        })
      }),
    )
  })

  it('gives a weight the same wherever it stands, but for a satang that cannot be divided', () => {
    fc.assert(
      fc.property(amount, distinct, (satang, by) => {
        const there = allocate(satang, by)
        const back = allocate(satang, by.toReversed()).toReversed()
        back.forEach((part, index) => {
          expect(Math.abs(part - (there[index] ?? 0))).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [0, 5, 5], [0, 5, 5]],
    [5, [0, 0], [3, 2]],
    [1, [1, 2, 3], [0, 0, 1]],
    [0, [], []],
  ])('%i by %j is %j', (satang, by, parts) => {
    expect(allocate(satang, by)).toEqual(parts)
  })

  it('refuses what cannot be divided', () => {
    expect(() => allocate(-1, [1])).toThrow(RangeError)
    expect(() => allocate(1, [])).toThrow(RangeError)
    expect(() => allocate(1, [-1])).toThrow(RangeError)
    expect(() => allocate(1, [0.5])).toThrow(RangeError)
  })
})

describe('a rate', () => {
  it('of an amount is rounded half up, alike for what is given and what is taken back', () => {
    expect(shareOf(10_050, 500)).toBe(503)
    expect(shareOf(10, 500)).toBe(1)
    expect(shareOf(9, 500)).toBe(0)
    fc.assert(
      fc.property(amount, rateBp, (satang, bp) => {
        const share = shareOf(satang, bp)
        expect(shareOf(-satang, bp) + share).toBe(0)
        const off = BigInt(share) * 20_000n - BigInt(satang) * BigInt(bp) * 2n
        expect(off > -10_000n && off <= 10_000n).toBe(true)
      }),
    )
  })

  it('of VAT is contained in the price: 7 baht of 107', () => {
    expect(vatWithin(10_700, 700)).toBe(700)
    expect(vatWithin(10_000, 700)).toBe(654)
    expect(vatWithin(10_000, 0)).toBe(0)
    fc.assert(
      fc.property(amount, rateBp, (satang, bp) => {
        const whole = BigInt(10_000 + bp)
        const off = (BigInt(vatWithin(satang, bp)) * whole - BigInt(satang) * BigInt(bp)) * 2n
        expect(off > -whole && off <= whole).toBe(true)
      }),
    )
  })
})
