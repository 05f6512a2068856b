import type { ShopChat } from '../shapes.ts'

type Span = ShopChat['hours'][number]

const pad = (value: number) => String(value).padStart(2, '0')

/** "09:00", as a field of the kind `time` has it. */
export const clockOf = (minute: number): string =>
  `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`

/** Minutes of the day; null for what is no time. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(clock) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

const DAYS = [0, 1, 2, 3, 4, 5, 6]

/** A day's spans; one that is empty where there is none, to be filled in. */
export const rowsOf = (hours: readonly Span[], day: number): (Span | null)[] => {
  const spans = hours.filter((span) => span.day === day)
  return spans.length === 0 ? [null] : spans
}

/** What a form says; a row with one of its two times missing is a mistake, and the answer null. */
export function hoursIn(form: FormData): Span[] | null {
  const spans: Span[] = []
  for (const day of DAYS) {
    const ends = form.getAll(`to-${day}`).map(String)
    for (const [index, from] of form.getAll(`from-${day}`).map(String).entries()) {
      const to = ends[index] ?? ''
      if (from === '' && to === '') continue
      const [fromMinute, toMinute] = [minuteOf(from), minuteOf(to)]
      if (fromMinute === null || toMinute === null) return null
      spans.push({ day, fromMinute, toMinute })
    }
  }
  return spans
}
