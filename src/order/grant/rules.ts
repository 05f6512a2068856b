import { portion, sumSatang } from '#src/common/money.ts'
import { Problem } from '#src/common/problem.ts'
import { isPartlySent, leftToSend } from '../parcel/rules.ts'
import type { OrderStatus } from '../rules.ts'

/** What of an order is to go back: pieces of its lines, its delivery, or both. */
export type Ask = {
  lines: readonly { lineId: string; quantity: number }[]
  shipping: boolean
}

type Sending = { id: string; quantity: number; sentQuantity: number; refundedQuantity: number }

/**
 * Whether a refund leaves nothing to send of an order that its shop has begun to send: then what was
 * sent is the whole of it. One of which nothing was sent is not on its way by that.
 */
export function endsSending(
  status: OrderStatus,
  lines: readonly Sending[],
  refunded: Ask['lines'],
): boolean {
  if (status !== 'processed' || !isPartlySent(lines)) return false
  return lines.every((line) => {
    const back = refunded.filter(({ lineId }) => lineId === line.id)
    const refundedQuantity = line.refundedQuantity + sumSatang(back.map((part) => part.quantity))
    return leftToSend({ ...line, refundedQuantity }) === 0
  })
}

/** A line as it was frozen, and how many of its pieces went back before. */
export type FrozenLine = {
  id: string
  quantity: number
  refundedQuantity: number
  lineTotalSatang: number
  discountSatang: number
  platformSatang: number
  vatSatang: number
  commissionSatang: number
  commissionVatSatang: number
}

/** Delivery as it was frozen: vouchers took `discountSatang` off it, of which the market pays a part. */
export type FrozenDelivery = {
  shippingSatang: number
  discountSatang: number
  platformSatang: number
  vatSatang: number
  refunded: boolean
}

/** What one line, or the delivery (`lineId` null), gives back. */
export type RefundPart = {
  lineId: string | null
  quantity: number
  /** To the buyer. */
  amountSatang: number
  /** To the market, which had paid it to the shop in the buyer's place. */
  platformSatang: number
  vatSatang: number
  commissionSatang: number
  commissionVatSatang: number
}

/**
 * The shares of what goes back, from what was frozen at sale. In whatever portions an order goes back,
 * its parts sum to the whole: the last piece takes what is left over (P9, PO6).
 * @throws Problem `not_found` for a line that is not the order's, `limit_reached` with what is left of
 * each (`items: [{ lineId, left }]`) for more than was bought or has not gone back yet
 */
export function refundParts(
  ask: Ask,
  lines: readonly FrozenLine[],
  delivery: FrozenDelivery,
): RefundPart[] {
  const wanted = Map.groupBy(ask.lines, ({ lineId }) => lineId)
  const short: { lineId: string | null; left: number }[] = []
  const parts = [...wanted].flatMap(([lineId, same]) => {
    const line = lines.find(({ id }) => id === lineId)
    if (line === undefined) throw new Problem('not_found', { detail: 'No such line' })
    const count = sumSatang(same.map(({ quantity }) => quantity))
    const left = line.quantity - line.refundedQuantity
    if (count > left) short.push({ lineId, left })
    return count > left ? [] : [partOf(line, count)]
  })
  if (ask.shipping && delivery.refunded) short.push({ lineId: null, left: 0 })
  if (short.length > 0) throw new Problem('limit_reached', { extra: { items: short } })
  return ask.shipping ? [...parts, deliveryPart(delivery)] : parts
}

function partOf(line: FrozenLine, count: number): RefundPart {
  const share = (amount: number) =>
    portion(amount, { before: line.refundedQuantity, count, whole: line.quantity })
  return {
    lineId: line.id,
    quantity: count,
    amountSatang: share(line.lineTotalSatang - line.discountSatang),
    platformSatang: share(line.platformSatang),
    vatSatang: share(line.vatSatang),
    commissionSatang: share(line.commissionSatang),
    commissionVatSatang: share(line.commissionVatSatang),
  }
}

const deliveryPart = (delivery: FrozenDelivery): RefundPart => ({
  lineId: null,
  quantity: 1,
  amountSatang: delivery.shippingSatang - delivery.discountSatang,
  platformSatang: delivery.platformSatang,
  vatSatang: delivery.vatSatang,
  commissionSatang: 0,
  commissionVatSatang: 0,
})

/** What several parts come to. */
export function totalOf(parts: readonly Omit<RefundPart, 'lineId' | 'quantity'>[]) {
  const of = (pick: (part: (typeof parts)[number]) => number) => sumSatang(parts.map(pick))
  return {
    amountSatang: of((part) => part.amountSatang),
    platformSatang: of((part) => part.platformSatang),
    vatSatang: of((part) => part.vatSatang),
    commissionSatang: of((part) => part.commissionSatang),
    commissionVatSatang: of((part) => part.commissionVatSatang),
  }
}
