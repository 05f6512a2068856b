import type { OperatorEvent } from '#objects/messages.ts'
import { before, type Clock } from '#src/common/clock.ts'
import { decodeCursor, pageById } from '#src/common/cursor.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import {
  forgetNews,
  keepNews,
  listNews,
  newsRow,
  type OperatorEventRow,
  type OperatorNews,
} from '#src/database/operator-events.ts'
import { type Live, OPERATOR_FEED } from '../live/index.ts'
import type { ListOperatorEvents, OperatorEventPage } from './schema.ts'

export type OperatorFeedDeps = {
  database: Database
  clock: Clock
  log: Log
  publish: Live['publish']
  /** Lets a task outlive the answer. */
  defer(task: Promise<unknown>): void
}

/**
 * What happens in the market, for those who run it. A row rides in the write of the change itself, or
 * is kept once by its key; open feeds hear of it afterwards, and read the list when they come back.
 */
export function createOperatorFeed({ database, clock, log, publish, defer }: OperatorFeedDeps) {
  const { tables } = database

  const show = (row: OperatorEventRow): void =>
    defer(
      publish(OPERATOR_FEED, row.key, frameOf(row)).catch((error: unknown) =>
        log.error('operator_feed.not_shown', describeError(error)),
      ),
    )

  return {
    /**
     * News for a write that is about to be made: the statement that keeps it, and what shows it to
     * open feeds after the commit.
     */
    prepare(news: OperatorNews): { keep(q: Query): Statement; show(): void } {
      const row = newsRow(news, clock.now())
      return { keep: (q) => keepNews(q, tables, row), show: () => show(row) }
    },

    /** Keeps news by themselves, once however often they are told, and shows them. */
    async tell(news: OperatorNews): Promise<void> {
      const row = newsRow(news, clock.now())
      await database.atomically((q) => [keepNews(q, tables, row)])
      show(row)
    },

    /** The feed, newest first. One query. @throws Problem `cursor_invalid` */
    async list({ topic, limit, cursor }: ListOperatorEvents): Promise<OperatorEventPage> {
      const sort = `operator-events:${topic ?? 'all'}`
      const position = cursor === undefined ? null : decodeCursor(sort, cursor)
      const { items, nextCursor } = pageById(
        await listNews(database, topic, limit, position),
        limit,
        sort,
      )
      return { items: items.map(shown), nextCursor }
    },

    /** Forgets what is old; part of the minute's jobs. */
    forget: async (): Promise<void> =>
      await forgetNews(database, before(clock.now(), SETTINGS.retention.operatorEventMs)),
  }
}

export type OperatorFeed = ReturnType<typeof createOperatorFeed>
export type { OperatorNews } from '#src/database/operator-events.ts'

const shown = ({ key: _, at, ...row }: OperatorEventRow) => ({ ...row, at: at.toISOString() })

const frameOf = (row: OperatorEventRow): OperatorEvent => ({ kind: 'operator', ...shown(row) })
