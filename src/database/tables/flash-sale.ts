import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'

export const SALE_STATES = ['scheduled', 'open', 'closing', 'closed'] as const
export const TAKE_STATES = ['reserved', 'sold', 'released'] as const

/** Flash sales: their slots, what is sold in them, who took how much, and what was moved to objects. */
export function flashSaleTables(k: Kit) {
  /** A slot of the market. Prices go by its times alone; its state says what is left to tidy up. */
  const flashSales = k.table(
    'flash_sales',
    {
      id: k.text().primaryKey(),
      titleTh: k.text().notNull(),
      titleEn: k.text().notNull(),
      startsAt: k.timestamp().notNull(),
      /** The first moment that is no longer in it; of one that was stopped ahead its own first. */
      endsAt: k.timestamp().notNull(),
      state: k.oneOf(SALE_STATES).notNull(),
      version: k.integer().notNull(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.index('flash_sales_start').on(t.startsAt),
      k.index('flash_sales_end').on(t.endsAt),
      k.index('flash_sales_due').on(t.state, t.startsAt),
    ],
  )

  /** One row: what new slots meet at. Its CHECK refuses a slot that overlaps another. */
  const flashCalendar = k.table(
    'flash_calendar',
    {
      id: k.text().primaryKey(),
      /** How many slots the newest one overlaps. */
      overlaps: k.integer().notNull(),
    },
    (t) => [k.check('flash_calendar_free', sql`${t.overlaps} = 0`)],
  )

  /** One row a move of a slot; of two racing jobs one fails on the key. */
  const flashSaleHistory = k.table(
    'flash_sale_history',
    {
      saleId: k.text().notNull(),
      version: k.integer().notNull(),
      event: k.text().notNull(),
      fromState: k.text(),
      toState: k.text().notNull(),
      actor: k.text().notNull(),
      at: k.timestamp().notNull(),
    },
    (t) => [k.primaryKey({ name: 'flash_sale_history_pk', columns: [t.saleId, t.version] })],
  )

  /**
   * A variant in a slot, with its campaign stock: `quota = left + reserved + sold + returned`. What is
   * left is no column, so that it cannot disagree. Its times are those of its slot.
   */
  const flashSaleItems = k.table(
    'flash_sale_items',
    {
      id: k.text().primaryKey(),
      saleId: k.text().notNull(),
      variantId: k.text().notNull(),
      productId: k.text().notNull(),
      priceSatang: k.integer().notNull(),
      /** Of the variant when it was put in: what the discount was judged by. */
      listPriceSatang: k.integer().notNull(),
      quota: k.integer().notNull(),
      perBuyer: k.integer().notNull(),
      reserved: k.integer().notNull(),
      sold: k.integer().notNull(),
      /** Back in the ordinary stock. */
      returned: k.integer().notNull(),
      /** False once its slot is being closed: no take is written any more. */
      taking: k.boolean().notNull(),
      startsAt: k.timestamp().notNull(),
      endsAt: k.timestamp().notNull(),
      /** Grows with each giving back, which names the one it was decided on. */
      version: k.integer().notNull(),
      position: k.integer().notNull(),
    },
    (t) => [
      k.uniqueIndex('flash_sale_items_once').on(t.saleId, t.variantId),
      k.index('flash_sale_items_variant').on(t.variantId, t.endsAt),
      k.index('flash_sale_items_product').on(t.productId, t.endsAt),
      k.index('flash_sale_items_end').on(t.endsAt),
      k.check('flash_items_quota', sql`${t.reserved} + ${t.sold} + ${t.returned} <= ${t.quota}`),
      k.check(
        'flash_items_counts',
        sql`${t.reserved} >= 0 and ${t.sold} >= 0 and ${t.returned} >= 0`,
      ),
      k.check('flash_items_price', sql`${t.priceSatang} between 1 and ${t.listPriceSatang}`),
    ],
  )

  /** What a group took of an item: reserved with its hold, sold when it is paid, released when it ends. */
  const flashTakes = k.table(
    'flash_takes',
    {
      groupId: k.text().notNull(),
      itemId: k.text().notNull(),
      quantity: k.integer().notNull(),
      state: k.oneOf(TAKE_STATES).notNull(),
      /** Who is counted: one for an account, two for a guest. Hashes. */
      holder: k.text().notNull(),
      otherHolder: k.text(),
      /** Whether the item's object was told of it as it stands now. */
      told: k.boolean().notNull(),
      at: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'flash_takes_pk', columns: [t.groupId, t.itemId] }),
      k.index('flash_takes_told').on(t.told, t.itemId),
      k.check('flash_takes_quantity', sql`${t.quantity} > 0`),
    ],
  )

  /** How many a buyer has of an item; the row is what two racing orders of one buyer wait for each other at. */
  const flashBuyers = k.table(
    'flash_buyers',
    {
      itemId: k.text().notNull(),
      holder: k.text().notNull(),
      taken: k.integer().notNull(),
      most: k.integer().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'flash_buyers_pk', columns: [t.itemId, t.holder] }),
      k.check('flash_buyers_most', sql`${t.taken} <= ${t.most}`),
      k.check('flash_buyers_taken', sql`${t.taken} >= 0`),
    ],
  )

  /** Units on their way between an item and its object: written with the move, done once it was told. */
  const flashTransfers = k.table(
    'flash_transfers',
    {
      id: k.text().primaryKey(),
      itemId: k.text().notNull(),
      /** To the object, or back from it when it is less than nothing. */
      quantity: k.integer().notNull(),
      done: k.boolean().notNull(),
      at: k.timestamp().notNull(),
    },
    (t) => [
      k.index('flash_transfers_waiting').on(t.done, t.at),
      k.index('flash_transfers_item').on(t.itemId),
    ],
  )

  return {
    flashSales,
    flashCalendar,
    flashSaleHistory,
    flashSaleItems,
    flashTakes,
    flashBuyers,
    flashTransfers,
  }
}
