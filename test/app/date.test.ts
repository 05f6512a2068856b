import { describe, expect, it } from 'vitest'
import {
  formatCountdown,
  formatDate,
  formatDateTime,
  formatShort,
  formatToday,
} from '../../app/format/date.ts'

describe('dates in Bangkok', () => {
  it('counts years by the Buddhist era in Thai only', () => {
    expect(formatDate('2026-11-22T03:42:00Z', 'th')).toBe('22 พ.ย. 2569')
    expect(formatDate('2026-11-22T03:42:00Z', 'en')).toBe('22 Nov 2026')
    expect(formatDateTime('2026-11-22T03:42:00Z', 'th')).toBe('22 พ.ย. 2569 10:42 น.')
    expect(formatDateTime('2026-11-22T03:42:00Z', 'en')).toBe('22 Nov 2026, 10:42')
  })

  it('turns the day and the year at midnight in Bangkok, not in London', () => {
    expect(formatDate('2026-12-31T16:59:59Z', 'en')).toBe('31 Dec 2026')
    expect(formatDate('2026-12-31T17:00:00Z', 'th')).toBe('1 ม.ค. 2570')
    expect(formatShort('2026-11-22T18:05:00Z', 'th')).toBe('23 พ.ย. 01:05')
  })

  it('names the day of the week', () => {
    expect(formatToday(Date.parse('2026-11-22T03:00:00Z'), 'th')).toBe('วันอาทิตย์ที่ 22 พ.ย. 2569')
    expect(formatToday(Date.parse('2026-11-22T03:00:00Z'), 'en')).toBe('Sunday, 22 Nov 2026')
  })

  it('counts down to zero and no further', () => {
    expect(formatCountdown(872_000)).toBe('14:32')
    expect(formatCountdown(3_909_000)).toBe('1:05:09')
    expect(formatCountdown(-1)).toBe('00:00')
  })
})
