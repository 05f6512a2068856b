import type { Query, Statement } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type NewGroup = {
  group: Tables['orderGroups']['$inferInsert']
  orders: Tables['orders']['$inferInsert'][]
  lines: Tables['orderLines']['$inferInsert'][]
  discounts: Tables['discounts']['$inferInsert'][]
}

type History = Tables['orderHistory']['$inferInsert'][]

/**
 * Writes a whole new group: what is paid, the shops' orders, their lines, shares and history.
 * `accepted` is the group after a move that happens in the same write: it is stored as it is then,
 * with both steps in its history.
 */
export function insertGroup(
  q: Query,
  tables: Tables,
  placed: NewGroup,
  accepted?: Omit<NewGroup, 'discounts'> & { event: string },
): Statement[] {
  const { group, orders, lines } = accepted ?? placed
  const at = group.placedAt
  const history: History = statesOf(placed).map(({ id, to }) => ({
    aggregateId: id,
    version: 1,
    groupId: group.id,
    event: 'placed',
    fromStatus: null,
    toStatus: to,
    actor: 'buyer',
    at,
  }))
  if (accepted !== undefined) {
    const after = statesOf(accepted)
    history.push(
      ...history.map((first, n) => ({
        ...first,
        version: 2,
        event: accepted.event,
        fromStatus: first.toStatus,
        toStatus: after[n]?.to ?? first.toStatus,
        actor: 'system',
      })),
    )
  }
  const splits = orders.map(({ id, totalSatang }) => ({
    groupId: group.id,
    orderId: id,
    amountSatang: totalSatang,
    capturedSatang: 0,
    refundedSatang: 0,
    chargedBackSatang: 0,
    disputed: false,
  }))
  return [
    ...chunked(history, 8).map((rows) => q.insert(tables.orderHistory).values(rows)),
    q.insert(tables.orderGroups).values(group),
    ...chunked(orders, 27).map((rows) => q.insert(tables.orders).values(rows)),
    ...chunked(lines, 27).map((rows) => q.insert(tables.orderLines).values(rows)),
    ...chunked(placed.discounts, 9).map((rows) => q.insert(tables.discounts).values(rows)),
    q.insert(tables.payments).values({
      groupId: group.id,
      amountSatang: group.totalSatang,
      capturedSatang: 0,
      refundedSatang: 0,
      currency: 'THB',
      createdAt: at,
    }),
    ...chunked(splits, 7).map((rows) => q.insert(tables.paymentSplits).values(rows)),
  ]
}

const statesOf = ({ group, orders }: Pick<NewGroup, 'group' | 'orders'>) => [
  { id: group.id, to: group.paymentStatus },
  ...orders.map(({ id, status }) => ({ id, to: status })),
]
