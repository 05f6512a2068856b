import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'
import type { Ended } from '#src/services/seats/index.ts'

/** Whether somebody has, now, what may have ended before: a membership, a session, an open account. */
export async function isHeld(db: Database, userId: string, by: Ended): Promise<boolean> {
  const { shopMembers, sessions, users } = db.tables
  if (by.kind === 'shop') {
    const own = and(eq(shopMembers.shopId, by.shopId), eq(shopMembers.userId, userId))
    return (await db.select({ id: shopMembers.userId }).from(shopMembers).where(own)).length > 0
  }
  if (by.kind === 'session') {
    const live = and(eq(sessions.id, by.sessionId), isNull(sessions.revokedAt))
    return (await db.select({ id: sessions.id }).from(sessions).where(live)).length > 0
  }
  const open = and(eq(users.id, userId), isNull(users.suspendedAt))
  return (await db.select({ id: users.id }).from(users).where(open)).length > 0
}
