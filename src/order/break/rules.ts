import { sumSatang } from '#src/common/money.ts'
import type { Charge } from '../payment/provider.ts'
import { accountsOf, type OrderMoney } from '../statement/rules.ts'

/** Two things that should be equal and are not. Amounts in satang; of pieces, their number. */
export type Difference = {
  kind: string
  /** An order, a line, a refund, a group, a charge or an account. */
  subject: string
  groupId: string | null
  expectedSatang: number
  actualSatang: number
}

type Refund = {
  id: string
  orderId: string | null
  chargeRef: string
  amountSatang: number
  currency: string
  reason: string
  status: string
  providerRef: string | null
}

/** All that is stored of a group's money, and what the books say of it by order (null: of none). */
export type GroupBooks = {
  group: { id: string; paymentStatus: string; totalSatang: number }
  payment: { amountSatang: number; capturedSatang: number; refundedSatang: number } | undefined
  orders: readonly (OrderMoney['order'] & { subtotalSatang: number })[]
  lines: readonly (OrderMoney['lines'][number] & {
    id: string
    orderId: string
    lineTotalSatang: number
    refundedQuantity: number
  })[]
  splits: readonly (OrderMoney['split'] & {
    orderId: string
    amountSatang: number
    capturedSatang: number
  })[]
  refunds: readonly Refund[]
  parts: readonly (OrderMoney['parts'][number] & {
    orderId: string
    lineId: string | null
    quantity: number
  })[]
  chargebacks: readonly {
    currency: string
    withdrawnSatang: number
    unborneSatang: number
    feeSatang: number
  }[]
  attempts: readonly {
    status: string
    provider: string
    providerRef: string | null
    amountSatang: number
    currency: string
  }[]
  entries: readonly { orderId: string | null; account: string; amountSatang: number }[]
}

const amountOf = (rows: readonly { amountSatang: number }[]) =>
  sumSatang(rows.map(({ amountSatang }) => amountSatang))

/** Everything in which a group's orders, payments, refunds and books do not agree (PO11, L2, L7). */
export function differencesOf(books: GroupBooks): Difference[] {
  const { group, payment, orders, splits, refunds } = books
  const paid = group.paymentStatus === 'paid'
  const ofOrders = refunds.filter(({ orderId }) => orderId !== null)
  const pairs: Pair[] = [
    ['group_total', group.id, group.totalSatang, sumOf(orders, (order) => order.totalSatang)],
    ['payment', group.id, group.totalSatang, payment?.amountSatang ?? 0],
    ['captured', group.id, paid ? group.totalSatang : 0, payment?.capturedSatang ?? 0],
    ['split_sum', group.id, group.totalSatang, sumOf(splits, (split) => split.amountSatang)],
    ['refunded', group.id, amountOf(ofOrders), payment?.refundedSatang ?? 0],
    ...refunds
      .filter(({ status }) => status === 'failed')
      .map((refund): Pair => ['refund_failed', refund.id, 0, refund.amountSatang]),
    ...orders.flatMap((order) => orderPairs(books, order, paid)),
    ...accountPairs(group.id, ownAccounts(books), books.entries, null),
  ]
  return pairs
    .filter(([, , expected, actual]) => expected !== actual)
    .map(([kind, subject, expectedSatang, actualSatang]) => ({
      ...{ kind, subject, groupId: group.id, expectedSatang, actualSatang },
    }))
}

type Pair = readonly [kind: string, subject: string, expected: number, actual: number]

const sumOf = <Row>(rows: readonly Row[], pick: (row: Row) => number) => sumSatang(rows.map(pick))

function orderPairs(books: GroupBooks, order: GroupBooks['orders'][number], paid: boolean): Pair[] {
  const mine = <Row extends { orderId: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ orderId }) => orderId === order.id)
  const [lines, parts, refunds] = [mine(books.lines), mine(books.parts), mine(books.refunds)]
  const [split] = mine(books.splits)
  const { refundedSatang = 0, chargedBackSatang = 0, capturedSatang = 0 } = split ?? {}
  const granted = refunds.filter(({ reason }) => reason === 'granted')
  const money = { order, paid, lines, split: { refundedSatang, chargedBackSatang }, refunds, parts }
  const gone = paid && order.status === 'cancelled'
  return [
    ['goods', order.id, order.subtotalSatang, sumOf(lines, (line) => line.lineTotalSatang)],
    ['split', order.id, order.totalSatang, split?.amountSatang ?? 0],
    ['captured', order.id, paid ? order.totalSatang : 0, capturedSatang],
    ['refunded', order.id, amountOf(refunds), refundedSatang],
    ['pieces', order.id, amountOf(granted), amountOf(parts)],
    [
      'cancelled',
      order.id,
      gone ? order.totalSatang : 0,
      gone ? refundedSatang + chargedBackSatang : 0,
    ],
    ...lines.map((line): Pair => {
      const own = parts.filter(({ lineId }) => lineId === line.id)
      return ['pieces', line.id, sumOf(own, ({ quantity }) => quantity), line.refundedQuantity]
    }),
    ...accountPairs(order.id, accountsOf(money), books.entries, order.id),
  ]
}

// Money that paid no order, and what of a chargeback no order bears.
function ownAccounts({ refunds, chargebacks }: GroupBooks): Record<string, number> {
  const aside = amountOf(
    refunds.filter(
      ({ orderId, currency, status }) =>
        orderId === null && currency === 'THB' && status !== 'succeeded',
    ),
  )
  const lost = sumOf(
    chargebacks.filter(({ currency }) => currency === 'THB'),
    (one) => one.unborneSatang + one.feeSatang,
  )
  return { psp_clearing: aside - lost, buyer_escrow: 0 - aside, psp_fee: lost }
}

function accountPairs(
  subject: string,
  expected: Record<string, number>,
  entries: GroupBooks['entries'],
  of: string | null,
): Pair[] {
  const own = entries.filter(({ orderId }) => orderId === of)
  const accounts = new Set([...Object.keys(expected), ...own.map(({ account }) => account)])
  return [...accounts].map((account): Pair => {
    const actual = amountOf(own.filter((entry) => entry.account === account))
    return [`account:${account}`, subject, expected[account] ?? 0, actual]
  })
}

/** In what a charge as its provider sees it differs from our attempt and refunds. */
export function providerDifferences(
  { group, refunds }: Pick<GroupBooks, 'group' | 'refunds'>,
  attempt: GroupBooks['attempts'][number] & { providerRef: string },
  charge: Charge | undefined,
): Difference[] {
  const ours = refunds.filter(({ chargeRef }) => chargeRef === attempt.providerRef)
  const aside = ours.filter(({ orderId }) => orderId === null)
  const received =
    charge?.status === 'succeeded' && charge.currency === attempt.currency
      ? charge.receivedSatang
      : 0
  // Money that was put aside is known to us, of whatever amount.
  const expected = attempt.status === 'succeeded' ? attempt.amountSatang : 0
  const known = aside.length > 0 && attempt.status !== 'succeeded'
  const sent = ours.filter(({ status, providerRef }) => providerRef !== null && status !== 'failed')
  // Asked for, and its answer lost: it may have been given back or not.
  const maybe = ours.filter(
    ({ status, providerRef }) => providerRef === null && status === 'pending',
  )
  const back = charge?.refundedSatang ?? null
  const [least, most] = [amountOf(sent), amountOf(sent) + amountOf(maybe)]
  const pairs: Pair[] = [
    ...(known ? [] : [['provider_charge', attempt.providerRef, expected, received] as const]),
    ...(back === null || (back >= least && back <= most)
      ? []
      : [['provider_refunds', attempt.providerRef, least, back] as const]),
  ]
  return pairs
    .filter(([, , wanted, actual]) => wanted !== actual)
    .map(([kind, subject, expectedSatang, actualSatang]) => ({
      ...{ kind, subject, groupId: group.id, expectedSatang, actualSatang },
    }))
}

export type KnownBreak = Difference & {
  id: string
  status: 'open' | 'closed'
  closedBy: string | null
}

/**
 * What becomes of breaks: a difference opens one, or opens its old one again; one that no longer holds
 * closes by itself. What an operator closed stays closed for as long as it is the same.
 */
export function movesOf(differences: readonly Difference[], known: readonly KnownBreak[]) {
  const same = (a: Difference, b: Difference) => a.kind === b.kind && a.subject === b.subject
  const equal = (a: Difference, b: Difference) =>
    a.expectedSatang === b.expectedSatang && a.actualSatang === b.actualSatang
  const fresh = differences.filter((one) => !known.some((old) => same(old, one)))
  const changed = known.flatMap((old) => {
    const now = differences.find((one) => same(old, one))
    if (now === undefined) return []
    const accepted = old.status === 'closed' && old.closedBy !== null
    const stays = equal(old, now) && (old.status === 'open' || accepted)
    return stays ? [] : [{ old, now }]
  })
  const over = known.filter(
    (old) => old.status === 'open' && !differences.some((one) => same(old, one)),
  )
  return { fresh, changed, over }
}
