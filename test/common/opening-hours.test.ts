import { describe, expect, it } from 'vitest'
import { isOpen } from '#src/common/opening-hours.ts'

/** Monday to Saturday, nine to six; Friday night until two. */
const HOURS = [
  ...[1, 2, 3, 4, 5, 6].map((day) => ({ day, fromMinute: 540, toMinute: 1080 })),
  { day: 5, fromMinute: 1320, toMinute: 120 },
]
const at = (bangkok: string) => new Date(`${bangkok}+07:00`)

describe('The hours of a shop', () => {
  it.each([
    ['2026-11-23T08:59', false],
    ['2026-11-23T09:00', true],
    ['2026-11-23T17:59', true],
    ['2026-11-23T18:00', false],
    ['2026-11-22T12:00', false],
    ['2026-11-27T23:30', true],
    ['2026-11-28T01:59', true],
    ['2026-11-28T02:00', false],
  ])('at %s, Bangkok: open %s', (time, open) => {
    expect(isOpen(HOURS, at(time))).toBe(open)
  })

  it('are all hours where none are named', () => {
    expect(isOpen([], at('2026-11-22T03:00'))).toBe(true)
  })

  it('may go over the end of the week', () => {
    const saturdayNight = [{ day: 6, fromMinute: 1380, toMinute: 60 }]
    expect(isOpen(saturdayNight, at('2026-11-29T00:30'))).toBe(true)
    expect(isOpen(saturdayNight, at('2026-11-29T01:00'))).toBe(false)
  })
})
