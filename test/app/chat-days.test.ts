import { describe, expect, it } from 'vitest'
import { byDay } from '../../app/chat/rows.ts'
import { daysAgo, formatDay, formatTime } from '../../app/format/date.ts'

const message = (seq: number, at: string) => ({
  seq,
  at,
  from: 'shopper' as const,
  body: { type: 'text' as const, text: 'ก' },
})

describe('the days of a talk', () => {
  it('are those of Bangkok, whatever day it is in London', () => {
    const days = byDay([
      message(1, '2026-11-24T16:59:00.000Z'),
      message(2, '2026-11-24T17:00:00.000Z'),
      message(3, '2026-11-25T16:59:00.000Z'),
    ])
    expect(days.map(({ messages }) => messages.map(({ seq }) => seq))).toEqual([[1], [2, 3]])
  })

  it('are counted back from now', () => {
    const now = Date.parse('2026-11-25T01:00:00.000Z')
    const told = [
      '2026-11-24T17:00:00.000Z',
      '2026-11-24T16:59:00.000Z',
      '2026-11-01T01:00:00.000Z',
    ]
    expect(told.map((at) => daysAgo(at, now))).toEqual([0, 1, 24])
  })

  it('are short where the year is plain', () => {
    const at = '2026-11-18T07:08:00.000Z'
    expect([formatDay(at, 'th'), formatDay(at, 'en'), formatTime(at, 'th')]).toEqual([
      '18 พ.ย.',
      '18 Nov',
      '14:08',
    ])
  })
})
