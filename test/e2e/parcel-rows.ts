import type { DatabaseSync } from 'node:sqlite'
import { newId } from '#src/common/id.ts'
import { deadlinesOf } from '#src/order/deadline/rules.ts'
import { groupEvent } from '#src/order/group/rules.ts'
import {
  type Actor,
  GROUP_MOVES,
  ORDER_MOVES,
  type OrderStatus,
  type PaymentStatus,
  transition,
} from '#src/order/rules.ts'
import { openRows } from './market-rows.ts'

/** What shops and carriers do with an order that is to be sent, a day apart; all of it in two parcels. */
const STEPS = [
  ['accepted', 'seller', 'processed'],
  ['shipped', 'seller', 'shipped'],
  ['delivered', 'system', 'delivered'],
] as const satisfies readonly (readonly [string, Actor, OrderStatus])[]

export type Stage = (typeof STEPS)[number][2]

const DAY_MS = 24 * 60 * 60 * 1000

type Group = { payment_status: PaymentStatus; version: number }
type Part = {
  status: OrderStatus
  version: number
  shop_id: string
  shipping_max_days: number
  ship_by: number
}
type Move = { event: string; actor: Actor; at: number }

/** A group, and how far each of its orders has come. */
export type Sent = { groupId: string; stages: Record<string, Stage> }

/**
 * Brings orders to where only shops and carriers can, as no route of the API does yet: the rows that
 * the moves of `src/order/group` write, by the tables of what may follow on what. The groups were
 * placed some days ago then, so that their timelines are of the past. None of these moves is one of
 * money. One short write, when nobody calls the market: its own server waits for no other writer.
 */
export function bringRows(state: string, groups: readonly Sent[]): void {
  const db = openRows(state)
  try {
    db.exec('begin immediate')
    const from = Date.now() - (STEPS.length + 1) * DAY_MS
    for (const { groupId, stages } of groups) {
      placeAt(db, groupId, from)
      STEPS.forEach(([event, actor], n) => {
        for (const [orderId, stage] of Object.entries(stages)) {
          if (n > STEPS.findIndex(([, , to]) => to === stage)) continue
          move(db, groupId, orderId, { event, actor, at: from + (n + 1) * DAY_MS })
        }
      })
    }
    db.exec('commit')
  } finally {
    db.close()
  }
}

function move(db: DatabaseSync, groupId: string, orderId: string, { event, actor, at }: Move) {
  const group = one<Group>(db, 'select payment_status, version from order_groups', groupId)
  const order = one<Part>(
    db,
    'select status, version, shop_id, shipping_max_days, ship_by from orders',
    orderId,
  )
  const to = transition(ORDER_MOVES, order.status, event, actor)
  // None of these empties a group.
  const ofGroup = groupEvent(group.payment_status, to, [])
  const groupTo = transition(GROUP_MOVES, group.payment_status, ofGroup, actor)
  const keep = db.prepare(
    `insert into order_history
     (aggregate_id, version, group_id, event, from_status, to_status, actor, at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const [next, nextOfGroup] = [order.version + 1, group.version + 1]
  keep.run(orderId, next, groupId, event, order.status, to, actor, at)
  keep.run(groupId, nextOfGroup, groupId, ofGroup, group.payment_status, groupTo, actor, at)
  db.prepare('update orders set status = ?, version = ? where id = ?').run(to, next, orderId)
  const { shipping_max_days: shippingMaxDays, ship_by: shipBy, shop_id: shopId } = order
  const timed = { shippingMaxDays, shipBy: new Date(shipBy), dueAt: null }
  const { dueAt } = deadlinesOf({ order: timed, event, to, at: new Date(at) })
  if (dueAt !== undefined) {
    db.prepare('update orders set due_at = ? where id = ?').run(dueAt?.getTime() ?? null, orderId)
  }
  if (to === 'shipped') pack(db, { orderId, groupId, shopId, at })
  if (to === 'delivered') {
    db.prepare('update parcels set delivered_at = ? where order_id = ?').run(at, orderId)
  }
  db.prepare('update order_groups set version = ? where id = ?').run(nextOfGroup, groupId)
}

const LABELS = [
  ['thailand_post', 'EY123456785TH'],
  ['jt', '791234567890'],
] as const

/** Each line goes into one of two parcels, the first whole; a line of several into both. */
function pack(
  db: DatabaseSync,
  {
    orderId,
    groupId,
    shopId,
    at,
  }: { orderId: string; groupId: string; shopId: string; at: number },
): void {
  const lines = db
    .prepare('select id, quantity from order_lines where order_id = ? order by position')
    .all(orderId) as { id: string; quantity: number }[]
  const several = lines.length > 1
  const packed = lines.flatMap(({ id, quantity }, n) =>
    several || quantity === 1
      ? [{ id, quantity, parcel: several && n > 0 ? 1 : 0 }]
      : [
          { id, quantity: 1, parcel: 0 },
          { id, quantity: quantity - 1, parcel: 1 },
        ],
  )
  for (const [n, [carrier, number]] of LABELS.entries()) {
    const own = packed.filter(({ parcel }) => parcel === n)
    if (own.length === 0) continue
    const parcelId = newId('ful')
    db.prepare(
      `insert into parcels
       (id, order_id, group_id, shop_id, carrier, tracking_number, position, sent_at)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(parcelId, orderId, groupId, shopId, carrier, number, n, at)
    for (const { id, quantity } of own) {
      db.prepare('insert into parcel_lines (parcel_id, line_id, quantity) values (?, ?, ?)').run(
        parcelId,
        id,
        quantity,
      )
    }
  }
  db.prepare('update order_lines set sent_quantity = quantity where order_id = ?').run(orderId)
}

/** Everything that happened to a group so far, as long ago as if it had been placed then. */
function placeAt(db: DatabaseSync, groupId: string, then: number): void {
  const { placed_ms } = one<{ placed_ms: number }>(
    db,
    'select placed_ms from order_groups',
    groupId,
  )
  const ago = placed_ms - then
  for (const sql of [
    'update order_groups set placed_at = placed_at - :ago, placed_ms = placed_ms - :ago, paid_at = paid_at - :ago where id = :id',
    'update orders set placed_at = placed_at - :ago, placed_ms = placed_ms - :ago, ship_by = ship_by - :ago, due_at = due_at - :ago where group_id = :id',
    'update order_history set at = at - :ago where group_id = :id',
  ]) {
    db.prepare(sql).run({ ago, id: groupId })
  }
}

function one<Row>(db: DatabaseSync, select: string, id: string): Row {
  const row = db.prepare(`${select} where id = ?`).get(id)
  if (row === undefined) throw new RangeError(`no row ${id}`)
  return row as Row
}
