import { describe, expect, it } from 'vitest'
import { initialOf, stallOf, stallsOf } from '../../app/components/stall.tsx'

describe('stall colours', () => {
  it('are the same for a shop wherever it is seen', () => {
    expect(stallOf('shp_1')).toBe(stallOf('shp_1'))
    expect(stallOf('shp_1')).toBeGreaterThanOrEqual(1)
    expect(stallOf('shp_1')).toBeLessThanOrEqual(8)
  })

  it('differ among shops that stand together, as far as eight go', () => {
    const ids = Array.from({ length: 8 }, (_, n) => `shp_${n}`)
    expect(new Set(stallsOf(ids).values()).size).toBe(8)
    expect(stallsOf([...ids, 'shp_9']).size).toBe(9)
  })

  it('carry the first consonant of the name, past a leading vowel', () => {
    expect(initialOf('กาแฟดอยผาหมี')).toBe('ก')
    expect(initialOf('เสื้อบ้านนา')).toBe('ส')
    expect(initialOf('บ้านเซรามิกลำปาง')).toBe('ซ')
    expect(initialOf('Baan Ceramic')).toBe('B')
    expect(initialOf('')).toBe('•')
  })
})
