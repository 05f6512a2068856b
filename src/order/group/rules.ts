import { Problem } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Happened } from '../announcement/rules.ts'
import { deadlinesOf } from '../deadline/rules.ts'
import {
  type Actor,
  GROUP_MOVES,
  type Mover,
  ORDER_MOVES,
  type OrderStatus,
  type PaymentStatus,
  transition,
} from '../rules.ts'

/**
 * What a move of one of its orders is to a group: it goes on, or is `emptied` when it is to be paid in
 * cash and its last order is cancelled. What was paid already stays paid; refunds are no state.
 */
export function groupEvent(
  paymentStatus: PaymentStatus,
  to: OrderStatus,
  others: readonly OrderStatus[],
): 'order_moved' | 'emptied' {
  const gone = [to, ...others].every((status) => status === 'cancelled')
  return paymentStatus === 'cod' && gone ? 'emptied' : 'order_moved'
}

/**
 * An order does not complete by itself while a bank may still take its money back; its buyer may say
 * that it has come. @throws Problem `transition_refused`
 */
export function refuseDisputed({ disputed = false }: { disputed?: boolean }, event: string): void {
  if (!disputed || event !== 'completed') return
  throw new Problem('transition_refused', { detail: 'a chargeback of its money is open' })
}

type Timed = Parameters<typeof deadlinesOf>[0]['order']

type Movable = {
  group: { paymentStatus: PaymentStatus; version: number; paidAt: Date | null }
  orders: readonly (Parameters<typeof bornInto>[0] & { version: number })[]
}

/** A group as the event of a move leaves it, with its orders. @throws Problem `transition_refused` */
export function movedTo<Case extends Movable>(
  found: Case,
  event: string,
  actor: Actor,
  at: Date,
): Case {
  const to = transition(GROUP_MOVES, found.group.paymentStatus, event, actor)
  const { version, paidAt } = found.group
  return {
    ...found,
    group: {
      ...found.group,
      paymentStatus: to,
      version: version + 1,
      paidAt: to === 'paid' ? at : paidAt,
    },
    orders: found.orders.map((order) =>
      order.status === 'pending_payment'
        ? { ...order, ...bornInto(order, event, actor, at), version: order.version + 1 }
        : order,
    ),
  }
}

/** What an unpaid order becomes, as it is read again: the deadline of its new state with it. */
export function bornInto(
  order: Timed & { status: OrderStatus },
  event: string,
  actor: Actor,
  at: Date,
) {
  const to = transition(ORDER_MOVES, order.status, event, actor)
  return { status: to, ...deadlinesOf({ order, event, to, at }) }
}

/** Whose orders are asked for: one shop's, by the proof of working there, or any, as operators do. */
export type Whose = ShopScope | 'of any shop'

export const isOf = (whose: Whose, order: { shopId: string }): boolean =>
  whose === 'of any shop' || whose.shopId === order.shopId

/** Who moves an order; with a refund, the pieces that go back. */
export type Advancer = Mover & { refunded?: readonly { lineId: string; quantity: number }[] }

type Pieces = { id: string; productId: string; quantity: number; refundedQuantity: number }

/**
 * What of an order's lines is not sold any more, as less than nothing: with a refund its pieces, with
 * a cancellation all that did not go back before.
 */
export function unsold(
  lines: readonly Pieces[],
  to: OrderStatus,
  refunded: Advancer['refunded'] = [],
) {
  return lines
    .map(({ id, productId, quantity, refundedQuantity }) => {
      const back = refunded.filter(({ lineId }) => lineId === id).map((part) => part.quantity)
      const gone =
        to === 'cancelled' ? quantity - refundedQuantity : back.reduce((sum, one) => sum + one, 0)
      return { productId, quantity: -gone }
    })
    .filter(({ quantity }) => quantity < 0)
}

/** The message that a group changed: what consumers of the queue get. */
export const GROUP_CHANGED = 'order-group.changed'

/** News of a group that did not move: it was placed, a try at paying failed, money went back. */
export const GROUP_NEWS = 'order-group.news'

/** The message of such news, for people alone; `version` tells it apart from others of its kind. */
export const news = (groupId: string, version: number, happened: Happened) => ({
  kind: GROUP_NEWS,
  aggregateId: groupId,
  version,
  payload: { groupId, happened },
})

/**
 * `version` is the group's after the move; `happened` is for people to be told of, and `sold` is what was sold by it, less than nothing when a
 * sale was taken back.
 */
export function changed(
  group: { id: string },
  version: number,
  to: PaymentStatus,
  sold: readonly { productId: string; quantity: number }[],
  happened: Happened,
) {
  return {
    kind: GROUP_CHANGED,
    aggregateId: group.id,
    version,
    payload: {
      groupId: group.id,
      paymentStatus: to,
      happened,
      sold: sold.map(({ productId, quantity }) => ({ productId, quantity })),
    },
  }
}

/** The same of a group that was accepted as it was placed, of which nobody can have heard before. */
export function born(
  group: { id: string; version: number; paymentStatus: PaymentStatus },
  lines: readonly { productId: string; quantity: number }[],
) {
  const happened = { event: group.paymentStatus === 'cod' ? 'cod_accepted' : 'paid' }
  const message = changed(group, group.version, group.paymentStatus, lines, happened)
  return { ...message, payload: { ...message.payload, unheard: true } }
}
