/** The accounts money stands on. Debits are positive, credits negative; a journal sums to zero. */
export type Account =
  | 'psp_clearing'
  | 'buyer_escrow'
  | `shop_available:${string}`
  | 'commission'
  | 'vat_payable'
  | 'shipping_payable'
  | 'voucher_expense'
  | 'cod_receivable'
  | 'payout_clearing'
  | 'psp_fee'
  | 'rounding'

export type Entry = { account: Account; amountSatang: number }
export type Journal = {
  /** What happened once: a journal of the same event is refused by its key. */
  event: string
  groupId: string | null
  orderId: string | null
  entries: readonly Entry[]
}

const moved = (from: Account, to: Account, amountSatang: number): Entry[] => [
  { account: to, amountSatang },
  { account: from, amountSatang: -amountSatang },
]

/** An order is paid: its share of what the provider holds for us is owed to the buyer until delivery. */
export function paidJournal(groupId: string, orderId: string, amountSatang: number): Journal {
  return {
    event: `paid:${orderId}`,
    groupId,
    orderId,
    entries: moved('buyer_escrow', 'psp_clearing', amountSatang),
  }
}

/** Money that made no order paid is put aside: the provider holds it, we owe it back. */
export function putAsideJournal(
  groupId: string | null,
  chargeRef: string,
  amountSatang: number,
): Journal {
  return {
    event: `put_aside:${chargeRef}`,
    groupId,
    orderId: null,
    entries: moved('buyer_escrow', 'psp_clearing', amountSatang),
  }
}

/** Money went back to whoever paid it. */
export function refundedJournal(
  groupId: string | null,
  refundId: string,
  amountSatang: number,
): Journal {
  return {
    event: `refunded:${refundId}`,
    groupId,
    orderId: null,
    entries: moved('psp_clearing', 'buyer_escrow', amountSatang),
  }
}

/** Money that a refund gave back returned: the payer's bank would not have it, and we owe it still. */
export function returnedJournal(
  groupId: string | null,
  refundId: string,
  amountSatang: number,
): Journal {
  return {
    event: `refund_returned:${refundId}`,
    groupId,
    orderId: null,
    entries: moved('buyer_escrow', 'psp_clearing', amountSatang),
  }
}

/** The books are in baht: other money that came by mistake is a fact and a refund, not an entry. */
export const inBaht = <Posted>(currency: string, post: () => Posted[]): Posted[] =>
  currency === 'THB' ? post() : []

/** The sum of a journal's entries; anything but 0 is refused by the database as well (L1). */
export function balanceOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.amountSatang, 0)
}
