import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { FlashWant } from './rules.ts'

/** Who is counted: an account is one, a guest two. Hashes. */
export type FlashHolders = readonly string[]

type Taking = {
  want: FlashWant
  groupId: string
  holders: FlashHolders
  state: 'reserved' | 'sold'
  at: Date
}

/**
 * A group takes units of an item: the CHECKs `flash_items_quota` and `flash_buyers_most` refuse one too
 * many, under any race. A stale write once the item's slot is being closed.
 */
export function takeUnits(q: Query, tables: Tables, taking: Taking): Statement[] {
  const { flashSaleItems, flashBuyers, flashTakes } = tables
  const { groupId, state, at } = taking
  const { itemId, quantity, perBuyer } = taking.want
  const holders = [...new Set(taking.holders)]
  return [
    one(
      q
        .update(flashSaleItems)
        .set({ [state]: sql`${flashSaleItems[state]} + ${whole(quantity)}` })
        .where(and(eq(flashSaleItems.id, itemId), eq(flashSaleItems.taking, true))),
    ),
    // In one order for everybody, so that two guests who share a contact cannot wait for each other.
    ...holders.toSorted().map((holder) =>
      q
        .insert(flashBuyers)
        .values({ itemId, holder, taken: quantity, most: perBuyer })
        .onConflictDoUpdate({
          target: [flashBuyers.itemId, flashBuyers.holder],
          set: { taken: sql`${flashBuyers.taken} + ${whole(quantity)}` },
        }),
    ),
    q.insert(flashTakes).values({
      ...{ groupId, itemId, quantity, state, at, told: false },
      holder: holders[0] ?? '',
      otherHolder: holders[1] ?? null,
    }),
  ]
}

type Held = { groupId: string; itemId: string; quantity: number }

/** The group is paid: its units are sold. A stale write when they were given back. */
export function sellUnits(q: Query, tables: Tables, held: Held): Statement[] {
  const { flashSaleItems } = tables
  return [
    endHold(q, tables, held, { state: 'sold' }),
    countOff(q, tables, held, {
      sold: sql`${flashSaleItems.sold} + ${whole(held.quantity)}`,
    }),
  ]
}

/** The group ended unpaid: its units are there again, for the buyer's limit too. Once. */
export function releaseUnits(q: Query, tables: Tables, held: Held): Statement[] {
  const { flashBuyers, flashTakes } = tables
  const { groupId, itemId, quantity } = held
  const holderOf = (column: SQL) =>
    sql`(select ${column} from ${flashTakes} where ${flashTakes.groupId} = ${groupId}
      and ${flashTakes.itemId} = ${itemId})`
  return [
    endHold(q, tables, held, { state: 'released', told: false }),
    countOff(q, tables, held),
    q
      .update(flashBuyers)
      .set({ taken: sql`${flashBuyers.taken} - ${whole(quantity)}` })
      .where(
        and(
          eq(flashBuyers.itemId, itemId),
          or(
            eq(flashBuyers.holder, holderOf(sql`${flashTakes.holder}`)),
            eq(flashBuyers.holder, holderOf(sql`${flashTakes.otherHolder}`)),
          ),
        ),
      ),
  ]
}

type Ended = { state: 'sold' | 'released'; told?: false }

const endHold = (q: Query, { flashTakes }: Tables, held: Held, ended: Ended) =>
  one(
    q
      .update(flashTakes)
      .set(ended)
      .where(
        and(
          eq(flashTakes.groupId, held.groupId),
          eq(flashTakes.itemId, held.itemId),
          eq(flashTakes.state, 'reserved'),
        ),
      ),
  )

const countOff = (
  q: Query,
  { flashSaleItems }: Tables,
  { itemId, quantity }: Held,
  more: { sold?: SQL } = {},
) =>
  one(
    q
      .update(flashSaleItems)
      .set({ reserved: sql`${flashSaleItems.reserved} - ${whole(quantity)}`, ...more })
      .where(eq(flashSaleItems.id, itemId)),
  )

type Move = { id: string; itemId: string; quantity: number; at: Date }

/** Units are on their way to an item's object, or back from it. */
export const moveUnits = (q: Query, { flashTransfers }: Tables, move: Move): Statement =>
  q.insert(flashTransfers).values({ ...move, done: false })

/** Moves that an object was not told of yet, the oldest first; of one item, or some of all. */
export async function waitingMoves(db: Database, of: { itemId: string } | { limit: number }) {
  const { flashTransfers, flashSaleItems } = db.tables
  const read = db
    .select({
      id: flashTransfers.id,
      itemId: flashTransfers.itemId,
      quantity: flashTransfers.quantity,
      perBuyer: flashSaleItems.perBuyer,
      endsAt: flashSaleItems.endsAt,
    })
    .from(flashTransfers)
    .innerJoin(flashSaleItems, eq(flashSaleItems.id, flashTransfers.itemId))
  if ('itemId' in of) return await read.where(eq(flashTransfers.itemId, of.itemId)).limit(10)
  return await read
    .where(eq(flashTransfers.done, false))
    .orderBy(asc(flashTransfers.at))
    .limit(of.limit)
}

/** The object was told of a move. */
export async function moveIsDone(db: Database, id: string): Promise<void> {
  const { flashTransfers } = db.tables
  await db.update(flashTransfers).set({ done: true }).where(eq(flashTransfers.id, id))
}

export type UntoldTake = Awaited<ReturnType<typeof untoldTakes>>[number]

/** Takes that their objects were not told of as they stand, item by item. */
export async function untoldTakes(db: Database, limit: number) {
  const { flashTakes } = db.tables
  return await db
    .select({
      groupId: flashTakes.groupId,
      itemId: flashTakes.itemId,
      quantity: flashTakes.quantity,
      state: flashTakes.state,
      holder: flashTakes.holder,
      otherHolder: flashTakes.otherHolder,
    })
    .from(flashTakes)
    .where(eq(flashTakes.told, false))
    .orderBy(asc(flashTakes.itemId))
    .limit(limit)
}

/** Takes of one item were told of; those that moved since are told of again. */
export async function takesAreTold(db: Database, takes: readonly UntoldTake[]): Promise<void> {
  const { flashTakes } = db.tables
  const gone = (take: UntoldTake) => take.state === 'released'
  for (const released of [false, true]) {
    for (const page of chunked(
      takes.filter((take) => gone(take) === released),
      2,
    )) {
      const [first] = page
      if (first === undefined) continue
      await db
        .update(flashTakes)
        .set({ told: true })
        .where(
          and(
            inArray(
              flashTakes.groupId,
              page.map(({ groupId }) => groupId),
            ),
            eq(flashTakes.itemId, first.itemId),
            inArray(flashTakes.state, released ? ['released'] : ['reserved', 'sold']),
          ),
        )
    }
  }
}
