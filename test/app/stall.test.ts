import { describe, expect, it } from 'vitest'
import { initialOf, stallClass, stallOf } from '../../app/components/stall.tsx'

describe('stall colours', () => {
  it('are the same for a shop wherever it is seen', () => {
    // Written down, since it may depend on nothing but the id: no neighbour, no order, no build.
    expect(['shp_1', 'shp_2', 'shp_3'].map(stallOf)).toEqual([3, 16, 5])
  })

  it('are eight in three weaves, each worn by about as many shops', () => {
    const worn = Map.groupBy(
      Array.from({ length: 2_400 }, (_, n) => stallClass(stallOf(`shp_${n}`))),
      (classes) => classes,
    )
    expect(worn.size).toBe(24)
    for (const shops of worn.values()) expect(shops.length).toBeGreaterThan(50)
  })

  it('are told apart by their weave where two shops have one colour', () => {
    expect([stallClass(3), stallClass(11), stallClass(19)]).toEqual([
      'stall-3',
      'stall-3 weave-2',
      'stall-3 weave-3',
    ])
  })

  it('carry the first consonant of the name, past a leading vowel', () => {
    expect(initialOf('กาแฟดอยผาหมี')).toBe('ก')
    expect(initialOf('เสื้อบ้านนา')).toBe('ส')
    expect(initialOf('บ้านเซรามิกลำปาง')).toBe('ซ')
    expect(initialOf('Baan Ceramic')).toBe('B')
    expect(initialOf('')).toBe('•')
  })
})
