import { and, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#src/common/id.ts'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import { type Demand, effectOf } from './rules.ts'

type Moved = { groupId: string; demand: readonly Demand[]; at: Date }

/**
 * Sells the demand at once, as a hold that is claimed in the same write would leave it: the same
 * levels, reservations and movements, and the same CHECK.
 */
export function sellStatements(
  q: Query,
  { stockLevels, stockReservations, ...tables }: Tables,
  { groupId, demand, at, expiresAt }: Moved & { expiresAt: Date },
): Statement[] {
  const rows = demand.map((want) => ({
    groupId,
    ...want,
    state: 'claimed' as const,
    expiresAt,
    createdAt: at,
  }))
  return [
    ...demand.map(({ variantId, quantity }) =>
      one(
        q
          .update(stockLevels)
          .set({ onHand: sql`${stockLevels.onHand} - ${whole(quantity)}` })
          .where(eq(stockLevels.variantId, variantId)),
      ),
    ),
    ...chunked(rows, 6).map((chunk) => q.insert(stockReservations).values(chunk)),
    ...movements(q, tables, ['held', 'sold'], { groupId, demand, at }),
  ]
}

/** Takes the demand off what is available; the CHECK `stock_available` refuses more than there is. */
export function holdStatements(
  q: Query,
  { stockLevels, stockReservations, ...tables }: Tables,
  { groupId, demand, at, expiresAt }: Moved & { expiresAt: Date },
): Statement[] {
  const rows = demand.map((want) => ({
    groupId,
    ...want,
    state: 'held' as const,
    expiresAt,
    createdAt: at,
  }))
  return [
    ...demand.map(({ variantId, quantity }) =>
      one(
        q
          .update(stockLevels)
          .set({ reserved: sql`${stockLevels.reserved} + ${whole(quantity)}` })
          .where(eq(stockLevels.variantId, variantId)),
      ),
    ),
    ...chunked(rows, 6).map((chunk) => q.insert(stockReservations).values(chunk)),
    ...movements(q, tables, ['held'], { groupId, demand, at }),
  ]
}

/**
 * Ends a hold: `claimed` sells the goods, `released` gives them back. Each reservation must still be
 * held, so of payment and expiry whichever commits first wins, once (S5).
 */
export function settleStatements(
  q: Query,
  { stockLevels, stockReservations, ...tables }: Tables,
  state: 'claimed' | 'released',
  { groupId, demand, at }: Moved,
): Statement[] {
  const reason = state === 'claimed' ? ('sold' as const) : ('released' as const)
  return [
    ...demand.map(({ variantId }) =>
      one(
        q
          .update(stockReservations)
          .set({ state })
          .where(
            and(
              eq(stockReservations.groupId, groupId),
              eq(stockReservations.variantId, variantId),
              eq(stockReservations.state, 'held'),
            ),
          ),
      ),
    ),
    ...demand.map(({ variantId, quantity }) => {
      const { onHandDelta, reservedDelta } = effectOf(reason, quantity)
      return one(
        q
          .update(stockLevels)
          .set({
            onHand: sql`${stockLevels.onHand} + ${whole(onHandDelta)}`,
            reserved: sql`${stockLevels.reserved} + ${whole(reservedDelta)}`,
          })
          .where(eq(stockLevels.variantId, variantId)),
      )
    }),
    ...movements(q, tables, [reason], { groupId, demand, at }),
  ]
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
  reasons: readonly ('held' | 'released' | 'sold')[],
  { groupId, demand, at }: Moved,
): Statement[] {
  const rows = reasons.flatMap((reason) =>
    demand.map(({ variantId, quantity }) => ({
      id: newId('mov'),
      variantId,
      reason,
      ...effectOf(reason, quantity),
      refId: groupId,
      at,
    })),
  )
  return chunked(rows, 7).map((chunk) => q.insert(stockMovements).values(chunk))
}

// D1 binds numbers as REAL, and 5 + 1.0 is 6.0: the cast keeps the sum an integer.
const whole = (value: number) => sql`cast(${value} as integer)`
