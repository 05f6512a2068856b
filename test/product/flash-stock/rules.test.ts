import { describe, expect, it } from 'vitest'
import { inTakingOrder, leftOf, mostOf } from '#src/product/flash-stock/rules.ts'

describe('A flash sale’s item', () => {
  it('has left what nobody holds, bought or got back', () => {
    expect(leftOf({ quota: 10, reserved: 2, sold: 3, returned: 1 })).toBe(4)
  })

  it.each([
    [5, 2, 0, 2],
    [1, 2, 0, 1],
    [5, 2, 1, 1],
    [5, 2, 2, 0],
    [5, 2, 3, 0],
    [0, 2, 0, 0],
  ])('of which %i are left, at %i a buyer who has %i, may be taken %i times', (...given) => {
    const [left, perBuyer, taken, most] = given
    expect(mostOf(left, perBuyer, taken)).toBe(most)
  })

  it('is taken from in one order, whoever asks', () => {
    const wants = [{ itemId: 'c' }, { itemId: 'a' }, { itemId: 'b' }]
    expect(inTakingOrder(wants).map(({ itemId }) => itemId)).toEqual(['a', 'b', 'c'])
  })
})
