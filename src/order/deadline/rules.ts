import { after, DAY_MS, doubling, HOUR_MS, SECOND_MS } from '#src/common/clock.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { OrderStatus } from '../rules.ts'

const { fulfilment } = SETTINGS
const BANGKOK_MS = 7 * HOUR_MS

type Calendar = { workingDays: readonly number[]; holidays: readonly string[] }

/**
 * The last second of the `days`th working day after `at` in Bangkok, which keeps one time all year. The day
 * itself does not count: whoever pays at night is not sent anything that night. `holidays` are days
 * of every year (MM-DD) or of one (YYYY-MM-DD).
 */
export function workingDaysAfter(at: Date, days: number, calendar: Calendar = fulfilment): Date {
  // As if Bangkok were UTC: its calendar day can then be read off by the UTC getters.
  const midnight = Math.floor((at.getTime() + BANGKOK_MS) / DAY_MS) * DAY_MS
  let day = new Date(midnight)
  for (let left = days; left > 0; ) {
    day = after(day, DAY_MS)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return new Date(day.getTime() + DAY_MS - SECOND_MS - BANGKOK_MS)
}

function isWorkingDay(day: Date, { workingDays, holidays }: Calendar): boolean {
  const date = day.toISOString().slice(0, 10)
  return (
    workingDays.includes(day.getUTCDay()) &&
    !holidays.includes(date) &&
    !holidays.includes(date.slice(5))
  )
}

type Timed = { shipBy: Date | null; dueAt: Date | null; shippingMaxDays: number }
type Entered = { order: Timed; event: string; to: OrderStatus; at: Date }
type Deadlines = { shipBy?: Date; dueAt?: Date | null }

/**
 * What a move does to an order's deadlines: when it has to be sent, and when the state it goes to ends
 * by itself. Nothing is said of what stays as it was.
 */
export function deadlinesOf({ order, event, to, at }: Entered): Deadlines {
  // What goes back of it is nobody's reason to send the rest later.
  if (event === 'refunded') return {}
  switch (to) {
    case 'paid': {
      const shipBy = workingDaysAfter(at, fulfilment.shipWithinDays)
      return { shipBy, dueAt: after(shipBy, fulfilment.shipGraceMs) }
    }
    case 'processed':
      // What is partly on its way is for people to settle, not for a clock.
      if (event !== 'cancel_refused') return event === 'accepted' ? {} : { dueAt: null }
      return { dueAt: afterRefusal(order, at) }
    case 'cancel_requested':
      return { dueAt: after(at, fulfilment.cancelAnswerMs) }
    case 'shipped':
      if (event === 'parcel_delivered') return {}
      return {
        dueAt: after(at, order.shippingMaxDays * DAY_MS + fulfilment.arrivesWithinMs),
      }
    case 'delivered':
      return event === 'more_time'
        ? { dueAt: after(order.dueAt ?? at, fulfilment.extensionMs) }
        : { dueAt: after(at, fulfilment.completeAfterMs) }
    case 'pending_payment':
    case 'completed':
    case 'cancelled':
      return { dueAt: null }
  }
}

// The days in which a shop waited for its buyer are not taken off those it has to send.
function afterRefusal({ shipBy }: Timed, at: Date): Date {
  const usual = shipBy === null ? at : after(shipBy, fulfilment.shipGraceMs)
  const least = after(at, DAY_MS)
  return usual > least ? usual : least
}

/**
 * How long an order whose end failed `tries` times before is left alone, in milliseconds: about a minute,
 * doubling up to the time after which what cannot go on is looked at again.
 */
export const tryAgainMs = (tries: number): number =>
  doubling(fulfilment.tryAgainMs, tries, fulfilment.lookAgainMs)

/**
 * How long an order that cannot go on is left alone when it was looked at `tries` times before, in
 * milliseconds: doubling up to a day: many that wait for long take few turns from the others.
 */
export const lookAgainMs = (tries: number): number =>
  doubling(fulfilment.lookAgainMs, tries, fulfilment.lookAgainAtMostMs)

/** What happens to an order whose state has ended by itself; nothing when it waits for somebody. */
export function endOf(status: OrderStatus): 'cancelled' | 'delivered' | 'completed' | undefined {
  switch (status) {
    case 'paid':
    case 'processed':
    case 'cancel_requested':
      return 'cancelled'
    case 'shipped':
      return 'delivered'
    case 'delivered':
      return 'completed'
    default:
      return undefined
  }
}
