import { expect, it } from 'vitest'
import { groupEvent, unsold } from '#src/order/group/rules.ts'

it('a group that is to be paid in cash is emptied by the cancelling of its last order', () => {
  expect(groupEvent('cod', 'cancelled', [])).toBe('emptied')
  expect(groupEvent('cod', 'cancelled', ['cancelled', 'cancelled'])).toBe('emptied')
})

it('a group goes on while any of its orders does', () => {
  expect(groupEvent('cod', 'cancelled', ['cancelled', 'paid'])).toBe('order_moved')
  expect(groupEvent('cod', 'shipped', ['cancelled'])).toBe('order_moved')
})

it('a group that was paid stays paid, whatever is refunded of it', () => {
  expect(groupEvent('paid', 'cancelled', ['cancelled'])).toBe('order_moved')
})

it('every piece is taken back from what was sold once: by its refund, or with the rest', () => {
  const lines = [
    { id: 'a', productId: 'prd_1', quantity: 3, refundedQuantity: 1 },
    { id: 'b', productId: 'prd_2', quantity: 1, refundedQuantity: 1 },
  ]
  const twice = [1, 1].map((quantity) => ({ lineId: 'a', quantity }))
  expect(unsold(lines, 'paid', twice)).toEqual([{ productId: 'prd_1', quantity: -2 }])
  expect(unsold(lines, 'cancelled')).toEqual([{ productId: 'prd_1', quantity: -2 }])
  expect(unsold(lines, 'shipped')).toEqual([])
})
