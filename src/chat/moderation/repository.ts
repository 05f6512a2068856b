import { and, count, desc, eq, gt, lt } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type ReportRow = Tables['chatReports']['$inferSelect']
type OversightRow = Tables['chatOversights']['$inferSelect']

export const insertReport = (q: Query, { chatReports }: Tables, row: ReportRow): Statement =>
  q.insert(chatReports).values(row)

/** How many reports somebody wrote since a time. */
export async function countReports(db: Database, userId: string, since: Date): Promise<number> {
  const { chatReports: t } = db.tables
  const [row] = await db
    .select({ reports: count() })
    .from(t)
    .where(and(eq(t.userId, userId), gt(t.createdAt, since)))
  return Number(row?.reports ?? 0)
}

/** Reports, newest first, `limit + 1` rows. */
export async function listReports(
  db: Database,
  status: ReportRow['status'],
  limit: number,
  after: { id: string } | null,
): Promise<ReportRow[]> {
  const { chatReports: t } = db.tables
  return await db
    .select()
    .from(t)
    .where(and(eq(t.status, status), after === null ? undefined : lt(t.id, after.id)))
    .orderBy(desc(t.id))
    .limit(limit + 1)
}

export async function findReport(db: Database, id: string): Promise<ReportRow | undefined> {
  const { chatReports: t } = db.tables
  return first(await db.select().from(t).where(eq(t.id, id)).limit(1))
}

/** The statement that closes a report, which needs its message no more; stale when somebody has. */
export const closeReport = (
  q: Query,
  { chatReports: t }: Tables,
  id: string,
  by: { closedBy: string; closedAt: Date },
): Statement =>
  one(
    q
      .update(t)
      .set({ status: 'closed', said: null, ...by })
      .where(and(eq(t.id, id), eq(t.status, 'open'))),
  )

/** Whether an operator said since then why they read a talk. */
export async function hasOverseen(
  db: Database,
  operatorId: string,
  conversationId: string,
  since: Date,
): Promise<boolean> {
  const { chatOversights: t } = db.tables
  const own = and(eq(t.conversationId, conversationId), eq(t.operatorId, operatorId))
  const rows = await db
    .select({ id: t.id })
    .from(t)
    .where(and(own, gt(t.at, since)))
    .limit(1)
  return rows.length > 0
}

/** The statement that keeps who read a talk, and why. */
export const insertOversight = (
  q: Query,
  { chatOversights }: Tables,
  row: OversightRow,
): Statement => q.insert(chatOversights).values(row)
