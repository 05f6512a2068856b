import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked, first, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import type { Carrier, Packed } from './rules.ts'

export type ParcelRow = Tables['parcels']['$inferSelect']

/**
 * Writes a parcel and counts what is in it; a stale write when a line has fewer left to send by now. No
 * CHECK can say so: pieces that were sent may go back afterwards.
 */
export function insertParcel(
  q: Query,
  { parcels, parcelLines, orderLines }: Tables,
  parcel: ParcelRow,
  packed: readonly Packed[],
): Statement[] {
  const rows = packed.map((line) => ({ parcelId: parcel.id, ...line }))
  const { sentQuantity, refundedQuantity } = orderLines
  return [
    ...packed.map(({ lineId, quantity }) =>
      one(
        q
          .update(orderLines)
          .set({ sentQuantity: sql`${sentQuantity} + ${whole(quantity)}` })
          .where(
            and(
              eq(orderLines.id, lineId),
              eq(orderLines.orderId, parcel.orderId),
              lte(
                sql`${sentQuantity} + ${refundedQuantity} + ${whole(quantity)}`,
                orderLines.quantity,
              ),
            ),
          ),
      ),
    ),
    q.insert(parcels).values(parcel),
    ...chunked(rows, 3).map((chunk) => q.insert(parcelLines).values(chunk)),
  ]
}

/** A parcel has arrived; a stale write when it had before. */
export function markDelivered(q: Query, { parcels }: Tables, id: string, at: Date): Statement {
  const waiting = and(eq(parcels.id, id), isNull(parcels.deliveredAt))
  return one(q.update(parcels).set({ deliveredAt: at }).where(waiting))
}

/** The parcels of a group's orders: a question to be asked, with others or alone. */
export function readParcels(db: Database, orderIds: readonly string[]) {
  const { parcels, parcelLines } = db.tables
  return db
    .select({ parcel: parcels, lineId: parcelLines.lineId, quantity: parcelLines.quantity })
    .from(parcels)
    .innerJoin(parcelLines, eq(parcelLines.parcelId, parcels.id))
    .where(inArray(parcels.orderId, [...orderIds]))
}

export type PackedRow = Awaited<ReturnType<typeof readParcels>>[number]

/** One parcel. */
export async function parcelById(db: Database, id: string): Promise<ParcelRow | undefined> {
  const { parcels } = db.tables
  return first(await db.select().from(parcels).where(eq(parcels.id, id)))
}

/** The parcels on their way that a carrier knows by a number: one parcel may be several orders'. */
export async function parcelsByNumber(
  db: Database,
  carrier: Carrier,
  trackingNumber: string,
): Promise<ParcelRow[]> {
  const { parcels } = db.tables
  return await db
    .select()
    .from(parcels)
    .where(
      and(
        eq(parcels.carrier, carrier),
        eq(parcels.trackingNumber, trackingNumber),
        isNull(parcels.deliveredAt),
      ),
    )
    .limit(100)
}
