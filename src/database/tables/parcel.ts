import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'

/** Who takes parcels to buyers. */
export const CARRIERS = ['thailand_post', 'flash', 'kex', 'jt', 'spx', 'other'] as const

/** What shops hand to carriers, and what is in it. */
export function parcelTables(k: Kit) {
  /** What a shop hands to a carrier at once; an order may go out in several. */
  const parcels = k.table(
    'parcels',
    {
      id: k.text().primaryKey(),
      orderId: k.text().notNull(),
      groupId: k.text().notNull(),
      shopId: k.text().notNull(),
      carrier: k.oneOf(CARRIERS).notNull(),
      trackingNumber: k.text().notNull(),
      position: k.integer().notNull(),
      sentAt: k.timestamp().notNull(),
      deliveredAt: k.timestamp(),
    },
    (t) => [
      k.uniqueIndex('parcels_order').on(t.orderId, t.position),
      // The same parcel told twice, which two presses with two keys would do.
      k.uniqueIndex('parcels_once').on(t.orderId, t.carrier, t.trackingNumber),
      k.index('parcels_number').on(t.carrier, t.trackingNumber),
    ],
  )

  /** What is in a parcel. */
  const parcelLines = k.table(
    'parcel_lines',
    {
      parcelId: k.text().notNull(),
      lineId: k.text().notNull(),
      quantity: k.integer().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'parcel_lines_pk', columns: [t.parcelId, t.lineId] }),
      k.check('parcel_lines_quantity', sql`${t.quantity} > 0`),
    ],
  )

  return { parcels, parcelLines }
}
