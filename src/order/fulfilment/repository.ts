import { desc, eq, inArray } from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import type { ShopRows } from '#src/database/of-shop.ts'
import { beyond, chunked, first } from '#src/database/portable.ts'
import type { OrderStatus } from '../rules.ts'

/** A shop's orders, newest first, `limit + 1` rows, with how each is to be paid. */
export async function listOwnOrders(
  shop: ShopRows,
  status: OrderStatus | undefined,
  limit: number,
  after: Cursor | null,
) {
  const { orders, orderGroups } = shop.tables
  return await shop
    .select(
      { order: orders, paymentStatus: orderGroups.paymentStatus },
      orders,
      status === undefined ? undefined : eq(orders.status, status),
      after === null ? undefined : beyond(orders.placedMs, orders.id, after),
    )
    .innerJoin(orderGroups, eq(orderGroups.id, orders.groupId))
    .orderBy(desc(orders.placedMs), desc(orders.id))
    .limit(limit + 1)
}

/** The lines of some of a shop's orders. */
export async function linesOfOwn(shop: ShopRows, orderIds: readonly string[]) {
  const { orders, orderLines } = shop.tables
  const pages = await Promise.all(
    chunked(orderIds, 1).map(
      async (ids) =>
        await shop
          .select({ line: orderLines }, orders, inArray(orders.id, ids))
          .innerJoin(orderLines, eq(orderLines.orderId, orders.id)),
    ),
  )
  return pages
    .flat()
    .map(({ line }) => line)
    .sort((a, b) => a.position - b.position)
}

/** The group of one of a shop's orders. */
export async function groupOfOwn(shop: ShopRows, orderId: string): Promise<string | undefined> {
  const { orders } = shop.tables
  const rows = await shop.select({ groupId: orders.groupId }, orders, eq(orders.id, orderId))
  return first(rows)?.groupId
}
