import { and, asc, count, desc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { SaleActor, SaleState } from './rules.ts'

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
        gt(items.endsAt, at),
        lte(items.startsAt, at),
        eq(items.taking, true),
        product === undefined
          ? undefined
          : sql`${items.productId} =
              (select ${products.id} from ${products} where ${products.slug} = ${product.slug})`,
      ),
    )
}

/** The slot that runs at `at`, if any, and the next one, each with its items. Two queries. */
export async function nearestSales(db: Database, at: Date) {
  const { flashSales, flashSaleItems: items, variants, products } = db.tables
  const sales = await db
    .select()
    .from(flashSales)
    .where(gt(flashSales.endsAt, at))
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
    .where(and(gt(flashSales.endsAt, from), lte(flashSales.startsAt, until)))
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
    .where(and(gt(flashSales.endsAt, sale.startsAt), lt(flashSales.startsAt, sale.endsAt)))
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

export const insertItem = (q: Query, { flashSaleItems }: Tables, item: ItemRow): Statement =>
  q.insert(flashSaleItems).values(item)

type Moved = { event: string; actor: SaleActor; at: Date }

/** A slot goes to `to`; a stale write when its version is not the one that was decided on. */
export function moveSale(
  q: Query,
  { flashSales, flashSaleItems, flashSaleHistory }: Tables,
  { id, state, version }: Pick<SaleRow, 'id' | 'state' | 'version'>,
  to: SaleState,
  moved: Moved,
): Statement[] {
  return [
    q.insert(flashSaleHistory).values({
      ...{ saleId: id, version: version + 1, fromState: state, toState: to, ...moved },
    }),
    one(
      q
        .update(flashSales)
        .set({ state: to, version: version + 1 })
        .where(and(eq(flashSales.id, id), eq(flashSales.version, version))),
    ),
    ...(to === 'closing'
      ? [q.update(flashSaleItems).set({ taking: false }).where(eq(flashSaleItems.saleId, id))]
      : []),
  ]
}

/** Slots that should have moved by `at`: to be opened, or over. */
export async function dueSales(db: Database, at: Date, limit: number) {
  const { flashSales } = db.tables
  const of = (state: SaleState, due: 'startsAt' | 'endsAt') =>
    db
      .select()
      .from(flashSales)
      .where(and(eq(flashSales.state, state), lte(flashSales[due], at)))
      .orderBy(asc(flashSales.startsAt))
      .limit(limit)
  const [scheduled, over] = await db.together(of('scheduled', 'startsAt'), of('open', 'endsAt'))
  return { scheduled, over }
}

/** Slots that are being closed, with all of their items. */
export async function closingSales(db: Database, limit: number) {
  const { flashSales, flashSaleItems } = db.tables
  const sales = await db
    .select()
    .from(flashSales)
    .where(eq(flashSales.state, 'closing'))
    .orderBy(asc(flashSales.startsAt))
    .limit(limit)
  if (sales.length === 0) return []
  const ids = sales.map(({ id }) => id)
  const items = await db.select().from(flashSaleItems).where(inArray(flashSaleItems.saleId, ids))
  return sales.map((sale) => ({ sale, items: items.filter(({ saleId }) => saleId === sale.id) }))
}

/** What is left of an item is back in the ordinary stock; stale when it changed meanwhile. */
export function returnUnits(
  q: Query,
  { flashSaleItems: items }: Tables,
  item: ItemRow,
  quantity: number,
): Statement {
  return one(
    q
      .update(items)
      .set({ returned: item.returned + quantity, version: item.version + 1 })
      .where(
        and(
          eq(items.id, item.id),
          eq(items.version, item.version),
          eq(items.reserved, item.reserved),
          eq(items.sold, item.sold),
        ),
      ),
  )
}
