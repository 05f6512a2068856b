import { sha256 } from '#src/common/id.ts'
import { allocate } from '#src/common/money.ts'
import { Problem } from '#src/common/problem.ts'

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

const ANYBODY: readonly Actor[] = ['buyer', 'seller', 'system', 'provider', 'operator']

/** Who may give a part of a paid order's money back. */
const GIVING_BACK: readonly Actor[] = ['operator', 'seller', 'system']

type Move<Status> = { from: Status; event: string; actors: readonly Actor[]; to: Status }

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
  { from: 'processed', event: 'shipped', actors: ['seller'], to: 'shipped' },
  { from: 'processed', event: 'cancel_requested', actors: ['buyer'], to: 'cancel_requested' },
  { from: 'cancel_requested', event: 'cancelled', actors: ['seller', 'system'], to: 'cancelled' },
  { from: 'cancel_requested', event: 'cancel_refused', actors: ['seller'], to: 'processed' },
  { from: 'shipped', event: 'delivered', actors: ['system', 'operator'], to: 'delivered' },
  { from: 'shipped', event: 'received', actors: ['buyer'], to: 'completed' },
  { from: 'delivered', event: 'received', actors: ['buyer'], to: 'completed' },
  { from: 'delivered', event: 'completed', actors: ['system'], to: 'completed' },
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

/**
 * A request under its key. Keys belong to who sent them and where: another person's key never shows a
 * stored answer (I3). A guest is known by the token they hold.
 */
export async function keyedRequest(
  sender: { userId: string | null; token: string | null },
  route: string,
  key: string,
  body: unknown,
): Promise<{ scope: string; key: string; requestHash: string }> {
  const who = sender.userId ?? `guest:${sender.token ?? ''}`
  return {
    scope: await sha256(`${who} POST ${route}`),
    key,
    requestHash: await sha256(canonicalJson(body)),
  }
}

/** A body as one text whatever the order of its fields: what two requests are compared by. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
