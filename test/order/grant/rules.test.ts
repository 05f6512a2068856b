import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProblem } from '#src/common/problem.ts'
import { endsSending, type FrozenLine, refundParts, totalOf } from '#src/order/grant/rules.ts'

const line = (some: Partial<FrozenLine> = {}): FrozenLine => ({
  id: 'oln_1',
  quantity: 3,
  refundedQuantity: 0,
  lineTotalSatang: 10_000,
  discountSatang: 1000,
  platformSatang: 500,
  vatSatang: 621,
  commissionSatang: 444,
  commissionVatSatang: 31,
  ...some,
})
const DELIVERY = {
  shippingSatang: 4000,
  discountSatang: 1500,
  platformSatang: 700,
  vatSatang: 209,
  refunded: false,
}
const ask = (quantity: number, shipping = false, lineId = 'oln_1') => ({
  lines: quantity === 0 ? [] : [{ lineId, quantity }],
  shipping,
})

const refusal = (call: () => unknown) => {
  try {
    call()
  } catch (error) {
    if (isProblem(error)) return { code: error.code, extra: error.detail.extra }
  }
  return undefined
}

describe('What goes back', () => {
  it('is a piece’s share of price, discounts, VAT and commission', () => {
    expect(refundParts(ask(1), [line()], DELIVERY)).toEqual([
      {
        lineId: 'oln_1',
        quantity: 1,
        amountSatang: 3000,
        platformSatang: 166,
        vatSatang: 207,
        commissionSatang: 148,
        commissionVatSatang: 10,
      },
    ])
  })

  it('is of the delivery what its buyer paid, and what the market paid in their place', () => {
    const [part] = refundParts(ask(0, true), [line()], DELIVERY)
    expect(part).toMatchObject({ lineId: null, amountSatang: 2500, platformSatang: 700 })
  })

  it('sums to the whole, in whatever portions the pieces go (P9, PO6)', () => {
    const amount = fc.integer({ min: 0, max: 100_000_000 })
    const portions = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 20 })
    const frozen = fc.tuple(amount, amount, amount, amount, amount, amount)
    fc.assert(
      fc.property(portions, frozen, (counts, [paid, off, platform, vat, commission, tax]) => {
        const whole = line({
          quantity: counts.reduce((a, b) => a + b, 0),
          lineTotalSatang: paid + off,
          discountSatang: off,
          platformSatang: platform,
          vatSatang: vat,
          commissionSatang: commission,
          commissionVatSatang: tax,
        })
        let gone = 0
        const parts = counts.flatMap((count) => {
          const made = refundParts(ask(count), [{ ...whole, refundedQuantity: gone }], DELIVERY)
          gone += count
          return made
        })
        expect(totalOf(parts)).toEqual({
          amountSatang: paid,
          platformSatang: platform,
          vatSatang: vat,
          commissionSatang: commission,
          commissionVatSatang: tax,
        })
        for (const part of parts) {
          expect(Math.min(...Object.values(totalOf([part])))).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is no more than is left, and says what that is', () => {
    const used = [line({ refundedQuantity: 2 })]
    expect(refusal(() => refundParts(ask(2), used, DELIVERY))).toEqual({
      code: 'limit_reached',
      extra: { items: [{ lineId: 'oln_1', left: 1 }] },
    })
    expect(refusal(() => refundParts(ask(0, true), [], { ...DELIVERY, refunded: true }))).toEqual({
      code: 'limit_reached',
      extra: { items: [{ lineId: null, left: 0 }] },
    })
  })

  it('counts a line that is named twice as one', () => {
    const twice = [
      { lineId: 'oln_1', quantity: 2 },
      { lineId: 'oln_1', quantity: 2 },
    ]
    const call = () => refundParts({ lines: twice, shipping: false }, [line()], DELIVERY)
    expect(refusal(call)?.code).toBe('limit_reached')
  })

  it('is of the order’s own lines', () => {
    expect(refusal(() => refundParts(ask(1, false, 'oln_2'), [line()], DELIVERY))?.code).toBe(
      'not_found',
    )
  })
})

describe('A refund ends the sending of an order', () => {
  const lines = [
    { id: 'a', quantity: 3, sentQuantity: 2, refundedQuantity: 0 },
    { id: 'b', quantity: 2, sentQuantity: 0, refundedQuantity: 1 },
  ]
  const a = { lineId: 'a', quantity: 1 }
  const b = { lineId: 'b', quantity: 1 }

  it('when some of it was sent, and it takes all that is left of each line', () => {
    expect(endsSending('processed', lines, [a, b])).toBe(true)
    expect(endsSending('processed', lines, [a, a, b])).toBe(true)
    for (const some of [[], [a], [b], [a, a]]) {
      expect(endsSending('processed', lines, some), JSON.stringify(some)).toBe(false)
    }
  })

  it('but not when nothing of it was sent: nothing is on its way then', () => {
    const unsent = lines.map((line) => ({ ...line, sentQuantity: 0 }))
    expect(endsSending('processed', unsent, [{ ...a, quantity: 3 }, b])).toBe(false)
  })

  it('but not in a state in which its shop is not sending it', () => {
    for (const status of ['paid', 'cancel_requested', 'shipped', 'delivered', 'completed'] as const)
      expect(endsSending(status, lines, [a, b]), status).toBe(false)
  })
})
