import type { Basket } from '../pricing/rules.ts'
import { priceBasket } from '../pricing/rules.ts'
import type { Voucher, VoucherKind } from '../voucher/rules.ts'

/** How many vouchers of a kind are tried: with each of the shops' or none, the others one by one. */
export const TRIED_OF_A_KIND = 8

type Choice = { vouchers: Voucher[]; discountSatang: number }

/**
 * The vouchers, at most one of each kind, that take the most off a basket; those that are chosen
 * already only if they are among the best. Ties go to fewer vouchers, then to the first ones. Exact
 * among the first eight of each kind.
 */
export function bestVouchers(
  basket: Omit<Basket, 'vouchers'>,
  candidates: readonly Voucher[],
): Choice {
  const of = (kind: VoucherKind) =>
    candidates.filter((one) => one.kind === kind).slice(0, TRIED_OF_A_KIND)
  const priced = (vouchers: Voucher[]) => ({
    vouchers,
    discountSatang: priceBasket({ ...basket, vouchers }).discountSatang,
  })
  /** The best of a kind, or none of it, on top of what is taken. */
  const withBest = (taken: Voucher[], kind: VoucherKind) =>
    of(kind).reduce((best, one) => better(best, priced([...taken, one])), priced(taken))
  // What a shop's voucher leaves is what the others' minimums count, so each of them is tried. The
  // market's changes nothing of what a delivery costs, nor the other way round.
  return [[], ...of('shop').map((one) => [one])]
    .map((shop) => withBest(withBest(shop, 'platform').vouchers, 'shipping'))
    .reduce(better)
}

function better(one: Choice, other: Choice): Choice {
  if (one.discountSatang !== other.discountSatang) {
    return one.discountSatang > other.discountSatang ? one : other
  }
  return one.vouchers.length <= other.vouchers.length ? one : other
}
