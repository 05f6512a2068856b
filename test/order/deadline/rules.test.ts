import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, after as later, MINUTE_MS } from '#src/common/clock.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { deadlinesOf, endOf, tryAgainMs, workingDaysAfter } from '#src/order/deadline/rules.ts'
import { ORDER_MOVES } from '#src/order/rules.ts'

const calendar = { workingDays: [1, 2, 3, 4, 5, 6], holidays: ['12-10', '2026-11-24'] }
const { fulfilment } = SETTINGS

describe('OR4: the date to send by', () => {
  // Wednesday 18 November 2026, noon in Bangkok.
  const wednesday = new Date('2026-11-18T05:00:00Z')
  const due = (at: Date, days = 2) => workingDaysAfter(at, days, calendar).toISOString()

  it('is the end of the day in Bangkok, a number of working days after the payment’s', () => {
    expect(due(wednesday)).toBe('2026-11-20T16:59:59.000Z')
    expect(due(wednesday, 0)).toBe('2026-11-18T16:59:59.000Z')
  })

  it('counts the day as Bangkok does: half past midnight there is the day before in UTC', () => {
    expect(due(new Date('2026-11-17T17:30:00Z'))).toBe('2026-11-20T16:59:59.000Z')
    expect(due(new Date('2026-11-17T16:59:59Z'))).toBe('2026-11-19T16:59:59.000Z')
  })

  it('leaves out Sundays, holidays of every year and holidays of one', () => {
    expect(due(new Date('2026-11-21T05:00:00Z'), 1)).toBe('2026-11-23T16:59:59.000Z')
    expect(due(new Date('2026-11-23T05:00:00Z'), 1)).toBe('2026-11-25T16:59:59.000Z')
    expect(due(new Date('2025-11-24T05:00:00Z'), 1)).toBe('2025-11-25T16:59:59.000Z')
    for (const year of ['2026', '2027']) {
      expect(due(new Date(`${year}-12-09T05:00:00Z`), 1)).toMatch(`${year}-12-11T16:59`)
    }
  })
})

describe('the deadlines of an order', () => {
  const at = new Date('2026-11-18T05:00:00Z')
  const order = { shipBy: null, dueAt: null, shippingMaxDays: 4 }
  const shipBy = workingDaysAfter(at, fulfilment.shipWithinDays)

  it('are set by being paid, and stay as they are while its shop packs it', () => {
    const paid = deadlinesOf({ order, event: 'paid', to: 'paid', at })
    expect(paid).toEqual({ shipBy, dueAt: later(shipBy, fulfilment.shipGraceMs) })
    expect(deadlinesOf({ order, event: 'accepted', to: 'processed', at })).toEqual({})
  })

  it('give a shop that refuses to cancel a day at least to send it', () => {
    const refused = (now: Date) =>
      deadlinesOf({
        order: { ...order, shipBy },
        event: 'cancel_refused',
        to: 'processed',
        at: now,
      }).dueAt
    expect(refused(at)).toEqual(later(shipBy, fulfilment.shipGraceMs))
    const late = later(shipBy, 10 * DAY_MS)
    expect(refused(late)).toEqual(later(late, DAY_MS))
  })

  it('stay as they are when a part of it goes back', () => {
    for (const { from, event, to } of ORDER_MOVES) {
      if (event !== 'refunded') continue
      expect(deadlinesOf({ order, event, to, at }), from).toEqual({})
    }
  })

  it('are those of one that is on its way, or here, once what was left to send of it goes back', () => {
    for (const to of ['shipped', 'delivered'] as const) {
      const rest = ORDER_MOVES.find((one) => one.event.startsWith('rest_refunded') && one.to === to)
      const gone = deadlinesOf({ order, event: rest?.event ?? '', to, at })
      expect(gone).toEqual(deadlinesOf({ order, event: to, to, at }))
      expect(gone.dueAt).toBeInstanceOf(Date)
    }
  })

  it('are none while some of it is on its way and some is not: people settle that', () => {
    for (const event of ['parcel_sent', 'parcel_delivered']) {
      expect(deadlinesOf({ order, event, to: 'processed', at })).toEqual({ dueAt: null })
    }
  })

  it('are longer by what its buyer asks for, from when it would have ended', () => {
    const dueAt = later(at, 5000)
    expect(
      deadlinesOf({ order: { ...order, dueAt }, event: 'more_time', to: 'delivered', at }),
    ).toEqual({ dueAt: later(dueAt, fulfilment.extensionMs) })
  })

  it('end each state that waits for somebody, by a move that the table lets the system make', () => {
    for (const from of ['paid', 'processed', 'cancel_requested', 'shipped', 'delivered'] as const) {
      const event = endOf(from)
      const move = ORDER_MOVES.find((one) => one.from === from && one.event === event)
      expect(move?.actors, `${from} ${event}`).toContain('system')
    }
    for (const over of ['pending_payment', 'completed', 'cancelled'] as const) {
      expect(endOf(over)).toBeUndefined()
      expect(deadlinesOf({ order, event: 'any', to: over, at })).toEqual({ dueAt: null })
    }
  })
})

describe('a deadline that failed', () => {
  it('is tried again within a minute, then after twice as long each time, up to six hours', () => {
    expect(tryAgainMs(0)).toBeGreaterThan(MINUTE_MS / 2)
    expect(tryAgainMs(0)).toBeLessThan(MINUTE_MS)
    for (const tries of [1, 2, 3, 8]) expect(tryAgainMs(tries)).toBe(2 * tryAgainMs(tries - 1))
    for (const tries of [9, 50, 5000]) expect(tryAgainMs(tries)).toBe(6 * HOUR_MS)
  })
})
