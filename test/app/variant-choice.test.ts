import { describe, expect, it } from 'vitest'
import { chosenVariant, optionGroups } from '../../app/components/variant-choice.ts'
import type { Variant } from '../../app/shapes.ts'

const variant = (id: string, colour: string, size: string, available = 5): Variant => ({
  id,
  sku: id,
  options: [
    { name: 'สี', value: colour },
    { name: 'ขนาด', value: size },
  ],
  priceSatang: 10_000,
  flash: null,
  available,
})
const RED_S = variant('red-s', 'แดง', 'S')
const RED_M = variant('red-m', 'แดง', 'M')
const BLUE_M = variant('blue-m', 'คราม', 'M')
const GOLD_S = variant('gold-s', 'ทอง', 'S', 0)
const ALL = [GOLD_S, RED_S, RED_M, BLUE_M]

describe('choosing a variant', () => {
  it('takes the one in the address, else the first that can be bought', () => {
    expect(chosenVariant(ALL, 'blue-m')).toBe(BLUE_M)
    expect(chosenVariant(ALL, 'unknown')).toBe(RED_S)
    expect(chosenVariant([GOLD_S], null)).toBe(GOLD_S)
    expect(chosenVariant([], null)).toBeUndefined()
  })

  it('keeps the other options where that variant exists', () => {
    const [colour, size] = optionGroups(ALL, RED_M)
    expect(colour?.choices.find((choice) => choice.value === 'คราม')?.variantId).toBe('blue-m')
    expect(size?.choices.find((choice) => choice.value === 'S')?.variantId).toBe('red-s')
  })

  it('moves to the nearest variant where the exact one does not exist', () => {
    const [colour] = optionGroups(ALL, RED_S)
    expect(colour?.choices.find((choice) => choice.value === 'คราม')?.variantId).toBe('blue-m')
  })

  it('leads nowhere where what stands above is not made with it, yet every variant can be come to', () => {
    const [colour, size] = optionGroups(ALL, BLUE_M)
    expect(size?.choices.map(({ value, variantId }) => [value, variantId])).toEqual([
      ['S', null],
      ['M', 'blue-m'],
    ])
    expect(colour?.choices.map(({ variantId }) => variantId)).toEqual(['gold-s', 'red-m', 'blue-m'])
  })

  it('says how much more or less another choice costs', () => {
    const dear = { ...RED_M, priceSatang: 16_000 }
    const more = (from: Variant) =>
      optionGroups([RED_S, dear], from)[1]?.choices.map(({ moreSatang }) => moreSatang)
    expect(more(RED_S)).toEqual([0, 6000])
    expect(more(dear)).toEqual([-6000, 0])
  })

  it('shows a sold-out value instead of hiding it', () => {
    const [colour] = optionGroups(ALL, RED_S)
    const gold = colour?.choices.find((choice) => choice.value === 'ทอง')
    expect(gold).toMatchObject({ available: false, chosen: false })
  })

  it('has nothing to choose for a product of one variant without options', () => {
    const only = { ...RED_S, options: [] }
    expect(optionGroups([only], only)).toEqual([])
  })
})
