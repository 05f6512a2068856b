import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Principal } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { chunked, first } from '#src/database/portable.ts'

/** Gives an account another name. */
export async function renameUser(db: Database, id: string, name: string): Promise<void> {
  const { users } = db.tables
  await db.update(users).set({ name }).where(eq(users.id, id))
}

/** What accounts are called; one query for each hundred of them. */
export async function namesOfUsers(db: Database, ids: readonly string[]) {
  const { users } = db.tables
  if (ids.length === 0) return []
  const pages = await Promise.all(
    chunked([...new Set(ids)], 1).map(
      async (page) =>
        await db
          .select({ id: users.id, name: users.name })
          .from(users)
          .where(inArray(users.id, page)),
    ),
  )
  return pages.flat()
}

/** The account behind a session that is alive: not revoked, not expired, its user not suspended. */
export async function findLiveAccount(db: Database, { userId, sessionId }: Principal, now: Date) {
  const { users, sessions } = db.tables
  return first(
    await db
      .select({ id: users.id, email: users.email, name: users.name, roles: users.roles })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(
        and(
          eq(sessions.id, sessionId),
          eq(sessions.userId, userId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, now),
          isNull(users.suspendedAt),
        ),
      ),
  )
}

/** Where some accounts are written to; those that are suspended are left out. */
export async function emailsOf(db: Database, ids: readonly string[]) {
  const { users } = db.tables
  const pages = await Promise.all(
    chunked([...new Set(ids)], 1).map(
      async (page) =>
        await db
          .select({ id: users.id, email: users.email })
          .from(users)
          .where(and(inArray(users.id, page), isNull(users.suspendedAt))),
    ),
  )
  return pages.flat()
}
