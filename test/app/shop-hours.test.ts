import { describe, expect, it } from 'vitest'
import { clockOf, hoursIn, minuteOf, rowsOf } from '../../app/seller/hours.ts'

const form = (...fields: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

describe('the hours of a shop, as a form has them', () => {
  it('are minutes of the day written as a clock, and back', () => {
    expect([0, 545, 1439].map(clockOf)).toEqual(['00:00', '09:05', '23:59'])
    expect(['00:00', '09:05', '23:59', '24:00', 'nine', ''].map(minuteOf)).toEqual([
      0,
      545,
      1439,
      null,
      null,
      null,
    ])
  })

  it('have a row for each span of a day, and an empty one for a day without', () => {
    const morning = { day: 1, fromMinute: 540, toMinute: 720 }
    const evening = { day: 1, fromMinute: 1080, toMinute: 60 }
    expect(rowsOf([morning, evening], 1)).toEqual([morning, evening])
    expect(rowsOf([morning, evening], 2)).toEqual([null])
  })

  it('leave out empty rows, and are wrong with half of one', () => {
    const monday = [
      ['from-1', '09:00'],
      ['to-1', '12:00'],
      ['from-1', ''],
      ['to-1', ''],
    ] as [string, string][]
    expect(hoursIn(form(...monday))).toEqual([{ day: 1, fromMinute: 540, toMinute: 720 }])
    expect(hoursIn(form())).toEqual([])
    expect(hoursIn(form(['from-3', '09:00'], ['to-3', '']))).toBeNull()
  })
})
