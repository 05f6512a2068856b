import type { Clock } from '#src/common/clock.ts'
import { decodeCursor, pageById } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { describeError, type Log } from '#src/common/log.ts'
import type { NotificationKind } from '#src/common/messages/notifications.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { announce } from '#src/database/outbox.ts'
import type { NotificationParams } from '#src/database/tables/notification.ts'
import { STOCK_BACK } from '../inventory/rules.ts'
import {
  deleteWatch,
  endWatches,
  findPrices,
  findShelf,
  keepWatch,
  lowerMarks,
  saleBegins,
  shownWatches,
  type WatchRow,
  watchersOf,
} from './repository.ts'
import { lowestOf, namedParams, PRICE_LOWERED, shelfParams } from './rules.ts'
import type { ListWatches, PutWatch, Watch, WatchPage } from './schema.ts'

/** One thing that an account, or everybody of a shop, is told. */
export type News = {
  key: string
  kind: NotificationKind
  params: NotificationParams
  link: string
  to: { userId: string } | { shopId: string }
}

/**
 * Tells people what a message gives rise to, once however often it is delivered; `along` is written with
 * it, or not at all.
 */
export type Tell = (
  messageId: string,
  news: readonly News[],
  along: (q: Query) => Statement[],
) => Promise<void>

export type WatchDeps = {
  database: Database
  clock: Clock
  log: Log
  tell: Tell
  /** The address of a stored picture. */
  fileUrl(key: string): string
  /** Hands the saved messages of an aggregate to the queue; the sweep covers what it misses. */
  relay(aggregateId: string): Promise<unknown>
  defer(task: Promise<unknown>): void
}

const SORT = 'watches'
const { perUser: max, watchersAPage } = SETTINGS.watch

/** What shoppers wait for: goods that come back, and prices that fall. */
export function createWatchService(deps: WatchDeps) {
  const { database, clock, log, tell, fileUrl, relay, defer } = deps
  const { tables } = database

  /** The watch that was asked for, as it would be new. @throws Problem `not_found`, `still_in_stock` */
  async function wanted(userId: string, body: PutWatch): Promise<WatchRow> {
    const at = clock.now()
    const own = { id: newId('wtc'), userId, createdAt: at }
    if (body.kind === 'back_in_stock') {
      const shelf = await findShelf(database, body.variantId)
      if (shelf === undefined || !shelf.onSale) throw new Problem('not_found')
      if (shelf.available > 0) throw new Problem('still_in_stock')
      const { variantId: targetId, productId } = shelf
      return { ...own, kind: body.kind, targetId, productId, markSatang: null }
    }
    const prices = await findPrices(database, body.productId, at)
    const markSatang = prices && lowestOf(prices.ordinary, prices.flash)
    if (markSatang === undefined) throw new Problem('not_found')
    const { productId } = body
    return { ...own, kind: body.kind, targetId: productId, productId, markSatang }
  }

  /** Tells a page of watchers, and has another message tell the next one: all in one write. */
  async function tellPage(
    { messageId, kind, targetId }: { messageId: string; kind: string; targetId: string },
    watchers: readonly WatchRow[],
    newsOf: (watch: WatchRow) => Omit<News, 'key' | 'to'>,
    settle: (q: Query, ids: readonly string[]) => Statement[],
  ): Promise<void> {
    const some = watchers.slice(0, watchersAPage)
    const last = some.at(-1)
    if (last === undefined) return
    const next = { kind, aggregateId: targetId, version: 0, payload: { after: last.id } }
    const isMore = watchers.length > some.length
    const news = some.map((watch) => ({
      ...newsOf(watch),
      key: watch.id,
      to: { userId: watch.userId },
    }))
    await tell(messageId, news, (q) => [
      ...settle(
        q,
        some.map(({ id }) => id),
      ),
      ...(isMore ? [announce(q, tables, next, clock.now())] : []),
    ])
    if (isMore) relayLater(targetId)
  }

  const relayLater = (aggregateId: string): void =>
    defer(
      relay(aggregateId).catch((error: unknown) =>
        log.error('watch.not_relayed', describeError(error)),
      ),
    )

  return {
    /** What somebody watches, the newest first. One query. @throws Problem `cursor_invalid` */
    async list(
      userId: string,
      { limit, cursor, productId }: ListWatches,
      locale: Locale,
    ): Promise<WatchPage> {
      const after = cursor === undefined ? null : decodeCursor(SORT, cursor).id
      const which = { after, limit, ...(productId === undefined ? {} : { productId }) }
      const rows = await shownWatches(database, userId, which)
      const { items, nextCursor } = pageById(rows, limit, SORT)
      return { items: items.map((row) => shown(row, locale, fileUrl)), nextCursor, max }
    },

    /**
     * Watches something; the same again is the same watch, from the price it began with.
     * @throws Problem `not_found`, `still_in_stock`, `limit_reached`
     */
    async put(userId: string, body: PutWatch, locale: Locale): Promise<Watch> {
      const row = await wanted(userId, body)
      await keepWatch(database, row, max)
      const [kept] = await shownWatches(database, userId, row)
      if (kept === undefined) throw new Problem('limit_reached')
      return shown(kept, locale, fileUrl)
    },

    /** Watches no more. @throws Problem `not_found` */
    async remove(userId: string, id: string): Promise<void> {
      if (!(await deleteWatch(database, userId, id))) throw new Problem('not_found')
    },

    /**
     * Tells those who wait for a variant that it is there, and ends their watches. When it is gone again
     * by now nothing is said, and they go on waiting. Idempotent by the message (Q2).
     */
    async tellBack(messageId: string, variantId: string, after = ''): Promise<void> {
      const shelf = await findShelf(database, variantId)
      if (shelf === undefined || !shelf.onSale || shelf.available <= 0) return
      const which = { kind: 'back_in_stock', targetId: variantId } as const
      const watchers = await watchersOf(database, { ...which, after, limit: watchersAPage + 1 })
      const [params, link] = [shelfParams(shelf), `/p/${shelf.slug}`]
      await tellPage(
        { messageId, kind: STOCK_BACK, targetId: variantId },
        watchers,
        () => ({ kind: 'back_in_stock', params, link }),
        (q, ids) => endWatches(q, tables, ids),
      )
    },

    /** Tells those who wait for a lower price of a product that it costs less than they saw (Q2). */
    async tellPrice(messageId: string, productId: string, after = ''): Promise<void> {
      const product = await findPrices(database, productId, clock.now())
      if (product === undefined) return
      const priceSatang = lowestOf(product.ordinary, product.flash)
      if (priceSatang === undefined) return
      const which = { kind: 'price_drop', targetId: productId, aboveSatang: priceSatang } as const
      const watchers = await watchersOf(database, { ...which, after, limit: watchersAPage + 1 })
      await tellPage(
        { messageId, kind: PRICE_LOWERED, targetId: productId },
        watchers,
        ({ markSatang }) => ({
          kind: 'price_dropped',
          params: { ...namedParams(product), priceSatang, markSatang: markSatang ?? priceSatang },
          link: `/p/${product.slug}`,
        }),
        (q, ids) => lowerMarks(q, tables, ids, priceSatang),
      )
    },

    /** The statement that has those told who wait for a lower price of what a flash sale sells. */
    saleBegins: (q: Query, saleId: string, at: Date): Statement =>
      saleBegins(q, tables, saleId, at),

    /** After a commit: what it announced by an aggregate goes out at once. */
    relayLater,
  }
}

export type WatchService = ReturnType<typeof createWatchService>

type Row = Awaited<ReturnType<typeof shownWatches>>[number]

function shown(row: Row, locale: Locale, fileUrl: (key: string) => string): Watch {
  const { slug, titleTh, titleEn, imageKeys, options, lowestSatang, createdAt, ...rest } = row
  return {
    ...rest,
    productSlug: slug,
    title: locale === 'en' ? titleEn : titleTh,
    imageUrl: imageKeys[0] === undefined ? null : fileUrl(imageKeys[0]),
    options: (options ?? []).map(({ name, value }) => ({
      name: name[locale],
      value: value[locale],
    })),
    priceSatang: row.priceSatang ?? lowestSatang,
    createdAt: createdAt.toISOString(),
  }
}
