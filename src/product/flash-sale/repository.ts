import { and, asc, count, desc, eq, gt, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type SaleRow = Tables['flashSales']['$inferSelect']
export type ItemRow = Tables['flashSaleItems']['$inferSelect']
export type LiveRow = Awaited<ReturnType<typeof readLive>>[number]

/** What a flash price is told by: how much, how many are left, and when. */
const priced = (items: Tables['flashSaleItems']) => ({
  variantId: items.variantId,
  priceSatang: items.priceSatang,
  quota: items.quota,
  perBuyer: items.perBuyer,
  reserved: items.reserved,
  sold: items.sold,
  returned: items.returned,
  startsAt: items.startsAt,
  endsAt: items.endsAt,
})

const isLive = (items: Tables['flashSaleItems'], at: Date) =>
  and(gt(items.endsAt, at), lte(items.startsAt, at), eq(items.taking, true))

/** The products of which there is campaign stock now. To be asked as a part of something else. */
export function pickLeft(db: Database, at: Date) {
  const { flashSaleItems: items } = db.tables
  const taken = sql`${items.reserved} + ${items.sold} + ${items.returned}`
  return db
    .select({ productId: items.productId })
    .from(items)
    .where(and(isLive(items, at), gt(items.quota, taken)))
}

/** What has a flash price now, of all or of one product. A row each; to be asked with something else. */
export function readLive(db: Database, at: Date, product?: { slug: string }) {
  const { flashSaleItems: items, products } = db.tables
  return db
    .select({
      productId: items.productId,
      ...priced(items),
    })
    .from(items)
    .where(
      and(
        isLive(items, at),
        product === undefined
          ? undefined
          : sql`${items.productId} =
              (select ${products.id} from ${products} where ${products.slug} = ${product.slug})`,
      ),
    )
}

/** One that was stopped before it began lasts no time: it is nowhere on the calendar. */
const lasts = ({ flashSales }: Tables): SQL => lt(flashSales.startsAt, flashSales.endsAt)

/** The slot that runs at `at`, if any, and the next one, each with its items. Two queries. */
export async function nearestSales(db: Database, at: Date) {
  const { flashSales, flashSaleItems: items, variants, products } = db.tables
  const sales = await db
    .select()
    .from(flashSales)
    .where(and(gt(flashSales.endsAt, at), lasts(db.tables)))
    .orderBy(asc(flashSales.endsAt))
    .limit(2)
  if (sales.length === 0) return { sales, items: [] }
  const sold = await db
    .select({
      id: items.id,
      saleId: items.saleId,
      ...priced(items),
      position: items.position,
      variantPrice: variants.priceSatang,
      slug: products.slug,
      titleTh: products.titleTh,
      titleEn: products.titleEn,
      imageKeys: products.imageKeys,
    })
    .from(items)
    .innerJoin(variants, and(eq(variants.id, items.variantId), eq(variants.active, true)))
    .innerJoin(products, and(eq(products.id, items.productId), eq(products.status, 'published')))
    .where(
      inArray(
        items.saleId,
        sales.map(({ id }) => id),
      ),
    )
  return { sales, items: sold.toSorted((a, b) => a.position - b.position) }
}

/** Slots that end after `from`, for the judging of a new one. */
export async function salesAfter(db: Database, from: Date, until: Date): Promise<SaleRow[]> {
  const { flashSales } = db.tables
  return await db
    .select()
    .from(flashSales)
    .where(and(gt(flashSales.endsAt, from), lte(flashSales.startsAt, until), lasts(db.tables)))
    .orderBy(asc(flashSales.endsAt))
    .limit(10)
}

/** The newest slots with their items. One round trip. */
export async function latestSales(db: Database, limit: number) {
  const { flashSales, flashSaleItems } = db.tables
  const newest = () => db.select().from(flashSales).orderBy(desc(flashSales.startsAt)).limit(limit)
  const ids = db
    .select({ id: flashSales.id })
    .from(flashSales)
    .orderBy(desc(flashSales.startsAt))
    .limit(limit)
  const [sales, items] = await db.together(
    newest(),
    db.select().from(flashSaleItems).where(inArray(flashSaleItems.saleId, ids)),
  )
  return { sales, items: items.toSorted((a, b) => a.position - b.position) }
}

/** A slot with the number of its items and, of a variant, its product, price and item. One round trip. */
export async function findSale(db: Database, saleId: string, variantId: string) {
  const { flashSales, flashSaleItems: items, variants } = db.tables
  const [sales, counted, known, offered] = await db.together(
    db.select().from(flashSales).where(eq(flashSales.id, saleId)),
    db.select({ items: count() }).from(items).where(eq(items.saleId, saleId)),
    db
      .select()
      .from(items)
      .where(and(eq(items.saleId, saleId), eq(items.variantId, variantId))),
    db
      .select({
        id: variants.id,
        productId: variants.productId,
        priceSatang: variants.priceSatang,
        active: variants.active,
      })
      .from(variants)
      .where(eq(variants.id, variantId)),
  )
  return {
    sale: first(sales),
    items: first(counted)?.items ?? 0,
    item: first(known),
    variant: first(offered),
  }
}

const CALENDAR = 'market'

/**
 * A new slot, with the first row of its history; the CHECK `flash_calendar_free` refuses one that
 * overlaps another.
 *
 * Exact under any race: a batch of D1 is alone while it runs. On Postgres the first statement locks the
 * calendar's row until the transaction ends; the count after it is a statement of its own and so sees
 * the slot that went before (READ COMMITTED). Slots that overlap nothing wait, and none of them fails.
 */
export function insertSale(q: Query, tables: Tables, sale: SaleRow): Statement[] {
  const { flashSales, flashCalendar } = tables
  const overlapped = q
    .select({ count: sql`count(*)` })
    .from(flashSales)
    .where(
      and(
        gt(flashSales.endsAt, sale.startsAt),
        lt(flashSales.startsAt, sale.endsAt),
        lasts(tables),
      ),
    )
  return [
    q
      .insert(flashCalendar)
      .values({ id: CALENDAR, overlaps: 0 })
      .onConflictDoUpdate({ target: flashCalendar.id, set: { overlaps: 0 } }),
    one(
      q
        .update(flashCalendar)
        .set({ overlaps: sql`(${overlapped})` })
        .where(eq(flashCalendar.id, CALENDAR)),
    ),
    q.insert(flashSales).values(sale),
    q.insert(tables.flashSaleHistory).values({
      ...{ saleId: sale.id, version: sale.version, event: 'scheduled' },
      ...{ fromState: null, toState: sale.state, actor: 'operator', at: sale.createdAt },
    }),
  ]
}

/**
 * A new item of a slot; a stale write when the slot moved since it was read. The slot's row is written
 * as it is and so locked: of an item and a stop at once one waits for the other, and no item is left
 * that goes on in a slot that was stopped.
 */
export function insertItem(q: Query, tables: Tables, item: ItemRow, version: number): Statement[] {
  const { flashSales, flashSaleItems } = tables
  return [
    one(
      q
        .update(flashSales)
        .set({ version })
        .where(and(eq(flashSales.id, item.saleId), eq(flashSales.version, version))),
    ),
    q.insert(flashSaleItems).values(item),
  ]
}
