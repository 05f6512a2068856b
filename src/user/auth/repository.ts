import { and, asc, eq, inArray, isNull, lt, notExists, sql } from 'drizzle-orm'
import { after } from '#src/common/clock.ts'
import { idsSince } from '#src/common/id.ts'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked, first, isConflict, isStale } from '#src/database/portable.ts'

export type NewUser = { id: string; email: string; name: string; passwordHash: string }
export type NewSession = {
  id: string
  userId: string
  clientType: 'browser' | 'native'
  userAgent: string | null
  expiresAt: Date
}

/** The account of a normalised email, with what signing in has to know. */
export async function findCredentials(db: Database, email: string) {
  const { users } = db.tables
  return first(
    await db
      .select({
        id: users.id,
        email: users.email,
        name: users.name,
        roles: users.roles,
        passwordHash: users.passwordHash,
        suspendedAt: users.suspendedAt,
      })
      .from(users)
      .where(eq(users.email, email)),
  )
}

/** Keeps a new account with its first session. False when the email is taken. */
export async function createAccount(
  db: Database,
  user: NewUser,
  session: NewSession,
  tokenHash: string,
  now: Date,
): Promise<boolean> {
  return await unless(
    (error) => isConflict(error, 'users'),
    db.atomically((query) => [
      query.insert(db.tables.users).values({ ...user, roles: [], createdAt: now }),
      ...openSession(db, query, session, tokenHash, now),
    ]),
  )
}

/** Keeps a new session of an account, and its password's hash when it was made anew. */
export async function createSession(
  db: Database,
  session: NewSession,
  tokenHash: string,
  newPasswordHash: string | null,
  now: Date,
) {
  const { users } = db.tables
  await db.atomically((query) => [
    ...openSession(db, query, session, tokenHash, now),
    ...(newPasswordHash === null
      ? []
      : [
          query
            .update(users)
            .set({ passwordHash: newPasswordHash })
            .where(eq(users.id, session.userId)),
        ]),
  ])
}

/** A refresh token by its hash, with its session and user, and how far its chain has got. */
export async function findPresented(db: Database, tokenHash: string) {
  const { refreshTokens, sessions, users } = db.tables
  return first(
    await db
      .select({
        generation: refreshTokens.generation,
        usedAt: refreshTokens.usedAt,
        latestGeneration: sql<number>`(
          select max(link.generation) from ${refreshTokens} link
          where link.session_id = ${refreshTokens.sessionId})`.mapWith(Number),
        session: {
          id: sessions.id,
          expiresAt: sessions.expiresAt,
          revokedAt: sessions.revokedAt,
        },
        user: { id: users.id, email: users.email, name: users.name, roles: users.roles },
        userSuspendedAt: users.suspendedAt,
      })
      .from(refreshTokens)
      .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(refreshTokens.tokenHash, tokenHash)),
  )
}

export type Presented = NonNullable<Awaited<ReturnType<typeof findPresented>>>

/** Marks a token as used and keeps its successor. False when somebody did before: of racers one writes. */
export async function rotate(
  db: Database,
  tokenHash: string,
  successor: { tokenHash: string; sessionId: string; generation: number },
  now: Date,
): Promise<boolean> {
  const { refreshTokens } = db.tables
  return await unless(
    (error) => isStale(error) || isConflict(error, 'refresh_tokens'),
    db.atomically((query) => [
      one(
        query
          .update(refreshTokens)
          .set({ usedAt: now })
          .where(and(eq(refreshTokens.tokenHash, tokenHash), isNull(refreshTokens.usedAt))),
      ),
      query.insert(refreshTokens).values({ ...successor, createdAt: now }),
    ]),
  )
}

/**
 * Ends a session, and says so in the same write: no token of its chain works again. False when it had
 * ended before.
 */
export async function endSession(
  db: Database,
  sessionId: string,
  now: Date,
  announce: (q: Query) => Statement,
): Promise<boolean> {
  const { sessions } = db.tables
  return await unless(
    isStale,
    db.atomically((query) => [
      one(
        query
          .update(sessions)
          .set({ revokedAt: now })
          .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt))),
      ),
      announce(query),
    ]),
  )
}

/** The session that a token belongs to, whichever link of the chain it is, while it is not ended. */
export async function sessionOf(db: Database, tokenHash: string) {
  const { sessions, refreshTokens } = db.tables
  return first(
    await db
      .select({ id: sessions.id, userId: sessions.userId })
      .from(refreshTokens)
      .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
      .where(and(eq(refreshTokens.tokenHash, tokenHash), isNull(sessions.revokedAt))),
  )
}

/**
 * Forgets sessions that ended before `before`, each after its tokens: as long as a session could
 * live, a token of it that was used must be known as such. A session's id tells when it began.
 */
export async function forgetSessions(
  db: Database,
  before: Date,
  { lifeMs, limit }: { lifeMs: number; limit: number },
): Promise<void> {
  const { sessions, refreshTokens } = db.tables
  const ended = and(
    lt(sessions.id, idsSince('ses', after(before, -lifeMs))),
    lt(sessions.expiresAt, before),
  )
  const tokens = await db
    .select({ tokenHash: refreshTokens.tokenHash })
    .from(sessions)
    .innerJoin(refreshTokens, eq(refreshTokens.sessionId, sessions.id))
    .where(ended)
    .limit(limit)
  for (const chunk of chunked(tokens, 1)) {
    const hashes = chunk.map(({ tokenHash }) => tokenHash)
    await db.delete(refreshTokens).where(inArray(refreshTokens.tokenHash, hashes))
  }
  const any = db
    .select({ tokenHash: refreshTokens.tokenHash })
    .from(refreshTokens)
    .where(eq(refreshTokens.sessionId, sessions.id))
  const empty = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(ended, notExists(any)))
    .orderBy(asc(sessions.id))
    .limit(limit)
  for (const chunk of chunked(empty, 1)) {
    const ids = chunk.map(({ id }) => id)
    await db.delete(sessions).where(inArray(sessions.id, ids))
  }
}

const openSession = (
  { tables }: Database,
  query: Query,
  session: NewSession,
  tokenHash: string,
  now: Date,
) => [
  query.insert(tables.sessions).values({ ...session, createdAt: now }),
  query
    .insert(tables.refreshTokens)
    .values({ tokenHash, sessionId: session.id, generation: 0, createdAt: now }),
]

async function unless(lost: (error: unknown) => boolean, write: Promise<void>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (lost(error)) return false
    throw error
  }
}
