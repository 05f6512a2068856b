import { and, desc, eq, gt } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'
import { forgetOldest } from '#src/database/forget.ts'

/** A shop's latest waits, the newest first. */
export async function latestWaits(db: Database, shopId: string, since: Date, limit: number) {
  const { chatWaits: t } = db.tables
  return await db
    .select({ askedAt: t.askedAt, answeredAt: t.answeredAt })
    .from(t)
    .where(and(eq(t.shopId, shopId), gt(t.askedAt, since)))
    .orderBy(desc(t.askedAt))
    .limit(limit)
}

export const forgetWaits = async (db: Database, before: Date): Promise<void> =>
  await forgetOldest(db, { table: db.tables.chatWaits, at: db.tables.chatWaits.askedAt }, before)
