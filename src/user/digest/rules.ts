import { before, DAY_MS, HOUR_MS } from '#src/common/clock.ts'
import { told } from '#src/common/messages/notifications.ts'
import type { NotificationParams } from '#src/database/tables/notification.ts'

// Bangkok is seven hours ahead, without summer time: eight in the morning is one o'clock UTC.
const WRITTEN_AT_MS = 1 * HOUR_MS

/** The next time that letters of the day are written after `at`: eight in the morning, Bangkok. */
export const nextDigest = (at: Date): Date =>
  new Date((Math.floor((at.getTime() - WRITTEN_AT_MS) / DAY_MS) + 1) * DAY_MS + WRITTEN_AT_MS)

/** What the letters that are being written at `at` are called: one a person and day. */
export const digestKey = (at: Date): string =>
  `digest:${before(at, WRITTEN_AT_MS).toISOString().slice(0, 10)}`

/** So much stands in a letter; of more it says how many. */
export const MOST_ITEMS = 30

/** What a letter is made of: kept with it as one text, since it is read with it alone. */
type Item = { kind: string; params: NotificationParams; link: string }

/** What fills a letter of the day, the newest first. */
export function digestParams(entries: readonly (Item & { createdAt: Date })[]): NotificationParams {
  const newest = entries
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, MOST_ITEMS)
    .map(({ kind, params, link }) => ({ kind, params, link }))
  return {
    count: entries.length,
    more: entries.length - newest.length,
    items: JSON.stringify(newest),
  }
}

/** What stands in a letter, in the language of whoever gets it; `from` is where its links begin. */
export function digestItems(params: NotificationParams, locale: 'th' | 'en', from: string) {
  if (params.items === undefined) return []
  // The text is what digestParams made of items.
  const items = JSON.parse(String(params.items)) as Item[]
  return items.flatMap((item) => {
    const text = told(locale, item.kind, item.params)
    return text === undefined ? [] : [{ ...text, url: `${from}${item.link}` }]
  })
}
