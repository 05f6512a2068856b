import { describe, expect, it } from 'vitest'
import { paceOf, roundPace, waitsIn } from '#src/chat/pace/rules.ts'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'

const START = Date.parse('2026-11-20T03:00:00Z')
const at = (minutes: number) => new Date(START + minutes * MINUTE_MS)
const said = (seq: number, from: 'shopper' | 'shop' | 'market', minutes = seq) => ({
  ...{ seq, edit: 0 },
  event: {
    ...{ kind: 'message' as const, at: at(minutes).toISOString(), from },
    body: { type: 'text' as const, text: 'x' },
  },
})
const wait = (asked: number, took: number | null) => ({
  askedAt: at(asked),
  answeredAt: took === null ? null : at(asked + took),
})

describe('Who waits for whom', () => {
  it('is a shopper from their first words to the shop’s next, whatever the market says', () => {
    const talk = [
      ...[said(1, 'shopper'), said(2, 'market'), said(3, 'shopper'), said(4, 'shop')],
      ...[said(5, 'shop'), said(6, 'shopper')],
    ]
    expect(waitsIn(talk, null)).toEqual({
      waits: [
        { seq: 1, askedAt: at(1) },
        { seq: 6, askedAt: at(6) },
      ],
      answers: [{ seq: 4, at: at(4) }],
    })
  })

  it('is the same however the talk is cut', () => {
    const talk = [said(1, 'shopper'), said(2, 'shopper'), said(3, 'shop'), said(4, 'shopper')]
    const whole = waitsIn(talk, null)
    for (let cut = 1; cut < talk.length; cut += 1) {
      const first = waitsIn(talk.slice(0, cut), null)
      const rest = waitsIn(talk.slice(cut), talk[cut - 1]?.event.from ?? null)
      expect([...first.waits, ...rest.waits]).toEqual(whole.waits)
      expect([...first.answers, ...rest.answers]).toEqual(whole.answers)
    }
  })
})

describe('How fast a shop answers', () => {
  const IN_TIME = 12 * HOUR_MS

  it('counts what was answered in time, and leaves out who asked a moment ago', () => {
    const waits = [wait(0, 10), wait(0, 20), wait(0, 800), wait(0, null), wait(1430, null)]
    expect(paceOf(waits, at(1440), IN_TIME)).toEqual({ waits: 4, inTime: 2, medianMinutes: 20 })
  })

  it('says nothing of a shop that nobody asked', () => {
    const none = paceOf([], at(0), IN_TIME)
    expect(none).toEqual({ waits: 0, inTime: 0, medianMinutes: null })
    expect(roundPace(none, 1)).toBeNull()
  })

  it.each([
    [10, 'minutes'],
    [11, 'hour'],
    [60, 'hour'],
    [61, 'hours'],
    [361, 'day'],
    [1441, null],
  ])('of %i minutes is told as %s', (medianMinutes, told) => {
    expect(roundPace({ waits: 9, inTime: 9, medianMinutes }, 5)).toBe(told)
  })

  it('is not told of few, nor of a shop that leaves most waiting', () => {
    expect(roundPace({ waits: 4, inTime: 4, medianMinutes: 5 }, 5)).toBeNull()
    expect(roundPace({ waits: 9, inTime: 4, medianMinutes: 5 }, 5)).toBeNull()
  })
})
