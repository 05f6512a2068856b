import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blocks,
  lineProblems,
  MAX_LINES,
  MAX_QUANTITY,
  mergeLines,
  putIn,
  type StoredLine,
  unitPriceOf,
} from '#src/order/cart/rules.ts'

const lineOf = (
  variantId: string,
  quantity: number,
  some: Partial<StoredLine> = {},
): StoredLine => ({
  id: `cln_${variantId}`,
  variantId,
  quantity,
  seenPriceSatang: 1000,
  addedAt: new Date('2026-11-22T03:00:00Z'),
  ...some,
})
const lines = fc
  .uniqueArray(
    fc.record({ n: fc.integer({ min: 1, max: 120 }), quantity: fc.integer({ min: 1, max: 99 }) }),
    {
      selector: ({ n }) => n,
      maxLength: MAX_LINES,
    },
  )
  .map((all) => all.map(({ n, quantity }) => lineOf(`var_${n}`, quantity)))

describe('a guest’s cart that is poured into an account’s', () => {
  it('adds up what both hold, to at most 99', () => {
    const merged = mergeLines([lineOf('a', 60), lineOf('b', 1)], [lineOf('a', 60), lineOf('c', 2)])
    expect(merged.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
      ['a', MAX_QUANTITY],
      ['b', 1],
      ['c', 2],
    ])
  })

  it('keeps every line of the account, each variant once, and never too many', () => {
    fc.assert(
      fc.property(lines, lines, (own, guest) => {
        const merged = mergeLines(own, guest)
        const ids = merged.map(({ variantId }) => variantId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.slice(0, own.length)).toEqual(own.map(({ variantId }) => variantId))
        expect(merged.length).toBeLessThanOrEqual(MAX_LINES)
        for (const { variantId, quantity } of merged) {
          const both = [...own, ...guest].filter((line) => line.variantId === variantId)
          const sum = both.reduce((total, line) => total + line.quantity, 0)
          expect(quantity).toBe(Math.min(MAX_QUANTITY, sum))
        }
      }),
    )
  })

  it('leaves both carts as they were', () => {
    const own = [lineOf('a', 1)]
    const guest = [lineOf('a', 1)]
    mergeLines(own, guest)
    expect([own, guest]).toEqual([[lineOf('a', 1)], [lineOf('a', 1)]])
  })
})

describe('a line', () => {
  const at = new Date('2026-11-22T05:00:00Z')
  const offer = { onSale: true, available: 5, priceSatang: 1000, flash: null }
  const flash = {
    ...{ itemId: 'fli_a', priceSatang: 700, perBuyer: 9, most: 9 },
    ...{ startsAt: at, endsAt: new Date('2026-11-22T11:00:00Z') },
  }
  it.each([
    ['as it was put in', offer, []],
    ['that is no longer sold', { ...offer, onSale: false }, ['unavailable']],
    ['that nobody knows', undefined, ['unavailable']],
    ['that is sold out', { ...offer, available: 0 }, ['out_of_stock']],
    ['of more than is left', { ...offer, available: 2 }, ['not_enough_stock']],
    ['in a flash sale', { ...offer, flash }, ['price_down']],
    [
      'of as many as its flash price is for',
      { ...offer, flash: { ...flash, most: 3 } },
      ['price_down'],
    ],
    ['of more than that', { ...offer, flash: { ...flash, most: 2 } }, ['flash_beyond']],
    ['after its flash price', { ...offer, flash: { ...flash, most: 0 } }, []],
    ['of campaign stock alone', { ...offer, available: 0, flash }, ['price_down']],
    [
      'of more than either stock has',
      { ...offer, available: 1, flash: { ...flash, most: 2 } },
      ['not_enough_stock', 'flash_beyond'],
    ],
    ['that became dearer', { ...offer, priceSatang: 1001 }, ['price_up']],
    [
      'that became cheaper and scarce',
      { ...offer, available: 1, priceSatang: 1 },
      ['not_enough_stock', 'price_down'],
    ],
  ])('%s has the problems %#', (_, now, problems) => {
    expect(lineProblems(lineOf('a', 3), now, at)).toEqual(problems)
  })

  it.each([
    ['just before its slot', -1, 1000],
    ['at its first moment', 0, 700],
    ['at its last', 6 * 3_600_000 - 1, 700],
    ['at its end', 6 * 3_600_000, 1000],
  ])('in a flash sale costs what its time says: %s', (_, laterMs, price) => {
    const now = new Date(at.getTime() + laterMs)
    expect(unitPriceOf(1, { ...offer, flash }, now)).toBe(price)
  })

  it('never costs more in a flash sale than without', () => {
    const dear = { ...flash, priceSatang: 1200 }
    expect(unitPriceOf(1, { ...offer, flash: dear }, at)).toBe(1000)
  })

  it('whose price moved can be ordered, one that is not there cannot', () => {
    const all = [
      'unavailable',
      'out_of_stock',
      'not_enough_stock',
      'flash_beyond',
      'price_up',
      'price_down',
    ] as const
    expect(all.filter(blocks)).toEqual(['unavailable', 'out_of_stock', 'not_enough_stock'])
  })
})

describe('when a line counts as put in', () => {
  const now = new Date('2026-11-22T03:00:00Z')
  const timeOf = (said: string | undefined) =>
    putIn(
      { variantId: 'var_a', quantity: 1, ...(said === undefined ? {} : { addedAt: said }) },
      1,
      now,
    ).addedAt

  it('is when it says it was, for one that is put back', () => {
    expect(timeOf('2026-11-21T03:00:00.000Z')).toEqual(new Date('2026-11-21T03:00:00Z'))
  })
  it.each([undefined, '2999-01-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z', 'never'])(
    'is now for one that says %j',
    (said) => {
      expect(timeOf(said)).toBe(now)
    },
  )
})
