import { expect, it } from 'vitest'
import { groupEvent } from '#src/order/group/rules.ts'

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
