import { allocate, portion, shareOf, sumSatang } from '#src/common/money.ts'
import type { HeldVoucher, VoucherRow } from './repository.ts'

/** Three kinds, of which a checkout takes at most one each. */
export const VOUCHER_KINDS = ['shop', 'platform', 'shipping'] as const
export type VoucherKind = (typeof VOUCHER_KINDS)[number]

/** What a voucher gives. Rates are basis points, amounts satang. */
export type Benefit =
  | { type: 'fixed'; amountSatang: number }
  /** Rounded half up; never more than the cap. */
  | { type: 'percent'; rateBp: number; capSatang: number | null }
  /** Of the delivery, up to the cap; only a shipping voucher gives it. */
  | { type: 'free_shipping'; capSatang: number | null }
  /** Of each whole set of `buy + get` things what the `get` cheapest cost is off; only for goods. */
  | { type: 'buy_get'; buy: number; get: number }

/** Whom it is for, by what they bought before. */
export type Audience = 'all' | 'new_buyer' | 'repeat_buyer'

export type Voucher = {
  id: string
  kind: VoucherKind
  /** The shop whose goods it is for; null for a voucher of the market. */
  shopId: string | null
  benefit: Benefit
  /** What is to be paid at least for the goods that it is for, less what a shop's voucher takes off. */
  minimumSatang: number
  /** Only these products or categories; null for all. */
  productIds: readonly string[] | null
  categoryIds: readonly string[] | null
  audience: Audience
  /** Basis points of its cost that the shop pays; the market pays the rest. */
  shopPaysBp: number
  usableFrom: Date
  usableUntil: Date
}

/** A voucher with what people see of it. */
export type NamedVoucher = Voucher & { code: string; titleTh: string; titleEn: string }

/** Goods as a voucher sees them: one line of the basket. */
export type Goods = {
  shopId: string
  productId: string
  categoryIds: readonly string[]
  unitPriceSatang: number
  quantity: number
  /** What is left to pay for the line before this voucher. */
  dueSatang: number
}

/** Why a voucher does nothing for a basket; the first that applies, in this order. */
export type VoucherRefusal =
  | { reason: 'not_yet' | 'ended' | AudienceRefusal | 'no_goods' | 'nothing_left' }
  | { reason: 'minimum'; missingSatang: number }

/**
 * Who asks: a new buyer, one whose order uses vouchers for new buyers and is not bought yet, or one who
 * bought before. Who is in between is neither, so that nobody is new twice.
 */
export type Standing = 'new_buyer' | 'first_order' | 'repeat_buyer'

/** By whether they bought, and whether an order of theirs uses what is for new buyers. */
export const standingOf = (buyer: { bought: boolean; ordering: boolean }): Standing =>
  buyer.bought ? 'repeat_buyer' : buyer.ordering ? 'first_order' : 'new_buyer'

export type VoucherCase = { at: Date; audience: Standing }

export type Discounted = { amounts: number[] } | { refusal: VoucherRefusal }

/**
 * What a shop's or the market's voucher takes off each line, in the order of `goods`; a line that it
 * is not for loses 0, no line more than is due. Amounts are divided by largest remainder over what is
 * due: of all that it is for, and of free things over all things of the whole sets.
 */
export function discountGoods(
  voucher: Voucher,
  goods: readonly Goods[],
  now: VoucherCase,
): Discounted {
  const refusal = whyNot(voucher, now)
  if (refusal !== undefined) return { refusal }
  const meant = goods.map((line) => isFor(voucher, line))
  if (!meant.includes(true)) return { refusal: { reason: 'no_goods' } }
  const missing = missingOf(voucher, goods, meant)
  if (missing > 0) return { refusal: { reason: 'minimum', missingSatang: missing } }
  const due = goods.map(({ dueSatang }, n) => (meant[n] === true ? dueSatang : 0))
  const amounts =
    voucher.benefit.type === 'buy_get'
      ? freeThings(voucher.benefit, goods, meant)
      : allocateUpTo(amountOf(voucher.benefit, sumSatang(due)), due)
  return sumSatang(amounts) === 0 ? { refusal: { reason: 'nothing_left' } } : { amounts }
}

/**
 * What a shipping voucher takes off each shop's delivery, in the order of `orders`. It is for an order
 * when it is for some of its goods; its minimum counts what is due of those goods.
 */
export function discountShipping(
  voucher: Voucher,
  orders: readonly { goods: readonly Goods[]; shippingSatang: number }[],
  now: VoucherCase,
): Discounted {
  const refusal = whyNot(voucher, now)
  if (refusal !== undefined) return { refusal }
  const goods = orders.flatMap((order) => order.goods)
  const meant = goods.map((line) => isFor(voucher, line))
  if (!meant.includes(true)) return { refusal: { reason: 'no_goods' } }
  const missing = missingOf(voucher, goods, meant)
  if (missing > 0) return { refusal: { reason: 'minimum', missingSatang: missing } }
  const due = orders.map((order) =>
    order.goods.some((line) => isFor(voucher, line)) ? order.shippingSatang : 0,
  )
  const amounts = allocateUpTo(amountOf(voucher.benefit, sumSatang(due)), due)
  return sumSatang(amounts) === 0 ? { refusal: { reason: 'nothing_left' } } : { amounts }
}

/** Who pays a discount: the shop its share, rounded half up, the market what is left. */
export function payersOf(amountSatang: number, { shopPaysBp }: Pick<Voucher, 'shopPaysBp'>) {
  const shopSatang = shareOf(amountSatang, shopPaysBp)
  return { shopSatang, platformSatang: amountSatang - shopSatang }
}

/** What is said to those that a voucher is not for. */
export const ONLY_FOR = {
  new_buyer: 'first_order_only',
  repeat_buyer: 'returning_only',
} as const satisfies Record<Exclude<Audience, 'all'>, string>
type AudienceRefusal = (typeof ONLY_FOR)[keyof typeof ONLY_FOR]

function whyNot(
  { usableFrom, usableUntil, audience }: Voucher,
  now: VoucherCase,
): VoucherRefusal | undefined {
  if (now.at < usableFrom) return { reason: 'not_yet' }
  if (now.at >= usableUntil) return { reason: 'ended' }
  if (audience !== 'all' && audience !== now.audience) return { reason: ONLY_FOR[audience] }
  return undefined
}

function isFor({ shopId, productIds, categoryIds }: Voucher, line: Goods): boolean {
  if (shopId !== null && shopId !== line.shopId) return false
  if (productIds === null && categoryIds === null) return true
  return (
    (productIds?.includes(line.productId) ?? false) ||
    (categoryIds?.some((id) => line.categoryIds.includes(id)) ?? false)
  )
}

// By what is left to pay: goods that a shop gives away would carry any voucher over its minimum.
function missingOf(
  { minimumSatang }: Voucher,
  goods: readonly Goods[],
  meant: readonly boolean[],
): number {
  const worth = sumSatang(goods.map(({ dueSatang }, n) => (meant[n] === true ? dueSatang : 0)))
  return Math.max(0, minimumSatang - worth)
}

function amountOf(benefit: Exclude<Benefit, { type: 'buy_get' }> | Benefit, due: number): number {
  if (benefit.type === 'fixed') return Math.min(benefit.amountSatang, due)
  if (benefit.type === 'percent') return capped(shareOf(due, benefit.rateBp), benefit.capSatang)
  if (benefit.type === 'free_shipping') return capped(due, benefit.capSatang)
  return 0
}

const capped = (amount: number, cap: number | null) => Math.min(amount, cap ?? amount)

// Nothing due, nothing to divide: the even shares of `allocate` would go to lines it is not for.
const allocateUpTo = (amount: number, due: readonly number[]): number[] =>
  amount === 0 ? due.map(() => 0) : allocate(amount, due)

// What the free things cost comes off the whole sets: off its own line alone, a free thing would stay
// free when what was bought with it is given up. The cheapest make the sets, by what is left to pay:
// what costs nothing by now buys nothing.
function freeThings(
  { buy, get }: { buy: number; get: number },
  goods: readonly Goods[],
  meant: readonly boolean[],
): number[] {
  const lines = goods.flatMap((line, n) => (meant[n] === true ? [{ n, ...line }] : []))
  const sets = Math.floor(sumSatang(lines.map(({ quantity }) => quantity)) / (buy + get))
  lines.sort((a, b) => a.dueSatang * b.quantity - b.dueSatang * a.quantity || a.n - b.n)
  const due = goods.map(() => 0)
  let [free, left, amount] = [sets * get, sets * (buy + get), 0]
  for (const { n, quantity, dueSatang } of lines) {
    const of = (count: number) => portion(dueSatang, { before: 0, count, whole: quantity })
    const [given, count] = [Math.min(free, quantity), Math.min(left, quantity)]
    amount += of(given)
    due[n] = of(count)
    free -= given
    left -= count
  }
  return allocateUpTo(amount, due)
}

/** Why a buyer may not use a voucher at all, whatever is in the basket. */
export type HeldRefusal = 'unclaimed' | 'used_up' | 'used_before'

/**
 * By what the buyer has of it: `held` is null before a claim, and using it in its claim window claims
 * it. The database counts again when it is used.
 */
export function heldRefusal(
  voucher: {
    claimableFrom: Date
    claimableUntil: Date
    quota: number
    taken: number
    perBuyer: number
  },
  held: { used: number } | null,
  at: Date,
): HeldRefusal | undefined {
  const claimable = at >= voucher.claimableFrom && at < voucher.claimableUntil
  if (held === null && !claimable) return 'unclaimed'
  if ((held?.used ?? 0) >= voucher.perBuyer) return 'used_before'
  if (voucher.taken >= voucher.quota) return 'used_up'
  return undefined
}

export type Refused = {
  code: string
  /** Undefined when there is none of this code. */
  voucher: NamedVoucher | undefined
  reason: 'unknown' | 'one_of_a_kind' | HeldRefusal
}

/**
 * Why the codes that a buyer named cannot be used at all, by what the database has of them and the
 * buyer of each.
 */
export function refusals(
  codes: readonly string[],
  found: readonly HeldVoucher[],
  at: Date,
): Refused[] {
  return codes.flatMap((code): Refused[] => {
    const one = found.find((candidate) => candidate.voucher.code === code)
    if (one === undefined) return [{ code, voucher: undefined, reason: 'unknown' }]
    const voucher = voucherOf(one.voucher)
    // Of a kind the code that was named first counts, not what the database found first.
    const [first] = codes.filter((other) =>
      found.some((two) => two.voucher.code === other && two.voucher.kind === voucher.kind),
    )
    if (first !== code) return [{ code, voucher, reason: 'one_of_a_kind' }]
    const reason = heldRefusal(one.voucher, one.held, at)
    return reason === undefined ? [] : [{ code, voucher, reason }]
  })
}

/** A voucher as it is stored, as the rules see it. */
export function voucherOf(row: VoucherRow): NamedVoucher {
  return { ...row, benefit: benefitOf(row) }
}

export function benefitOf(row: VoucherRow): Benefit {
  const { benefit: type, capSatang } = row
  if (type === 'fixed') return { type, amountSatang: row.amountSatang ?? 0 }
  if (type === 'percent') return { type, rateBp: row.rateBp ?? 0, capSatang }
  if (type === 'free_shipping') return { type, capSatang }
  return { type, buy: row.buyCount ?? 1, get: row.getCount ?? 0 }
}
