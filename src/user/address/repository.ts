import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import {
  type Database,
  one,
  type Query,
  type Statement,
  type Write,
} from '#src/database/database.ts'
import { first, isStale } from '#src/database/portable.ts'

export type AddressFields = {
  recipient: string
  phone: string
  line1: string
  line2: string | null
  subdistrict: string
  district: string
  province: string
  postcode: string
}

/** An account's addresses, the default one first, then the newest. */
export async function addressesOf(db: Database, userId: string) {
  const { addresses } = db.tables
  return await db
    .select()
    .from(addresses)
    .where(eq(addresses.userId, userId))
    .orderBy(desc(addresses.isDefault), desc(addresses.createdAt), desc(addresses.id))
}

/** One address, if it is this account's. */
export const findAddress = async (db: Database, userId: string, id: string) =>
  first(await readAddress(db, userId, id))

/** Asks for it. */
export function readAddress(db: Database, userId: string, id: string) {
  const { addresses } = db.tables
  return db
    .select()
    .from(addresses)
    .where(and(eq(addresses.id, id), eq(addresses.userId, userId)))
}

/** Keeps a new address. False when the account has `max` of them. */
export async function insertAddress(
  db: Database,
  row: AddressFields & { id: string; userId: string; isDefault: boolean; createdAt: Date },
  max: number,
) {
  const { addresses, users } = db.tables
  return await inTurn(db, row.userId, (query) => [
    one(
      touch(
        db,
        query,
        row.userId,
        sql`(
        select count(*) from ${addresses} where ${addresses.userId} = ${users.id}) < ${max}`,
      ),
    ),
    ...(row.isDefault ? [unsetOthers(db, query, row.userId, row.id)] : []),
    query.insert(addresses).values(row),
    ensureDefault(db, query, row.userId, null),
  ])
}

/** Changes an address of the account. False when it has no such address. */
export async function updateAddress(
  db: Database,
  userId: string,
  id: string,
  change: Partial<AddressFields> & { isDefault?: boolean },
) {
  const { addresses } = db.tables
  return await inTurn(db, userId, (query) => [
    one(
      query
        .update(addresses)
        .set({ userId, ...change })
        .where(and(eq(addresses.id, id), eq(addresses.userId, userId))),
    ),
    ...(change.isDefault === true ? [unsetOthers(db, query, userId, id)] : []),
    ensureDefault(db, query, userId, change.isDefault === false ? id : null),
  ])
}

/** Takes an address away. False when the account has no such address. */
export async function deleteAddress(db: Database, userId: string, id: string) {
  const { addresses } = db.tables
  return await inTurn(db, userId, (query) => [
    one(query.delete(addresses).where(and(eq(addresses.id, id), eq(addresses.userId, userId)))),
    ensureDefault(db, query, userId, null),
  ])
}

/**
 * One atomic write, after any other that changes the same account's addresses: touching the account's
 * row makes Postgres wait here, and what follows sees what was written meanwhile. D1 has one writer.
 * False when a write that had to change one row found none.
 */
async function inTurn(
  db: Database,
  userId: string,
  build: (query: Query) => Statement[],
): Promise<boolean> {
  try {
    await db.atomically((query) => [touch(db, query, userId), ...build(query)])
    return true
  } catch (error) {
    if (isStale(error)) return false
    throw error
  }
}

function touch(db: Database, query: Query, userId: string, condition = sql`true`): Write {
  const { users } = db.tables
  return query
    .update(users)
    .set({ name: sql`${users.name}` })
    .where(and(eq(users.id, userId), condition))
}

function unsetOthers({ tables }: Database, query: Query, userId: string, id: string): Write {
  const { addresses } = tables
  return query
    .update(addresses)
    .set({ isDefault: false })
    .where(and(eq(addresses.userId, userId), eq(addresses.isDefault, true), ne(addresses.id, id)))
}

// Keeps the default there is; without one the oldest takes its place, `last` only if it is alone.
function ensureDefault(
  { tables }: Database,
  query: Query,
  userId: string,
  last: string | null,
): Write {
  const { addresses } = tables
  const chosen = query
    .select({ id: addresses.id })
    .from(addresses)
    .where(eq(addresses.userId, userId))
    .orderBy(
      desc(addresses.isDefault),
      asc(sql`case when ${addresses.id} = ${last ?? ''} then 1 else 0 end`),
      asc(addresses.createdAt),
      asc(addresses.id),
    )
    .limit(1)
  return query.update(addresses).set({ isDefault: true }).where(inArray(addresses.id, chosen))
}
