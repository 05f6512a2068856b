import type { Locale } from '../locale.ts'

// Numbers come from Intl, names from here: server and browser must agree to the letter, and the data
// of two engines spell months and eras differently.
const MONTHS = {
  th: 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
}
const WEEKDAYS = {
  th: 'อาทิตย์ จันทร์ อังคาร พุธ พฤหัส ศุกร์ เสาร์'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
}
const DAY_MS = 24 * 60 * 60 * 1000
const BUDDHIST_ERA = 543

const calendar = (tag: string) =>
  new Intl.DateTimeFormat(tag, {
    timeZone: 'Asia/Bangkok',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
/** Years of the Buddhist era in Thai, of the common era in English; Arabic numerals in both. */
const CALENDARS = {
  th: calendar('th-TH-u-ca-buddhist-nu-latn'),
  en: calendar('en-GB-u-ca-gregory-nu-latn'),
}

/** Clock and calendar in Bangkok. */
function parts(iso: string | number, locale: Locale) {
  const at = new Date(iso)
  const found = new Map(CALENDARS[locale].formatToParts(at).map(({ type, value }) => [type, value]))
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(found.get(type))
  const [year, month, day] = [number('year'), number('month') - 1, number('day')]
  // The two calendars share their months and days; the week is counted by the common one.
  const common = locale === 'th' ? year - BUDDHIST_ERA : year
  return {
    day,
    month,
    year,
    weekday: new Date(Date.UTC(common, month, day)).getUTCDay(),
    time: `${found.get('hour')}:${found.get('minute')}`,
  }
}

/** "22 พ.ย. 2569" · "22 Nov 2026" */
export function formatDate(iso: string | number, locale: Locale): string {
  const { day, month, year } = parts(iso, locale)
  return `${day} ${MONTHS[locale][month]} ${year}`
}

/** "22 พ.ย. 2569 10:42 น." · "22 Nov 2026, 10:42" */
export function formatDateTime(iso: string | number, locale: Locale): string {
  const date = formatDate(iso, locale)
  const { time } = parts(iso, locale)
  return locale === 'th' ? `${date} ${time} น.` : `${date}, ${time}`
}

/** "22 พ.ย. 10:42" for timelines, where the year is known. */
export function formatShort(iso: string | number, locale: Locale): string {
  const { day, month, time } = parts(iso, locale)
  return `${day} ${MONTHS[locale][month]} ${time}`
}

/** "วันอาทิตย์ที่ 22 พ.ย. 2569" · "Sunday, 22 Nov 2026" */
export function formatToday(now: number, locale: Locale): string {
  const weekday = WEEKDAYS[locale][parts(now, locale).weekday]
  const date = formatDate(now, locale)
  return locale === 'th' ? `วัน${weekday}ที่ ${date}` : `${weekday}, ${date}`
}

/** When a parcel should come: "พุธ 25 – พฤหัส 26 พ.ย.", by days from now. */
export function formatArrival(
  now: number,
  minDays: number,
  maxDays: number,
  locale: Locale,
): string {
  const from = parts(now + minDays * DAY_MS, locale)
  const to = parts(now + maxDays * DAY_MS, locale)
  const name = (day: typeof from) => {
    const full = WEEKDAYS[locale][day.weekday] ?? ''
    return locale === 'th' ? full : full.slice(0, 3)
  }
  const month = (day: typeof from) => MONTHS[locale][day.month]
  if (minDays === maxDays) return `${name(from)} ${from.day} ${month(from)}`
  const start = from.month === to.month ? `${from.day}` : `${from.day} ${month(from)}`
  return `${name(from)} ${start} – ${name(to)} ${to.day} ${month(to)}`
}

/** "18:00 น." · "18:00", by Bangkok's clock. */
export function formatClock(iso: string | number, locale: Locale): string {
  const { time } = parts(iso, locale)
  return locale === 'th' ? `${time} น.` : time
}

/** "14:08" for messages, where the day stands above. */
export const formatTime = (iso: string | number, locale: Locale): string => parts(iso, locale).time

/** How many days ago in Bangkok: 0 is today. */
export function daysAgo(iso: string | number, now: number): number {
  const day = (at: string | number) => {
    const { year, month, day } = parts(at, 'en')
    return Date.UTC(year, month, day) / DAY_MS
  }
  return day(now) - day(iso)
}

/** "18 พ.ย." · "18 Nov" */
export function formatDay(iso: string | number, locale: Locale): string {
  const { day, month } = parts(iso, locale)
  return `${day} ${MONTHS[locale][month]}`
}

/** "14:32", or "1:05:09" from an hour on; `long` is always "00:14:32". */
export function formatCountdown(remainingMs: number, length: 'short' | 'long' = 'short'): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / 1000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`
  if (length === 'long') return `${pad(hours)}:${rest}`
  return hours === 0 ? rest : `${hours}:${rest}`
}
