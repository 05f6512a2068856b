import { and, asc, eq, gt, isNull, max } from 'drizzle-orm'
import type { ShopRole } from '#src/common/shop-scope.ts'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type Move = Tables['shopMemberHistory']['$inferInsert']

/** Who works for a shop and who is asked to, oldest first, and how often that changed. One round trip. */
export async function readStaff(db: Database, shopId: string, now: Date) {
  const { shopMembers, shopInvitations, shopMemberHistory: history, users } = db.tables
  const person = { userId: users.id, name: users.name, email: users.email }
  // The number first: Postgres answers each question on its own, and a number that is older than the
  // people loses the write, where one that is newer would win it for a decision on what is no more.
  const [[last], members, invited] = await db.together(
    db
      .select({ version: max(history.version) })
      .from(history)
      .where(eq(history.shopId, shopId)),
    db
      .select({ ...person, role: shopMembers.role, since: shopMembers.createdAt })
      .from(shopMembers)
      .innerJoin(users, eq(users.id, shopMembers.userId))
      .where(eq(shopMembers.shopId, shopId))
      .orderBy(asc(shopMembers.createdAt), asc(shopMembers.userId)),
    db
      .select({
        ...{ ...person, role: shopInvitations.role, since: shopInvitations.createdAt },
        expiresAt: shopInvitations.expiresAt,
      })
      .from(shopInvitations)
      .innerJoin(users, eq(users.id, shopInvitations.userId))
      .where(and(eq(shopInvitations.shopId, shopId), gt(shopInvitations.expiresAt, now)))
      .orderBy(asc(shopInvitations.createdAt), asc(shopInvitations.userId)),
  )
  return { members, invited, version: Number(last?.version ?? 0) }
}

/** An account that is not suspended, by its normalised email. */
export async function findByEmail(db: Database, email: string) {
  const { users } = db.tables
  return first(
    await db
      .select({ userId: users.id, name: users.name, email: users.email })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.suspendedAt))),
  )
}

/** What an account is asked to join, oldest first. */
export async function invitationsOf(db: Database, userId: string, now: Date) {
  const { shopInvitations: t, shops } = db.tables
  return await db
    .select({
      ...{ id: shops.id, slug: shops.slug, nameTh: shops.nameTh, nameEn: shops.nameEn },
      ...{ role: t.role, expiresAt: t.expiresAt },
    })
    .from(t)
    .innerJoin(shops, eq(shops.id, t.shopId))
    .where(and(eq(t.userId, userId), gt(t.expiresAt, now)))
    .orderBy(asc(t.createdAt), asc(t.shopId))
    .limit(100)
}

type Pair = { shopId: string; userId: string }

/** Asks somebody, anew if he was asked before. */
export function putInvitation(
  q: Query,
  { shopInvitations: t }: Tables,
  row: Tables['shopInvitations']['$inferInsert'],
): Statement {
  const { role, invitedBy, createdAt, expiresAt } = row
  return q
    .insert(t)
    .values(row)
    .onConflictDoUpdate({
      target: [t.shopId, t.userId],
      set: { role, invitedBy, createdAt, expiresAt },
    })
}

type Rows = Tables['shopInvitations'] | Tables['shopMembers']

/** The role of somebody's one row changes, an invitation's or a member's; a stale write where there is none. */
const changeRole = (q: Query, t: Rows, { shopId, userId }: Pair, role: ShopRole): Statement =>
  one(
    q
      .update(t)
      .set({ role })
      .where(and(eq(t.shopId, shopId), eq(t.userId, userId))),
  )

/** Somebody's one row goes; a stale write where there is none. */
const dropRow = (q: Query, t: Rows, { shopId, userId }: Pair): Statement =>
  one(q.delete(t).where(and(eq(t.shopId, shopId), eq(t.userId, userId))))

export const changeInvitation = (q: Query, t: Tables, pair: Pair, role: ShopRole): Statement =>
  changeRole(q, t.shopInvitations, pair, role)

export const dropInvitation = (q: Query, t: Tables, pair: Pair): Statement =>
  dropRow(q, t.shopInvitations, pair)

export const addMember = (
  q: Query,
  { shopMembers }: Tables,
  row: Tables['shopMembers']['$inferInsert'],
): Statement => q.insert(shopMembers).values(row)

export const changeMember = (q: Query, t: Tables, pair: Pair, role: ShopRole): Statement =>
  changeRole(q, t.shopMembers, pair, role)

export const dropMember = (q: Query, t: Tables, pair: Pair): Statement =>
  dropRow(q, t.shopMembers, pair)

/** One row a move; of two that were decided on the same staff one fails on the key. */
export const recordMove = (q: Query, { shopMemberHistory }: Tables, move: Move): Statement =>
  q.insert(shopMemberHistory).values(move)
