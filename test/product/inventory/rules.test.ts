import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectOf, sumDemand } from '#src/product/inventory/rules.ts'

describe('Demand', () => {
  it('S3: sums two lines of one variant, so that they are checked as one', () => {
    expect(
      sumDemand([
        { variantId: 'b', quantity: 2 },
        { variantId: 'a', quantity: 1 },
        { variantId: 'b', quantity: 3 },
      ]),
    ).toEqual([
      { variantId: 'a', quantity: 1 },
      { variantId: 'b', quantity: 5 },
    ])
  })

  it('is the same whatever the order of the lines, and loses nothing', () => {
    const line = fc.record({
      variantId: fc.constantFrom('a', 'b', 'c', 'd'),
      quantity: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const sums = sumDemand(lines)
        expect(sumDemand([...lines].reverse())).toEqual(sums)
        const total = (list: { quantity: number }[]) => list.reduce((n, l) => n + l.quantity, 0)
        expect(total(sums)).toBe(total(lines))
      }),
    )
  })

  it('refuses nothing, less than nothing, and parts of a thing', () => {
    for (const quantity of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => sumDemand([{ variantId: 'a', quantity }])).toThrow(RangeError)
    }
  })
})

describe('A movement', () => {
  it('S1: of a hold that is sold or released leaves nothing reserved', () => {
    const held = effectOf('held', 3)
    for (const end of ['sold', 'released'] as const) {
      expect(held.reservedDelta + effectOf(end, 3).reservedDelta).toBe(0)
    }
    expect(effectOf('sold', 3).onHandDelta).toBe(-3)
    expect(effectOf('released', 3).onHandDelta).toBe(0)
  })
})
