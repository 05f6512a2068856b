import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { SaleActor, SaleEvent, SaleState } from '../flash-sale/rules.ts'

export type SaleRow = Tables['flashSales']['$inferSelect']
export type ItemRow = Tables['flashSaleItems']['$inferSelect']

type Move = {
  to: SaleState
  event: SaleEvent
  actor: SaleActor
  at: Date
  /** An end other than the one it has: its items end with it. */
  endsAt?: Date
}

/**
 * A slot moves; a stale write when its version is not the one that was decided on. Of one that closes no
 * take is written any more: each names an item that is `taking`, and waits for this write or is waited for.
 */
export function moveSale(
  q: Query,
  { flashSales, flashSaleItems, flashSaleHistory }: Tables,
  { id, state, version }: Pick<SaleRow, 'id' | 'state' | 'version'>,
  { to, endsAt, ...moved }: Move,
): Statement[] {
  const end = endsAt === undefined ? {} : { endsAt }
  return [
    q.insert(flashSaleHistory).values({
      ...{ saleId: id, version: version + 1, fromState: state, toState: to, ...moved },
    }),
    one(
      q
        .update(flashSales)
        .set({ state: to, version: version + 1, ...end })
        .where(and(eq(flashSales.id, id), eq(flashSales.version, version))),
    ),
    ...(to === 'closing'
      ? [
          q
            .update(flashSaleItems)
            .set({ taking: false, ...end })
            .where(eq(flashSaleItems.saleId, id)),
        ]
      : []),
  ]
}

/** A slot with its items, and whether it was stopped. One round trip. */
export async function findSlot(db: Database, id: string) {
  const { flashSales, flashSaleItems, flashSaleHistory: history } = db.tables
  const [sales, items, stops] = await db.together(
    db.select().from(flashSales).where(eq(flashSales.id, id)),
    db
      .select()
      .from(flashSaleItems)
      .where(eq(flashSaleItems.saleId, id))
      .orderBy(asc(flashSaleItems.position)),
    db
      .select({ version: history.version })
      .from(history)
      .where(and(eq(history.saleId, id), eq(history.event, 'stopped'))),
  )
  return { sale: first(sales), items, stopped: stops.length > 0 }
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
