import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { one } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type CommissionRow = Tables['commissionRules']['$inferSelect']

/** Rules in force and those still to come, the first to end first; at most `limit`. One query. */
export async function rulesAhead(
  db: Database,
  nowMs: number,
  limit: number,
): Promise<CommissionRow[]> {
  const { commissionRules } = db.tables
  return await db
    .select()
    .from(commissionRules)
    .where(gt(commissionRules.endsAtMs, nowMs))
    .orderBy(asc(commissionRules.endsAtMs), asc(commissionRules.id))
    .limit(limit)
}

/** Every rule there ever was, newest first, `limit + 1` rows. */
export async function listRules(
  db: Database,
  limit: number,
  after: { id: string } | null,
): Promise<CommissionRow[]> {
  const { commissionRules } = db.tables
  return await db
    .select()
    .from(commissionRules)
    .where(after === null ? undefined : lt(commissionRules.id, after.id))
    .orderBy(desc(commissionRules.id))
    .limit(limit + 1)
}

export async function ruleById(db: Database, id: string): Promise<CommissionRow | undefined> {
  const { commissionRules } = db.tables
  return first(await db.select().from(commissionRules).where(eq(commissionRules.id, id)).limit(1))
}

export const insertRule = (q: Query, { commissionRules }: Tables, rule: CommissionRow): Statement =>
  q.insert(commissionRules).values(rule)

/** The rule ends at `endsAtMs`, or before it began; a stale write when it ends before that anyway. */
export function endRule(
  q: Query,
  { commissionRules }: Tables,
  { id, endsAtMs, endedBy }: { id: string; endsAtMs: number; endedBy: string },
): Statement {
  const { startsAtMs } = commissionRules
  const end = sql`cast(${endsAtMs} as bigint)`
  return one(
    q
      .update(commissionRules)
      .set({
        endsAtMs: sql`case when ${startsAtMs} > ${end} then ${startsAtMs} else ${end} end`,
        endedBy,
      })
      .where(and(eq(commissionRules.id, id), gt(commissionRules.endsAtMs, endsAtMs))),
  )
}
