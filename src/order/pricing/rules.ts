import { sumSatang, vatWithin } from '#src/common/money.ts'
import {
  type Discounted,
  discountGoods,
  discountShipping,
  type Goods,
  payersOf,
  type Voucher,
  type VoucherCase,
  type VoucherKind,
  type VoucherRefusal,
} from '../voucher/rules.ts'

export type BasketLine = {
  shopId: string
  productId: string
  categoryIds: readonly string[]
  listPriceSatang: number
  /** What a flash sale asks for one now; null outside of one. */
  flashPriceSatang: number | null
  quantity: number
}

export type Basket = {
  lines: readonly BasketLine[]
  /** Shop id → what its delivery costs, in satang; absent while it is not chosen. */
  shipping: ReadonlyMap<string, number>
  /** At most one of each kind. */
  vouchers: readonly Voucher[]
  /** Basis points in force. */
  vatRateBp: number
  now: VoucherCase
}

/** A part of a discount: of one line, or of a delivery. `shopSatang + platformSatang = amountSatang`. */
export type DiscountShare = {
  kind: VoucherKind
  voucherId: string
  amountSatang: number
  shopSatang: number
  platformSatang: number
}

export type PricedLine = {
  listPriceSatang: number
  /** List or flash price: what one costs before vouchers. */
  unitPriceSatang: number
  quantity: number
  /** `unitPriceSatang × quantity`. */
  lineTotalSatang: number
  discounts: DiscountShare[]
  discountSatang: number
  /** Of the discounts, what the market pays to the shop in the buyer's place. */
  platformSatang: number
  /** What the buyer pays for the line. */
  paidSatang: number
  /** VAT within what the shop gets for the line, from the buyer and from the market. */
  vatSatang: number
}

export type PricedOrder = {
  shopId: string
  /** Positions in the basket's lines. */
  positions: number[]
  lines: PricedLine[]
  subtotalSatang: number
  shippingSatang: number
  shippingDiscounts: DiscountShare[]
  /** Of goods and delivery together. */
  discountSatang: number
  platformSatang: number
  totalSatang: number
  vatSatang: number
}

export type PricedBasket = {
  orders: PricedOrder[]
  totalSatang: number
  discountSatang: number
  /** What became of each voucher: what it takes off, or why it takes nothing. */
  vouchers: ({ id: string; kind: VoucherKind } & (
    | { amountSatang: number }
    | { refusal: VoucherRefusal }
  ))[]
}

type Running = { goods: Goods; discounts: DiscountShare[] }

/**
 * What a basket costs, in this order: list → flash sale → shop voucher → platform voucher → shipping
 * voucher → VAT. Pure: the cart shows it, the checkout freezes it. Σ lines + delivery = order, Σ orders
 * = total, to the satang.
 *
 * VAT is taken out last, of what the shop receives for the line from whomever: a discount that the
 * market pays for is money to the shop all the same (Revenue Code s.79: the base is the whole value
 * received; a trade discount given at sale is no part of it).
 * @throws RangeError for two vouchers of a kind
 */
export function priceBasket({ lines, shipping, vouchers, vatRateBp, now }: Basket): PricedBasket {
  const chosen = byKind(vouchers)
  const running = lines.map((line): Running => ({ goods: goodsOf(line), discounts: [] }))
  const outcome: PricedBasket['vouchers'] = []

  const takeOff = (voucher: Voucher | undefined) => {
    if (voucher === undefined) return
    const found = discountGoods(
      voucher,
      running.map(({ goods }) => goods),
      now,
    )
    outcome.push(told(voucher, found))
    if ('refusal' in found) return
    for (const [n, amountSatang] of found.amounts.entries()) {
      if (amountSatang > 0) take(running[n], voucher, amountSatang)
    }
  }
  takeOff(chosen.get('shop'))
  // What the minimum of a shipping voucher counts: the market's own does not spoil it.
  const sold = running.map(({ goods }) => goods)
  takeOff(chosen.get('platform'))

  const positions = [...Map.groupBy(lines.keys(), (n) => lines[n]?.shopId ?? '')]
  const parts = positions.map(([shopId, mine]) => ({
    shopId,
    positions: mine,
    goods: mine.flatMap((n) => sold[n] ?? []),
    shippingSatang: shipping.get(shopId) ?? 0,
  }))
  const free = chosen.get('shipping')
  const found = free === undefined ? undefined : discountShipping(free, parts, now)
  if (free !== undefined && found !== undefined) outcome.push(told(free, found))

  const orders = parts.map((part, n) => {
    const amount = found !== undefined && 'amounts' in found ? (found.amounts[n] ?? 0) : 0
    const shippingDiscounts = free === undefined || amount === 0 ? [] : [shareOf(free, amount)]
    return priceOrder(part, lines, running, shippingDiscounts, vatRateBp)
  })
  return {
    orders,
    totalSatang: sumSatang(orders.map(({ totalSatang }) => totalSatang)),
    discountSatang: sumSatang(orders.map(({ discountSatang }) => discountSatang)),
    vouchers: outcome,
  }
}

function priceOrder(
  part: { shopId: string; positions: number[]; shippingSatang: number },
  basket: readonly BasketLine[],
  running: readonly Running[],
  shippingDiscounts: DiscountShare[],
  vatRateBp: number,
): PricedOrder {
  const { shopId, positions, shippingSatang } = part
  const lines = positions.flatMap((n) => {
    const [line, run] = [basket[n], running[n]]
    return line === undefined || run === undefined ? [] : [priceLine(line, run, vatRateBp)]
  })
  const subtotalSatang = sumSatang(lines.map((line) => line.lineTotalSatang))
  const offShipping = sumSatang(shippingDiscounts.map((share) => share.amountSatang))
  const discountSatang = sumSatang(lines.map((line) => line.discountSatang)) + offShipping
  const shopOffShipping = sumSatang(shippingDiscounts.map((share) => share.shopSatang))
  return {
    shopId,
    positions,
    lines,
    subtotalSatang,
    shippingSatang,
    shippingDiscounts,
    discountSatang,
    platformSatang:
      sumSatang(lines.map((line) => line.platformSatang)) + offShipping - shopOffShipping,
    totalSatang: subtotalSatang + shippingSatang - discountSatang,
    vatSatang:
      sumSatang(lines.map((line) => line.vatSatang)) +
      vatWithin(shippingSatang - shopOffShipping, vatRateBp),
  }
}

function priceLine(line: BasketLine, { goods, discounts }: Running, vatRateBp: number): PricedLine {
  const lineTotalSatang = goods.unitPriceSatang * line.quantity
  const discountSatang = sumSatang(discounts.map((share) => share.amountSatang))
  const platformSatang = sumSatang(discounts.map((share) => share.platformSatang))
  const paidSatang = lineTotalSatang - discountSatang
  return {
    listPriceSatang: line.listPriceSatang,
    unitPriceSatang: goods.unitPriceSatang,
    quantity: line.quantity,
    lineTotalSatang,
    discounts,
    discountSatang,
    platformSatang,
    paidSatang,
    vatSatang: vatWithin(paidSatang + platformSatang, vatRateBp),
  }
}

function goodsOf({ listPriceSatang, flashPriceSatang, ...line }: BasketLine): Goods {
  // A flash price above the list would be none.
  const unitPriceSatang = Math.min(flashPriceSatang ?? listPriceSatang, listPriceSatang)
  return { ...line, unitPriceSatang, dueSatang: unitPriceSatang * line.quantity }
}

function take(line: Running | undefined, voucher: Voucher, amountSatang: number): void {
  if (line === undefined) return
  line.discounts.push(shareOf(voucher, amountSatang))
  line.goods = { ...line.goods, dueSatang: line.goods.dueSatang - amountSatang }
}

const shareOf = (voucher: Voucher, amountSatang: number): DiscountShare => ({
  kind: voucher.kind,
  voucherId: voucher.id,
  amountSatang,
  ...payersOf(amountSatang, voucher),
})

const told = ({ id, kind }: Voucher, found: Discounted): PricedBasket['vouchers'][number] =>
  'refusal' in found
    ? { id, kind, refusal: found.refusal }
    : { id, kind, amountSatang: sumSatang(found.amounts) }

function byKind(vouchers: readonly Voucher[]): Map<VoucherKind, Voucher> {
  const chosen = new Map(vouchers.map((voucher) => [voucher.kind, voucher]))
  if (chosen.size < vouchers.length) throw new RangeError('two vouchers of a kind')
  return chosen
}
