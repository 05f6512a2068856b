import { and, asc, eq, lte } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { chunked, first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'
import { deadlinesOf } from '../deadline/rules.ts'
import type { Mover, OrderStatus, PaymentStatus } from '../rules.ts'

/**
 * A group with all that a decision about it needs, in one round trip. The group is asked first: nothing
 * may be older than the version that the decision is checked by.
 */
export async function loadGroup(db: Database, id: string) {
  const { orderGroups, orders, orderLines, paymentSplits } = db.tables
  const [groups, orderRows, lines] = await db.together(
    db.select().from(orderGroups).where(eq(orderGroups.id, id)).limit(1),
    db
      .select({
        order: orders,
        refundedSatang: paymentSplits.refundedSatang,
        chargedBackSatang: paymentSplits.chargedBackSatang,
        disputed: paymentSplits.disputed,
      })
      .from(orders)
      .innerJoin(
        paymentSplits,
        and(eq(paymentSplits.groupId, orders.groupId), eq(paymentSplits.orderId, orders.id)),
      )
      .where(eq(orders.groupId, id))
      .orderBy(asc(orders.position)),
    db.select().from(orderLines).where(eq(orderLines.groupId, id)),
  )
  const group = first(groups)
  if (group === undefined) return undefined
  lines.sort((a, b) => (a.orderId === b.orderId ? a.position - b.position : 0))
  return {
    group,
    orders: orderRows.map(({ order, ...money }): OrderRow => ({ ...order, ...money })),
    lines,
  }
}

/** An order; what of its money goes back is known of one that was read, and nothing of a new one. */
type OrderRow = Tables['orders']['$inferSelect'] & {
  refundedSatang?: number
  chargedBackSatang?: number
  /** A dispute about its money is open. */
  disputed?: boolean
}
export type GroupCase = NonNullable<Awaited<ReturnType<typeof loadGroup>>>

/** The group an order belongs to. */
export async function groupIdOf(db: Database, orderId: string): Promise<string | undefined> {
  const { orders } = db.tables
  const rows = await db
    .select({ groupId: orders.groupId })
    .from(orders)
    .where(eq(orders.id, orderId))
    .limit(1)
  return first(rows)?.groupId
}

/** Unpaid groups whose window is over, the longest overdue first. */
export async function overdueGroups(db: Database, now: Date, limit: number): Promise<string[]> {
  const { orderGroups } = db.tables
  const rows = await db
    .select({ id: orderGroups.id })
    .from(orderGroups)
    .where(and(eq(orderGroups.paymentStatus, 'pending_payment'), lte(orderGroups.expiresAt, now)))
    .orderBy(asc(orderGroups.expiresAt))
    .limit(limit)
  return rows.map((row) => row.id)
}

type Moved = Mover & { event: string; at: Date }

/** The group goes to `to`; a stale write when its version is not the one that was decided on. */
export function moveGroup(
  q: Query,
  { orderGroups, orderHistory }: Tables,
  group: GroupCase['group'],
  to: PaymentStatus,
  { event, actor, at }: Moved,
): Statement[] {
  const version = group.version + 1
  return [
    q.insert(orderHistory).values({
      aggregateId: group.id,
      version,
      groupId: group.id,
      event,
      fromStatus: group.paymentStatus,
      toStatus: to,
      actor,
      at,
    }),
    one(
      q
        .update(orderGroups)
        .set({
          paymentStatus: to,
          version,
          ...(to === 'paid' && group.paymentStatus !== 'paid' ? { paidAt: at } : {}),
        })
        .where(and(eq(orderGroups.id, group.id), eq(orderGroups.version, group.version))),
    ),
  ]
}

/** Orders go to a new status, each from the version that was decided on. */
export function moveOrders(
  q: Query,
  { orders, orderHistory }: Tables,
  moves: { order: GroupCase['orders'][number]; to: OrderStatus }[],
  { event, actor, userId, reason, at }: Moved,
): Statement[] {
  const history = moves.map(({ order, to }) => ({
    aggregateId: order.id,
    version: order.version + 1,
    groupId: order.groupId,
    event,
    fromStatus: order.status,
    toStatus: to,
    actor,
    byUserId: userId ?? null,
    reason: reason ?? null,
    at,
  }))
  return [
    ...chunked(history, 10).map((rows) => q.insert(orderHistory).values(rows)),
    ...moves.map(({ order, to }) =>
      one(
        q
          .update(orders)
          .set({
            status: to,
            version: order.version + 1,
            ...tried(deadlinesOf({ order, event, to, at })),
          })
          .where(and(eq(orders.id, order.id), eq(orders.version, order.version))),
      ),
    ),
  ]
}

// What failed at one end says nothing of the next.
const tried = <Deadlines extends { dueAt?: Date | null }>(deadlines: Deadlines) =>
  deadlines.dueAt === undefined ? deadlines : { ...deadlines, dueTries: 0 }
