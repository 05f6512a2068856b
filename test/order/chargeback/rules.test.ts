import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bearer, restored, taken } from '#src/order/chargeback/rules.ts'

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const amount = fc.integer({ min: 0, max: 100_000_000 })
const bearers = fc
  .array(amount, { minLength: 1, maxLength: 8 })
  .map((lefts) =>
    lefts.map((leftSatang, n): Bearer => ({ orderId: `ord_${n}`, leftSatang, bornSatang: 0 })),
  )

describe('What a bank takes', () => {
  it('is borne by orders within what is left of each, and beyond by the market (L2)', () => {
    fc.assert(
      fc.property(amount, bearers, (took, orders) => {
        const { byOrder, unborneSatang } = taken(took, orders)
        expect(sum(byOrder.map((part) => part.amountSatang)) + unborneSatang).toBe(took)
        const left = sum(orders.map(({ leftSatang }) => leftSatang))
        expect(unborneSatang).toBe(Math.max(0, took - left))
        for (const { orderId, amountSatang } of byOrder) {
          const order = orders.find((one) => one.orderId === orderId)
          expect(amountSatang).toBeLessThanOrEqual(order?.leftSatang ?? 0)
        }
      }),
    )
  })

  it('and gives back leaves everybody with what they had', () => {
    fc.assert(
      fc.property(amount, bearers, (took, orders) => {
        const { byOrder, unborneSatang } = taken(took, orders)
        const after = orders.map((order) => ({
          ...order,
          bornSatang: byOrder.find((part) => part.orderId === order.orderId)?.amountSatang ?? 0,
        }))
        expect(restored(took, after, unborneSatang)).toEqual({ byOrder, unborneSatang })
      }),
    )
  })

  it('is not given back more than once', () => {
    const order = { orderId: 'ord_1', leftSatang: 0, bornSatang: 100 }
    expect(() => restored(101, [order], 0)).toThrow(RangeError)
  })
})
