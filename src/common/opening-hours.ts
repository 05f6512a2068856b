import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.ts'

/** From a minute of a day to another, in Bangkok; past midnight when the end is not after the start. */
export type OpenSpan = {
  /** 0 is Sunday. */
  day: number
  fromMinute: number
  toMinute: number
}

/** Thailand has kept UTC+7 since 1920, without summer time. */
const BANGKOK_MS = 7 * HOUR_MS
const WEEK_MS = 7 * DAY_MS
/** 1970-01-04 was a Sunday. */
const FIRST_SUNDAY_MS = 3 * DAY_MS

/** Whether one of the spans holds a moment. Nobody who named no hours is ever closed. */
export function isOpen(spans: readonly OpenSpan[], at: Date): boolean {
  if (spans.length === 0) return true
  const inWeek = (((at.getTime() + BANGKOK_MS - FIRST_SUNDAY_MS) % WEEK_MS) + WEEK_MS) % WEEK_MS
  return spans.some(({ day, fromMinute, toMinute }) => {
    const start = day * DAY_MS + fromMinute * MINUTE_MS
    const minutes = toMinute > fromMinute ? toMinute - fromMinute : toMinute + 1440 - fromMinute
    const since = (inWeek - start + WEEK_MS) % WEEK_MS
    return since < minutes * MINUTE_MS
  })
}
