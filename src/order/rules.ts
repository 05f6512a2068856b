import { allocate } from '#src/common/money.ts'
import { Problem } from '#src/common/problem.ts'

export { canonicalJson, keyedRequest } from '#src/common/keyed-request.ts'

export type PaymentStatus = 'pending_payment' | 'cod' | 'paid' | 'expired' | 'cancelled'
export type OrderStatus =
  | 'pending_payment'
  | 'paid'
  | 'processed'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'cancel_requested'
  | 'cancelled'
export type Actor = 'buyer' | 'seller' | 'system' | 'provider' | 'operator'

/** Who moves an order: in what part, as which account where the part is several people's, and why. */
export type Mover = { actor: Actor; userId?: string; reason?: Reason }

/** Words for why, so that both sides read them in their own language. */
export const REQUEST_REASONS = [
  'changed_mind',
  'wrong_items',
  'wrong_address',
  'found_cheaper',
  'too_slow',
  'other',
] as const
export const SELLER_REASONS = ['out_of_stock', 'cannot_deliver', 'buyer_asked', 'other'] as const
export const REFUSAL_REASONS = ['already_packed', 'already_sent', 'made_to_order', 'other'] as const
const OWN_REASONS = ['not_sent_in_time', 'not_answered'] as const
export const REASONS = [
  ...new Set([...REQUEST_REASONS, ...SELLER_REASONS, ...REFUSAL_REASONS, ...OWN_REASONS]),
] as const
export type Reason = (typeof REASONS)[number]

const ANYBODY: readonly Actor[] = ['buyer', 'seller', 'system', 'provider', 'operator']

/** Who may give a part of a paid order's money back. */
const GIVING_BACK: readonly Actor[] = ['operator', 'seller', 'system']

// A carrier speaks through the system. Never the shop, which is paid by what follows.
const CARRIER: readonly Actor[] = ['system', 'operator']

/** One legal move: which event leads from where to where, and whose it may be. */
export type Move<Status> = { from: Status; event: string; actors: readonly Actor[]; to: Status }

/** Every legal move of what a shopper pays once. Anything else is refused. */
export const GROUP_MOVES: readonly Move<PaymentStatus>[] = [
  { from: 'pending_payment', event: 'paid', actors: ['provider', 'system'], to: 'paid' },
  { from: 'pending_payment', event: 'expired', actors: ['system'], to: 'expired' },
  { from: 'pending_payment', event: 'cancelled', actors: ['buyer', 'operator'], to: 'cancelled' },
  { from: 'pending_payment', event: 'pay_again', actors: ['buyer'], to: 'pending_payment' },
  { from: 'pending_payment', event: 'cod_accepted', actors: ['system'], to: 'cod' },
  { from: 'cod', event: 'cod_remitted', actors: ['operator', 'system'], to: 'paid' },
  // What becomes of one order is for that order's table; the group only grows a version.
  { from: 'cod', event: 'order_moved', actors: ANYBODY, to: 'cod' },
  { from: 'paid', event: 'order_moved', actors: ANYBODY, to: 'paid' },
  { from: 'paid', event: 'charged_back', actors: ['provider'], to: 'paid' },
  // Its last order is cancelled: no cash will be asked for.
  { from: 'cod', event: 'emptied', actors: ANYBODY, to: 'cancelled' },
]

/** Every legal move of one shop's order. */
export const ORDER_MOVES: readonly Move<OrderStatus>[] = [
  { from: 'pending_payment', event: 'paid', actors: ['provider', 'system'], to: 'paid' },
  { from: 'pending_payment', event: 'cod_accepted', actors: ['system'], to: 'paid' },
  { from: 'pending_payment', event: 'expired', actors: ['system'], to: 'cancelled' },
  { from: 'pending_payment', event: 'cancelled', actors: ['buyer', 'operator'], to: 'cancelled' },
  { from: 'paid', event: 'accepted', actors: ['seller'], to: 'processed' },
  {
    from: 'paid',
    event: 'cancelled',
    actors: ['buyer', 'seller', 'operator', 'system'],
    to: 'cancelled',
  },
  // Some of it went out, or arrived, before the rest: nothing of it can be cancelled any more.
  { from: 'processed', event: 'parcel_sent', actors: ['seller'], to: 'processed' },
  { from: 'processed', event: 'parcel_delivered', actors: CARRIER, to: 'processed' },
  { from: 'processed', event: 'shipped', actors: ['seller'], to: 'shipped' },
  {
    from: 'processed',
    event: 'cancelled',
    actors: ['seller', 'operator', 'system'],
    to: 'cancelled',
  },
  { from: 'processed', event: 'cancel_requested', actors: ['buyer'], to: 'cancel_requested' },
  { from: 'cancel_requested', event: 'cancelled', actors: ['seller', 'system'], to: 'cancelled' },
  { from: 'cancel_requested', event: 'cancel_refused', actors: ['seller'], to: 'processed' },
  { from: 'shipped', event: 'parcel_delivered', actors: CARRIER, to: 'shipped' },
  { from: 'shipped', event: 'delivered', actors: CARRIER, to: 'delivered' },
  { from: 'shipped', event: 'received', actors: ['buyer'], to: 'completed' },
  { from: 'delivered', event: 'received', actors: ['buyer'], to: 'completed' },
  { from: 'delivered', event: 'more_time', actors: ['buyer'], to: 'delivered' },
  { from: 'delivered', event: 'completed', actors: ['system'], to: 'completed' },
  // What was left to send goes back: what was sent is all that comes, or that there is.
  { from: 'processed', event: 'rest_refunded', actors: GIVING_BACK, to: 'shipped' },
  { from: 'processed', event: 'rest_refunded_arrived', actors: GIVING_BACK, to: 'delivered' },
  // The rest will not come and cannot go back: its cash is not there yet, or a bank has the money.
  { from: 'processed', event: 'rest_dropped', actors: ['operator'], to: 'shipped' },
  { from: 'processed', event: 'rest_dropped_arrived', actors: ['operator'], to: 'delivered' },
  // Money of a part goes back: the order goes on as it is.
  ...(['paid', 'processed', 'shipped', 'delivered', 'cancel_requested', 'completed'] as const).map(
    (at) => ({ from: at, event: 'refunded', actors: GIVING_BACK, to: at }),
  ),
]

/** Where an event leads. @throws Problem `transition_refused` for anything not in the table */
export function transition<Status extends string>(
  moves: readonly Move<Status>[],
  from: Status,
  event: string,
  actor: Actor,
): Status {
  const move = moves.find((candidate) => candidate.from === from && candidate.event === event)
  if (move === undefined || !move.actors.includes(actor)) {
    throw new Problem('transition_refused', { detail: `${event} is not possible when ${from}` })
  }
  return move.to
}

type Told = { event: string; reason: Reason | null; at: Date }

/**
 * What became of a buyer's latest request to cancel, from what happened to the order, oldest first;
 * nothing when there was none. While it waits it is granted at `dueAt` if its shop says nothing.
 */
export function cancelRequestOf(history: readonly Told[], dueAt: Date | null) {
  const asked = history.findLastIndex(({ event }) => event === 'cancel_requested')
  const request = history[asked]
  if (request === undefined) return undefined
  const answer = history
    .slice(asked + 1)
    .find(({ event }) => event === 'cancel_refused' || event === 'cancelled')
  const state = answer === undefined ? 'waiting' : ANSWERS[answer.event === 'cancelled' ? 1 : 0]
  return { state, request, answer, answerBy: answer === undefined ? dueAt : null } as const
}

const ANSWERS = ['refused', 'granted'] as const

export const TABS = [
  'to-pay',
  'to-ship',
  'to-receive',
  'completed',
  'cancelled',
  'returns',
] as const
export type Tab = (typeof TABS)[number]

/** The statuses under each of the buyer's tabs; returns have a life of their own. */
export const TAB_STATUSES: Record<Tab, readonly OrderStatus[]> = {
  'to-pay': ['pending_payment'],
  'to-ship': ['paid', 'processed', 'cancel_requested'],
  'to-receive': ['shipped', 'delivered'],
  completed: ['completed'],
  cancelled: ['cancelled'],
  returns: [],
}

/** Whether the buyer has the goods: delivered, and whatever comes after it. */
export const hasArrived = (status: OrderStatus): boolean =>
  status === 'delivered' || status === 'completed'

/** Each order's share of an amount of the group's money, by its total; parts sum to the amount. */
export function shareByOrder(amountSatang: number, orderTotals: readonly number[]): number[] {
  return allocate(amountSatang, orderTotals)
}

/** A number people can read out: ten letters and digits of the id's random part. */
export function orderNumber(id: string): string {
  const tail = id.slice(-10).toUpperCase()
  return `TL-${tail.slice(0, 5)}-${tail.slice(5)}`
}
