import { describe, expect, it } from 'vitest'
import {
  formatArrival,
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

  it('agrees with the engine’s own Buddhist calendar on every day of a leap year', () => {
    const reference = new Intl.DateTimeFormat('th-TH-u-ca-buddhist-nu-latn', {
      timeZone: 'Asia/Bangkok',
      year: 'numeric',
    })
    for (let day = 0; day < 366; day += 1) {
      const at = Date.parse('2028-01-01T05:00:00Z') + day * 86_400_000
      const year = reference.formatToParts(at).find(({ type }) => type === 'year')?.value
      expect(formatDate(at, 'th')).toMatch(new RegExp(` ${year}$`))
      expect(formatToday(at, 'en').split(',')[0]).toBe(
        new Date(at).toLocaleDateString('en', { weekday: 'long', timeZone: 'Asia/Bangkok' }),
      )
    }
  })

  it('says between which days a parcel comes', () => {
    const now = Date.parse('2026-11-22T03:00:00Z')
    expect(formatArrival(now, 3, 4, 'th')).toBe('พุธ 25 – พฤหัส 26 พ.ย.')
    expect(formatArrival(now, 8, 9, 'en')).toBe('Mon 30 Nov – Tue 1 Dec')
    expect(formatArrival(now, 1, 1, 'en')).toBe('Mon 23 Nov')
  })

  it('counts down to zero and no further', () => {
    expect(formatCountdown(872_000)).toBe('14:32')
    expect(formatCountdown(3_909_000)).toBe('1:05:09')
    expect(formatCountdown(-1)).toBe('00:00')
  })
})
