import { and, asc, eq, inArray, lt, notExists, type SQL, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import { inOrder, type StoredLine } from './rules.ts'

/** Which cart; `guest` when it is nobody's account's. */
export type CartKey = { id: string; guest: boolean }
export type StoredCart = CartKey & { version: number; lines: StoredLine[] }

/** The rows of carts and their lines, for `cartsFrom`. */
export function readCarts(db: Database, keys: readonly CartKey[]) {
  const { carts, cartLines } = db.tables
  return db
    .select({
      cartId: carts.id,
      version: carts.version,
      id: sql<string | null>`${cartLines.id}`.as('line_id'),
      variantId: cartLines.variantId,
      quantity: cartLines.quantity,
      seenPriceSatang: cartLines.seenPriceSatang,
      addedAt: cartLines.addedAt,
    })
    .from(carts)
    .leftJoin(cartLines, eq(cartLines.cartId, carts.id))
    .where(inArray(carts.id, idsOf(keys)))
}

const idsOf = (keys: readonly CartKey[]) => keys.map(({ id }) => id)

/** Selects the variants that stand in carts, as `variant_id`. */
export const variantsIn = ({ cartLines }: Tables, keys: readonly CartKey[]): SQL =>
  sql`select ${cartLines.variantId} from ${cartLines}
    where ${inArray(cartLines.cartId, idsOf(keys))}`

/** Carts with their lines, oldest line first; absent carts are version 0 and empty. */
export function cartsFrom(
  rows: Awaited<ReturnType<typeof readCarts>>,
  keys: readonly CartKey[],
): StoredCart[] {
  return keys.map(({ id, guest }) => {
    const own = rows.filter((row) => row.cartId === id)
    const lines = own.flatMap(({ id: lineId, variantId, quantity, seenPriceSatang, addedAt }) =>
      lineId === null ||
      variantId === null ||
      quantity === null ||
      seenPriceSatang === null ||
      addedAt === null
        ? []
        : [{ id: lineId, variantId, quantity, seenPriceSatang, addedAt }],
    )
    // Sorted here: a cart is small, and an index for its order would cost every write.
    lines.sort(inOrder)
    return { id, guest, version: own[0]?.version ?? 0, lines }
  })
}

/** The cart exists and its version grows: part of every change to its lines. */
export function touchCart(
  q: Query,
  { carts }: Tables,
  { id, guest }: CartKey,
  at: Date,
): Statement {
  return q
    .insert(carts)
    .values({ id, guest, version: 1, updatedAt: at })
    .onConflictDoUpdate({
      target: carts.id,
      set: { version: sql`${carts.version} + 1`, updatedAt: at },
    })
}

/** Adds a quantity to the line of a variant; the CHECK `cart_lines_quantity` refuses more than 99. */
export function addToLine(
  q: Query,
  { cartLines }: Tables,
  cartId: string,
  line: StoredLine,
): Statement {
  return q
    .insert(cartLines)
    .values({ cartId, ...line })
    .onConflictDoUpdate({
      target: [cartLines.cartId, cartLines.variantId],
      set: {
        quantity: sql`${cartLines.quantity} + cast(${line.quantity} as integer)`,
        seenPriceSatang: line.seenPriceSatang,
      },
    })
}

/** Sets a line's quantity; a stale write when the line is gone. */
export function setQuantity(
  q: Query,
  { cartLines }: Tables,
  cartId: string,
  lineId: string,
  quantity: number,
): Statement {
  return one(
    q
      .update(cartLines)
      .set({ quantity })
      .where(and(eq(cartLines.cartId, cartId), eq(cartLines.id, lineId))),
  )
}

/** Takes a line out; a stale write when it is gone already. */
export function removeLine(
  q: Query,
  { cartLines }: Tables,
  cartId: string,
  lineId: string,
): Statement {
  return one(q.delete(cartLines).where(and(eq(cartLines.cartId, cartId), eq(cartLines.id, lineId))))
}

/** A cart as it was seen, or the write fails: what keeps one cart from being used twice. */
export function unchangedCart(
  q: Query,
  { carts }: Tables,
  { id, guest, version }: CartKey & { version: number },
  at: Date,
): Statement {
  // A cart that was not there yet must still not be there: its insert meets the key otherwise.
  if (version === 0) return q.insert(carts).values({ id, guest, version: 1, updatedAt: at })
  return one(
    q
      .update(carts)
      .set({ version: version + 1, updatedAt: at })
      .where(and(eq(carts.id, id), eq(carts.version, version))),
  )
}

/** Empties a cart. */
export function emptyCart(q: Query, { cartLines }: Tables, cartId: string): Statement {
  return q.delete(cartLines).where(eq(cartLines.cartId, cartId))
}

/** Replaces a cart's lines. */
export function replaceLines(
  q: Query,
  tables: Tables,
  cartId: string,
  lines: readonly StoredLine[],
): Statement[] {
  const rows = lines.map((line) => ({ cartId, ...line }))
  return [
    emptyCart(q, tables, cartId),
    ...chunked(rows, 6).map((chunk) => q.insert(tables.cartLines).values(chunk)),
  ]
}

/** A guest's cart ends; a stale write when it has changed or ended already. */
export function endCart(
  q: Query,
  { carts }: Tables,
  cart: Pick<StoredCart, 'id' | 'version'>,
): Statement {
  return one(q.delete(carts).where(and(eq(carts.id, cart.id), eq(carts.version, cart.version))))
}

/** Forgets guests' carts that were last touched before `before`, the oldest first. */
export async function forgetGuestCarts(db: Database, before: Date, limit: number): Promise<number> {
  const { carts, cartLines } = db.tables
  const old = await db
    .select({ id: carts.id })
    .from(carts)
    .where(and(eq(carts.guest, true), lt(carts.updatedAt, before)))
    .orderBy(asc(carts.updatedAt))
    .limit(limit)
  for (const chunk of chunked(old, 2)) {
    const ids = chunk.map(({ id }) => id)
    await db.atomically((q) => [
      // Unless its guest came back this moment.
      q.delete(carts).where(and(inArray(carts.id, ids), lt(carts.updatedAt, before))),
      q
        .delete(cartLines)
        .where(
          and(
            inArray(cartLines.cartId, ids),
            notExists(q.select({ id: carts.id }).from(carts).where(eq(carts.id, cartLines.cartId))),
          ),
        ),
    ])
  }
  return old.length
}
