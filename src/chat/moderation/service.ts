import type { ChatBody } from '#objects/messages.ts'
import { before, type Clock, DAY_MS } from '#src/common/clock.ts'
import { decodeCursor, pageById } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import type { Database } from '#src/database/database.ts'
import { isStale } from '#src/database/portable.ts'
import type { ChatRooms, Numbered } from '#src/services/chat-room/index.ts'
import type { OperatorFeed } from '#src/services/operator-feed/index.ts'
import { messageView } from '../rules.ts'
import type {
  ListReports,
  MessagePage,
  Oversee,
  Report,
  ReportPage,
  ReportRoom,
} from '../schema.ts'
import type { ChatService } from '../service.ts'
import {
  closeReport,
  countReports,
  findReport,
  hasOverseen,
  insertOversight,
  insertReport,
  listReports,
  type ReportRow,
} from './repository.ts'

export type ModerationDeps = {
  database: Database
  clock: Clock
  rooms: ChatRooms
  chat: Pick<ChatService, 'require' | 'exists'>
  operatorFeed: Pick<OperatorFeed, 'prepare'>
}

const MOST_REPORTS_A_DAY = 20

/** What people report, and operators who look into it. */
export function createModerationService(deps: ModerationDeps) {
  const { database, clock, rooms, chat, operatorFeed } = deps
  const { tables } = database

  async function messageOf(roomId: string, seq: number): Promise<Numbered> {
    const [found] = await rooms(roomId).page({ after: seq - 1, limit: 1 })
    if (found?.seq !== seq) throw wrongField('seq', 'not_a_choice')
    return found
  }

  return {
    /**
     * Tells operators of a talk, or of one message, whose words are kept until they have looked; a
     * picture's file goes with its message, when its sender takes that back.
     * @throws Problem `not_found`, `limit_reached`, `validation_failed` for a message that is not there
     */
    async report(roomId: string, userId: string, said: ReportRoom): Promise<Report> {
      const { side } = await chat.require(roomId, userId)
      const createdAt = clock.now()
      if ((await countReports(database, userId, before(createdAt, DAY_MS))) >= MOST_REPORTS_A_DAY) {
        throw new Problem('limit_reached', { detail: 'more reports in a day than anybody needs' })
      }
      const reported = said.seq === undefined ? null : await messageOf(roomId, said.seq)
      const row: ReportRow = {
        ...{ id: newId('rep'), conversationId: roomId, side, userId, reason: said.reason },
        ...{ seq: said.seq ?? null, note: said.note ?? null, status: 'open', createdAt },
        ...{ said: reported?.event.body ?? null, closedBy: null, closedAt: null },
      }
      const news = operatorFeed.prepare({
        ...{ key: `report:${row.id}`, topic: 'report', event: 'opened', subject: roomId },
        ...{ label: said.reason, amountSatang: null },
      })
      await database.atomically((q) => [insertReport(q, tables, row), news.keep(q)])
      news.show()
      return reportView(row)
    },

    /** Reports, newest first. One query. @throws Problem `cursor_invalid` */
    async list({ status, limit, cursor }: ListReports): Promise<ReportPage> {
      const sort = `chat-reports:${status}`
      const after = cursor === undefined ? null : decodeCursor(sort, cursor)
      const rows = await listReports(database, status, limit, after)
      const { items, nextCursor } = pageById(rows, limit, sort)
      return { items: items.map(reportView), nextCursor }
    },

    /** Ends a report. @throws Problem `not_found`, `transition_refused` when it is over */
    async close(operatorId: string, id: string): Promise<Report> {
      const row = await findReport(database, id)
      if (row === undefined) throw new Problem('not_found')
      const by = { closedBy: operatorId, closedAt: clock.now() }
      try {
        await database.atomically((q) => [closeReport(q, tables, id, by)])
      } catch (error) {
        throw isStale(error) ? new Problem('transition_refused') : error
      }
      return reportView({ ...row, said: null, status: 'closed' })
    },

    /** A talk as an operator reads it, who is written down first. @throws Problem `not_found` */
    async oversee(operatorId: string, roomId: string, asked: Oversee): Promise<MessagePage> {
      if (!(await chat.exists(roomId))) throw new Problem('not_found')
      const { reason, before: until, limit } = asked
      const row = { id: newId('ovs'), conversationId: roomId, operatorId, reason, at: clock.now() }
      await database.atomically((q) => [insertOversight(q, tables, row)])
      const page = { ...(until === undefined ? {} : { before: until }), limit }
      const { messages, head } = await rooms(roomId).look(page)
      const items = messages.map((one) => messageView(one, 'shop'))
      return { items, newestSeq: head.last?.seq ?? 0 }
    },

    /** Whether an operator said since then why they read a talk. One query. */
    overseen: async (operatorId: string, roomId: string, since: Date): Promise<boolean> =>
      await hasOverseen(database, operatorId, roomId, since),
  }
}

export type ModerationService = ReturnType<typeof createModerationService>

const reportView = ({ seq, note, said, createdAt, ...row }: ReportRow): Report => ({
  ...{ id: row.id, roomId: row.conversationId, by: row.side, reason: row.reason },
  ...(seq === null ? {} : { seq }),
  ...(note === null ? {} : { note }),
  // Written from a message's body, and read as one.
  ...(said === null ? {} : { said: said as ChatBody }),
  ...{ status: row.status, createdAt: createdAt.toISOString() },
})
