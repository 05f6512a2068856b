import { expect, it } from 'vitest'
import { blocks } from '#src/order/cart/rules.ts'
import { LineProblem } from '#src/order/cart/schema.ts'
import { isBlocked } from '../../app/components/cart-counts.ts'
import { lineOf } from './carts.ts'

it('stands in the way of ordering in a basket what does so for the API, and nothing else', () => {
  for (const problem of LineProblem.options) {
    expect([problem, isBlocked(lineOf('a', { problems: [problem] }))]).toEqual([
      problem,
      blocks(problem),
    ])
  }
  expect(isBlocked(lineOf('a'))).toBe(false)
})
