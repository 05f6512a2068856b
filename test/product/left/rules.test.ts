import { expect, it } from 'vitest'
import { isBack, isShown } from '#src/product/left/rules.ts'

const move = (before: number, now: number) => ({
  ...{ productId: 'prd_1', variantId: 'var_1' },
  ...{ available: now, change: now - before },
})

it.each([
  [30, 29, false],
  [11, 10, true],
  [10, 11, true],
  [0, 500, true],
  [500, 0, true],
])('a shelf from %i to %i is told to open pages: %s', (before, now, told) => {
  expect(isShown(move(before, now), 10)).toBe(told)
})

it.each([
  [0, 1, true],
  [1, 2, false],
  [2, 0, false],
])('a shelf from %i to %i is back: %s', (before, now, told) => {
  expect(isBack(move(before, now))).toBe(told)
})
