import { and, asc, desc, eq, gt, inArray, lt, lte, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { announced } from '#src/database/outbox.ts'
import { chunked, first, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import { PRICE_LOWERED, type Shelf } from './rules.ts'

export type WatchRow = Tables['productWatches']['$inferSelect']

// Names of their own for columns that several tables have.
const as = <Value>(column: SQLWrapper, name: string) => sql<Value>`${column}`.as(name)

/** A variant with its product and what is left of it, on sale or not. */
export async function findShelf(db: Database, variantId: string): Promise<Shelf | undefined> {
  const { variants, products, stockLevels } = db.tables
  const row = first(
    await db
      .select({
        variantId: variants.id,
        productId: variants.productId,
        shopId: variants.shopId,
        slug: products.slug,
        titleTh: products.titleTh,
        titleEn: products.titleEn,
        sku: variants.sku,
        options: variants.options,
        active: variants.active,
        status: products.status,
        onHand: stockLevels.onHand,
        reserved: stockLevels.reserved,
      })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
      .where(eq(variants.id, variantId)),
  )
  if (row === undefined) return undefined
  const { active, status, onHand, reserved, ...rest } = row
  return { ...rest, onSale: active && status === 'published', available: onHand - reserved }
}

/** A published product with the prices of its variants on sale and its flash prices now. One round trip. */
export async function findPrices(db: Database, productId: string, at: Date) {
  const { products, variants, flashSaleItems: items } = db.tables
  const [found, ordinary, flash] = await db.together(
    db
      .select({
        productId: products.id,
        slug: products.slug,
        titleTh: products.titleTh,
        titleEn: products.titleEn,
      })
      .from(products)
      .where(and(eq(products.id, productId), eq(products.status, 'published'))),
    db
      .select({ priceSatang: variants.priceSatang })
      .from(variants)
      .where(and(eq(variants.productId, productId), eq(variants.active, true))),
    db
      .select({ priceSatang: items.priceSatang })
      .from(items)
      .where(
        and(
          eq(items.productId, productId),
          gt(items.endsAt, at),
          lte(items.startsAt, at),
          eq(items.taking, true),
          gt(items.quota, sql`${items.reserved} + ${items.sold} + ${items.returned}`),
        ),
      ),
  )
  const product = first(found)
  return product === undefined ? undefined : { ...product, ordinary, flash }
}

/** Keeps a watch unless there is one like it, or its watcher has `max`. */
export async function keepWatch(db: Database, row: WatchRow, max: number): Promise<void> {
  const { productWatches: t, products } = db.tables
  const { id, userId, kind, targetId, productId, markSatang, createdAt } = row
  // As a select, so that it counts in the very write.
  const read = db
    .select({
      id: sql<string>`${id}`.as('watch_id'),
      userId: sql<string>`${userId}`.as('user_id'),
      kind: sql<WatchRow['kind']>`${kind}`.as('kind'),
      targetId: sql<string>`${targetId}`.as('target_id'),
      productId: as<string>(products.id, 'product_id'),
      markSatang: sql<number | null>`cast(${markSatang} as bigint)`.as('mark_satang'),
      createdAt: sql<Date>`${sql.param(createdAt, t.createdAt)}`.as('created_at'),
    })
    .from(products)
    .where(
      and(
        eq(products.id, productId),
        sql`(select count(*) from product_watches own where own.user_id = ${userId}) < ${whole(max)}`,
      ),
    )
  await db.insert(t).select(read).onConflictDoNothing()
}

/** Somebody's watches as they are shown, the newest first: those in a place of the list, or a certain one. */
export async function shownWatches(
  db: Database,
  userId: string,
  which: { after: string | null; limit: number; productId?: string } | Certain,
) {
  const { productWatches: t, products, variants } = db.tables
  const chosen =
    'kind' in which
      ? [eq(t.kind, which.kind), eq(t.targetId, which.targetId)]
      : [
          which.after === null ? undefined : lt(t.id, which.after),
          which.productId === undefined ? undefined : eq(t.productId, which.productId),
        ]
  return await db
    .select({
      id: as<string>(t.id, 'watch_id'),
      kind: t.kind,
      productId: as<string>(t.productId, 'watched_product'),
      slug: products.slug,
      titleTh: products.titleTh,
      titleEn: products.titleEn,
      imageKeys: products.imageKeys,
      variantId: sql<string | null>`${variants.id}`.as('watched_variant'),
      options: variants.options,
      lowestSatang: sql<number>`${products.priceSatang}`.mapWith(Number).as('lowest_satang'),
      priceSatang: variants.priceSatang,
      markSatang: t.markSatang,
      createdAt: t.createdAt,
    })
    .from(t)
    .innerJoin(products, eq(products.id, t.productId))
    .leftJoin(variants, and(eq(t.kind, 'back_in_stock'), eq(variants.id, t.targetId)))
    .where(and(eq(t.userId, userId), ...chosen))
    .orderBy(desc(t.id))
    .limit('kind' in which ? 1 : which.limit + 1)
}

type Certain = Pick<WatchRow, 'kind' | 'targetId'>

/** Takes a watch away. False when the account has no such one. */
export async function deleteWatch(db: Database, userId: string, id: string): Promise<boolean> {
  const { productWatches: t } = db.tables
  const gone = await db
    .delete(t)
    .where(and(eq(t.id, id), eq(t.userId, userId)))
    .returning({ id: t.id })
  return gone.length > 0
}

type Watching = Certain & { after: string; limit: number; aboveSatang?: number }

/** Who watches something, in the order of their watches, from after one on. */
export async function watchersOf(
  db: Database,
  { kind, targetId, after, limit, aboveSatang }: Watching,
): Promise<WatchRow[]> {
  const { productWatches: t } = db.tables
  const above = aboveSatang === undefined ? undefined : gt(t.markSatang, aboveSatang)
  return await db
    .select()
    .from(t)
    .where(and(eq(t.kind, kind), eq(t.targetId, targetId), gt(t.id, after), above))
    .orderBy(asc(t.id))
    .limit(limit)
}

/** Watches whose watchers were told, and that are over. */
export const endWatches = (
  q: Query,
  { productWatches: t }: Tables,
  ids: readonly string[],
): Statement[] => chunked(ids, 1).map((some) => q.delete(t).where(inArray(t.id, some)))

/** Watches go on from the price that their watchers were told. */
export const lowerMarks = (
  q: Query,
  { productWatches: t }: Tables,
  ids: readonly string[],
  markSatang: number,
): Statement[] =>
  chunked(ids, 2).map((some) =>
    q
      .update(t)
      .set({ markSatang })
      .where(and(inArray(t.id, some), gt(t.markSatang, markSatang))),
  )

const isWatched = (productId: SQLWrapper) =>
  sql`exists (select 1 from product_watches waiting
    where waiting.kind = 'price_drop' and waiting.target_id = ${productId})`

/** Announces the products of a flash sale that begins, as far as somebody waits for a lower price of them. */
export function saleBegins(q: Query, tables: Tables, saleId: string, at: Date): Statement {
  const { flashSaleItems: items, outboxMessages } = tables
  const row = { row: items.id, aggregateId: items.productId, version: items.version }
  return q.insert(outboxMessages).select(
    q
      .select(announced(tables, PRICE_LOWERED, row, at))
      .from(items)
      .where(and(eq(items.saleId, saleId), isWatched(items.productId))),
  )
}
