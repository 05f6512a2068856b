import { describe, expect, it } from 'vitest'
import { readQuantity } from '../../app/format/quantity.ts'

describe('A number of pieces', () => {
  it('is plain decimal digits, 0 to 99, Thai ones too', () => {
    expect(['0', '1', '07', '99', '๑๒'].map(readQuantity)).toEqual([0, 1, 7, 99, 12])
  })

  it.each([
    '',
    ' 3 ',
    '3 ',
    '0x10',
    '1e9',
    '1e1',
    '+3',
    '-1',
    '2.0',
    '1,0',
    '100',
    '٣',
    'NaN',
    null,
  ])('%j is none', (text) => {
    expect(readQuantity(text)).toBeNull()
  })
})
