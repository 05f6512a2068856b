import { describe, expect, it } from 'vitest'
import { withUnits } from '../../app/format/units.ts'

describe('a number in a title', () => {
  it.each([
    ['Plai oil, 100 ml – 300 ml', 'Plai oil, 100\u00a0ml – 300\u00a0ml'],
    ['ชามตราไก่ 7 นิ้ว เคลือบเงา', 'ชามตราไก่ 7\u00a0นิ้ว เคลือบเงา'],
    ['(1,000 g)', '(1,000\u00a0g)'],
  ])('stays on the line of what it counts: %s', (title, kept) => {
    expect(withUnits(title)).toBe(kept)
  })

  it('that is part of a name, or stands before nothing, is left as it is', () => {
    expect(withUnits('RD6 sticky rice, size 38')).toBe('RD6 sticky rice, size 38')
  })
})
