import { sumSatang } from '#src/common/money.ts'

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

/** What of an order is already taken out of its frozen amounts. */
export type TakenBack = {
  /** Given back to the buyer, sent already or on its way. */
  refundedSatang: number
  /** Of the market's part of the discounts. */
  platformSatang: number
  commissionSatang: number
  commissionVatSatang: number
  /** What the payer's bank took back. */
  chargedBackSatang: number
}

/**
 * An order is completed: what is left of its share of what we owed the buyer is the shop's, and what the
 * market pays of its discounts, less the commission and the VAT on it, as they were frozen with each
 * line. Sending is the shop's own, and so its price.
 */
export function completedJournal(
  order: {
    id: string
    groupId: string
    shopId: string
    totalSatang: number
    platformSatang: number
  },
  lines: readonly { commissionSatang: number; commissionVatSatang: number }[],
  back: TakenBack,
): Journal {
  const of = (pick: (line: (typeof lines)[number]) => number) => sumSatang(lines.map(pick))
  const commission = of((line) => line.commissionSatang) - back.commissionSatang
  const vat = of((line) => line.commissionVatSatang) - back.commissionVatSatang
  const held = order.totalSatang - back.refundedSatang - back.chargedBackSatang
  const platform = order.platformSatang - back.platformSatang
  const shop: Account = `shop_available:${order.shopId}`
  return {
    event: `completed:${order.id}`,
    groupId: order.groupId,
    orderId: order.id,
    entries: [
      { account: 'buyer_escrow', amountSatang: held },
      { account: 'voucher_expense', amountSatang: platform },
      { account: shop, amountSatang: -(held + platform - commission - vat) },
      { account: 'commission', amountSatang: -commission },
      { account: 'vat_payable', amountSatang: -vat },
    ],
  }
}

/**
 * A part of a completed order goes back: its shop, the market and the tax office give up their shares
 * of it, and it is owed to the buyer in escrow until it is sent. The shop's balance may become less
 * than nothing; its next sales make up for it.
 */
export function grantedJournal(
  refundId: string,
  order: { id: string; groupId: string; shopId: string },
  part: {
    amountSatang: number
    platformSatang: number
    commissionSatang: number
    commissionVatSatang: number
  },
): Journal {
  const { amountSatang, platformSatang, commissionSatang, commissionVatSatang } = part
  const given = amountSatang + platformSatang - commissionSatang - commissionVatSatang
  return {
    event: `refund_granted:${refundId}`,
    groupId: order.groupId,
    orderId: order.id,
    entries: [
      { account: `shop_available:${order.shopId}`, amountSatang: given },
      { account: 'commission', amountSatang: commissionSatang },
      { account: 'vat_payable', amountSatang: commissionVatSatang },
      { account: 'voucher_expense', amountSatang: -platformSatang },
      { account: 'buyer_escrow', amountSatang: -amountSatang },
    ],
  }
}

type Sent = { id: string; groupId: string | null; orderId: string | null; amountSatang: number }

/**
 * Money went back to whoever paid it: what was put aside, or an order's own share, which is owed to the
 * buyer in escrow until then.
 */
export function refundedJournal({ id, groupId, orderId, amountSatang }: Sent): Journal {
  return {
    event: `refunded:${id}`,
    groupId,
    orderId,
    entries: moved('psp_clearing', 'buyer_escrow', amountSatang),
  }
}

/** Money that a refund gave back returned: the payer's bank would not have it, and we owe it still. */
export function returnedJournal({ id, groupId, orderId, amountSatang }: Sent): Journal {
  return {
    event: `refund_returned:${id}`,
    groupId,
    orderId,
    entries: moved('buyer_escrow', 'psp_clearing', amountSatang),
  }
}

/**
 * A bank moved money of a charge: out of what was owed to its buyers, or to shops that had it already;
 * more than nothing was taken, less was given back. What no order bears and the provider's fee are the
 * market's own cost. One journal an order, each once for the movement.
 */
export function chargedBackJournals(
  movementRef: string,
  groupId: string,
  of: {
    orders: readonly {
      order: { id: string; shopId: string; status: string }
      amountSatang: number
    }[]
    ownSatang: number
  },
): Journal[] {
  const event = `charged_back:${movementRef}`
  return [
    ...of.orders.map(({ order, amountSatang }) => {
      const shop: Account = `shop_available:${order.shopId}`
      const bearer = order.status === 'completed' ? shop : 'buyer_escrow'
      return {
        event: `${event}:${order.id}`,
        groupId,
        orderId: order.id,
        entries: moved('psp_clearing', bearer, amountSatang),
      }
    }),
    {
      event,
      groupId,
      orderId: null,
      entries: moved('psp_clearing', 'psp_fee', of.ownSatang),
    },
  ]
}

/** The books are in baht: other money that came by mistake is a fact and a refund, not an entry. */
export const inBaht = <Posted>(currency: string, post: () => Posted[]): Posted[] =>
  currency === 'THB' ? post() : []

/** The sum of a journal's entries; anything but 0 is refused by the database as well (L1). */
export function balanceOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.amountSatang, 0)
}
