import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { newId } from '#src/common/id.ts'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { announced } from '#src/database/outbox.ts'
import { chunked, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import {
  type Demand,
  effectOf,
  MOST_LOW_AT,
  type Reason,
  reasonsOf,
  STOCK_BACK,
  STOCK_LOW,
  USUAL_LOW_AT,
} from './rules.ts'

/** `refId` is what caused it: the group of a hold, the order of what comes back. */
type Moved = { refId: string; demand: readonly Demand[]; at: Date }

/**
 * Takes the demand off what is available: `held` until its end, or `claimed`, which sells it at once
 * and leaves the same levels, reservations and movements as a hold that is claimed in the same write.
 * The CHECK `stock_available` refuses more than there is.
 */
export function takeStatements(
  q: Query,
  tables: Tables,
  state: 'held' | 'claimed',
  { expiresAt, ...moved }: Moved & { expiresAt: Date },
): Statement[] {
  const { refId, demand, at } = moved
  const rows = demand.map(({ variantId, quantity }) => ({
    ...{ groupId: refId, variantId, quantity },
    ...{ state, expiresAt, createdAt: at },
  }))
  const move = state === 'held' ? 'hold' : 'sell'
  return [
    ...changeLevels(q, tables, (want) => reasonsOf(move, want), moved),
    ...chunked(rows, 6).map((chunk) => q.insert(tables.stockReservations).values(chunk)),
  ]
}

/**
 * Ends a hold: `claimed` sells the goods, `released` gives them back. Each reservation must still be
 * held, so of payment and expiry whichever commits first wins, once (S5).
 */
export function settleStatements(
  q: Query,
  tables: Tables,
  state: 'claimed' | 'released',
  { refId, demand, at }: Moved,
): Statement[] {
  const { stockReservations } = tables
  return [
    ...demand.map(({ variantId }) =>
      one(
        q
          .update(stockReservations)
          .set({ state })
          .where(
            and(
              eq(stockReservations.groupId, refId),
              eq(stockReservations.variantId, variantId),
              eq(stockReservations.state, 'held'),
            ),
          ),
      ),
    ),
    ...changeLevels(
      q,
      tables,
      (want) => reasonsOf(state === 'claimed' ? 'claim' : 'release', want),
      { refId, demand, at },
    ),
  ]
}

/** What was sold stands on the shelf again. Once: its movement's key refuses a second time. */
export const restockStatements = (q: Query, tables: Tables, moved: Moved): Statement[] => [
  ...changeLevels(q, tables, () => ['restocked'], moved),
  ...filledAgain(q, tables, moved.demand),
]

/**
 * Stock leaves the shelf for a campaign, or comes back from one. The CHECK `stock_available` refuses
 * more than there is.
 */
export const campaignStatements = (
  q: Query,
  tables: Tables,
  reason: 'campaign_out' | 'campaign_back',
  moved: Moved,
): Statement[] => changeLevels(q, tables, () => [reason], moved)

/** What somebody did to a shelf by hand: a difference, or a count of it as it was at `seenVersion`. */
export type Edit = {
  id: string
  variantId: string
  reason: 'received' | 'returned' | 'adjusted'
  delta: number
  seenVersion: number | undefined
  byUserId: string
  at: Date
}

/**
 * Changes what lies on the shelf by a difference, so that no sale in between is lost (S9). A count is
 * the difference from what it saw, and stale once anything moved since. The CHECK `stock_available`
 * refuses less than what is held.
 */
export function editStatements(
  q: Query,
  tables: Tables,
  { id, variantId, reason, delta, seenVersion, byUserId, at }: Edit,
): Statement[] {
  const { stockLevels, stockMovements } = tables
  const seen = seenVersion === undefined ? undefined : eq(stockLevels.version, seenVersion)
  return [
    one(
      q
        .update(stockLevels)
        .set({
          onHand: sql`${stockLevels.onHand} + ${whole(delta)}`,
          version: sql`${stockLevels.version} + 1`,
        })
        .where(and(eq(stockLevels.variantId, variantId), seen)),
    ),
    q.insert(stockMovements).values({
      ...{ id, variantId, reason, byUserId, at },
      onHandDelta: delta,
      reservedDelta: 0,
      refId: id,
    }),
    ...edges(q, tables, [{ variantId, change: delta }], at),
    ...(delta > 0 ? filledAgain(q, tables, [{ variantId }]) : []),
  ]
}

/** Each level with its movements, in one step; one that a move leaves as it is is not written. */
function changeLevels(
  q: Query,
  tables: Tables,
  reasons: (want: Demand) => readonly Reason[],
  moved: Moved,
): Statement[] {
  const { stockLevels } = tables
  const changes = moved.demand.map((want) => {
    const effects = reasons(want).map((reason) => effectOf(reason, want.quantity))
    const onHandDelta = effects.reduce((sum, effect) => sum + effect.onHandDelta, 0)
    const reservedDelta = effects.reduce((sum, effect) => sum + effect.reservedDelta, 0)
    const { variantId } = want
    return { variantId, onHandDelta, reservedDelta, change: onHandDelta - reservedDelta }
  })
  return [
    ...changes.flatMap(({ variantId, onHandDelta, reservedDelta }) => {
      if (onHandDelta === 0 && reservedDelta === 0) return []
      return one(
        q
          .update(stockLevels)
          .set({
            onHand: sql`${stockLevels.onHand} + ${whole(onHandDelta)}`,
            reserved: sql`${stockLevels.reserved} + ${whole(reservedDelta)}`,
            version: sql`${stockLevels.version} + 1`,
          })
          .where(eq(stockLevels.variantId, variantId)),
      )
    }),
    ...movements(q, tables, reasons, moved),
    ...edges(q, tables, changes, moved.at),
  ]
}

type Change = {
  variantId: string
  /** Of what is available. */
  change: number
}

/**
 * Announces the shelves that this very write fills from nothing, if anybody waits for them, and those
 * that it leaves with little, if their shop does not know. Each is one statement that mostly writes
 * nothing, whatever the number of shelves: a move asks nothing for it.
 */
function edges(q: Query, tables: Tables, changes: readonly Change[], at: Date): Statement[] {
  const level = tables.stockLevels
  const available = sql`${level.onHand} - ${level.reserved}`
  const row = { row: level.variantId, aggregateId: level.variantId, version: level.version }
  const telling = (kind: string, some: readonly Change[], crossed: Crossed, more: SQL) =>
    // Of each two are bound, beside those of the message itself.
    chunked(some, 3).map((few) => {
      const cross = few.map((one) => and(eq(level.variantId, one.variantId), crossed(one)))
      const read = q.select(announced(tables, kind, row, at)).from(level)
      return q.insert(tables.outboxMessages).select(read.where(and(or(...cross), more)))
    })
  const [rising, falling] = [
    changes.filter(({ change }) => change > 0),
    changes.filter(({ change }) => change < 0),
  ]
  return [
    ...telling(
      STOCK_BACK,
      rising,
      ({ change }) => sql`${available} <= ${whole(change)}`,
      sql`${available} > 0 and exists (select 1 from product_watches waiting
        where waiting.kind = 'back_in_stock' and waiting.target_id = ${level.variantId})`,
    ),
    ...telling(
      STOCK_LOW,
      falling,
      ({ change }) => sql`${available} - ${whole(change)} > ${lowAt(tables)}`,
      // The most is said first, since most shelves have more than anybody calls little.
      sql`${available} <= ${whole(MOST_LOW_AT)} and ${available} <= ${lowAt(tables)}
        and not exists (select 1 from low_stock told where told.variant_id = ${level.variantId})`,
    ),
  ]
}

type Crossed = (change: Change) => SQL

/** What the shop of a level calls little: of this shelf, else of its shelves, else as the market does. */
const lowAt = ({ stockLevels, stockAlerts, variants }: Tables): SQL =>
  sql`coalesce(${stockLevels.lowAt}, (select ${stockAlerts.lowAt} from ${stockAlerts}
    where ${stockAlerts.shopId} = (select ${variants.shopId} from ${variants}
      where ${variants.id} = ${stockLevels.variantId})), ${whole(USUAL_LOW_AT)})`

/** Shelves with more than a little again: the next time that they run low is told anew. */
function filledAgain(
  q: Query,
  tables: Tables,
  shelves: readonly { variantId: string }[],
): Statement[] {
  const { lowStock, stockLevels: level } = tables
  const full = sql`exists (select 1 from ${level} where ${level.variantId} = ${lowStock.variantId}
    and ${level.onHand} - ${level.reserved} > ${lowAt(tables)})`
  return chunked(shelves, 2).map((few) => {
    const ids = few.map(({ variantId }) => variantId)
    return q.delete(lowStock).where(and(inArray(lowStock.variantId, ids), full))
  })
}

/** Brings `inStock` of the products and their listings in line with their levels; writes only a change. */
export function refreshInStock(
  q: Query,
  { products, listings }: Tables,
  productIds: readonly string[],
): Statement[] {
  return productIds.flatMap((productId) => {
    const left = sql<boolean>`exists (select 1 from stock_levels left_over
      where left_over.product_id = ${productId} and left_over.reserved < left_over.on_hand)`
    return [
      q
        .update(products)
        .set({ inStock: left })
        .where(and(eq(products.id, productId), sql`${products.inStock} <> ${left}`)),
      q
        .update(listings)
        .set({ inStock: left })
        .where(and(eq(listings.productId, productId), sql`${listings.inStock} <> ${left}`)),
    ]
  })
}

/** What each of these variants has on hand and reserved. */
export async function levelsOf(db: Database, variantIds: readonly string[]) {
  const { stockLevels } = db.tables
  if (variantIds.length === 0) return []
  return await db
    .select()
    .from(stockLevels)
    .where(inArray(stockLevels.variantId, [...variantIds]))
}

function movements(
  q: Query,
  { stockMovements }: Pick<Tables, 'stockMovements'>,
  reasons: (want: Demand) => readonly Reason[],
  { refId, demand, at }: Moved,
): Statement[] {
  const rows = demand.flatMap((want) =>
    reasons(want).map((reason) => ({
      id: newId('mov'),
      variantId: want.variantId,
      reason,
      ...effectOf(reason, want.quantity),
      refId,
      at,
    })),
  )
  return chunked(rows, 7).map((chunk) => q.insert(stockMovements).values(chunk))
}
