import { sumSatang } from '#src/common/money.ts'

type Amounts = {
  amountSatang: number
  platformSatang: number
  commissionSatang: number
  commissionVatSatang: number
}

/** All that an order's money follows from, as its rows say it. */
export type OrderMoney = {
  order: { id: string; shopId: string; status: string; totalSatang: number; platformSatang: number }
  /** Its group's money has come. */
  paid: boolean
  lines: readonly { commissionSatang: number; commissionVatSatang: number }[]
  split: { refundedSatang: number; chargedBackSatang: number }
  refunds: readonly { amountSatang: number; status: string }[]
  /** What its refunds give back, piece by piece. */
  parts: readonly Amounts[]
}

/** What is left of an order when all that goes back is taken out. In satang. */
export function leftOf({ order, lines, split, parts }: OrderMoney) {
  const back = (pick: (part: Amounts) => number) => sumSatang(parts.map(pick))
  const frozen = (pick: (line: OrderMoney['lines'][number]) => number) => sumSatang(lines.map(pick))
  const gone = order.status === 'cancelled'
  return {
    /** Of what the buyer paid. */
    paidSatang: order.totalSatang - split.refundedSatang - split.chargedBackSatang,
    platformSatang: gone ? 0 : order.platformSatang - back((part) => part.platformSatang),
    commissionSatang: gone
      ? 0
      : frozen((line) => line.commissionSatang) - back((part) => part.commissionSatang),
    commissionVatSatang: gone
      ? 0
      : frozen((line) => line.commissionVatSatang) - back((part) => part.commissionVatSatang),
  }
}

/** What the shop earns by an order, once it is completed; less than nothing when it must give back. */
export function netOf(money: OrderMoney): number {
  const left = leftOf(money)
  return left.paidSatang + left.platformSatang - left.commissionSatang - left.commissionVatSatang
}

/**
 * What must stand on each account of the books for an order, by its rows alone: its whole money is with
 * the provider until it is sent back; it is the buyer's until it is completed; what goes back is the
 * buyer's until it is sent.
 */
export function accountsOf(money: OrderMoney): Record<string, number> {
  const { order, paid, split, refunds } = money
  if (!paid) return {}
  const unsent = sumSatang(
    refunds.filter(({ status }) => status !== 'succeeded').map((refund) => refund.amountSatang),
  )
  const left = leftOf(money)
  const completed = order.status === 'completed'
  const held = left.paidSatang + unsent
  return {
    psp_clearing: order.totalSatang - split.refundedSatang + unsent - split.chargedBackSatang,
    buyer_escrow: 0 - (completed ? unsent : held),
    ...(completed
      ? {
          voucher_expense: left.platformSatang,
          [`shop_available:${order.shopId}`]: 0 - netOf(money),
          commission: 0 - left.commissionSatang,
          vat_payable: 0 - left.commissionVatSatang,
        }
      : {}),
  }
}
