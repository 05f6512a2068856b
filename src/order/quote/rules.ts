import type { Basket } from '../pricing/rules.ts'
import { priceBasket } from '../pricing/rules.ts'
import type { Voucher, VoucherKind } from '../voucher/rules.ts'

/** How many vouchers of a kind are tried with each other: 81 prices at most, and as many for delivery. */
export const TRIED_OF_A_KIND = 8

/**
 * The vouchers, at most one of each kind, that take the most off a basket; those that are chosen
 * already only if they are among the best. Ties go to fewer vouchers, then to the first ones. Exact
 * among the first eight of each kind.
 */
export function bestVouchers(
  basket: Omit<Basket, 'vouchers'>,
  candidates: readonly Voucher[],
): { vouchers: Voucher[]; discountSatang: number } {
  const of = (kind: VoucherKind): (Voucher | undefined)[] => [
    undefined,
    ...candidates.filter((one) => one.kind === kind).slice(0, TRIED_OF_A_KIND),
  ]
  let best: { vouchers: Voucher[]; discountSatang: number } = { vouchers: [], discountSatang: 0 }
  const consider = (chosen: readonly (Voucher | undefined)[]) => {
    const vouchers = chosen.filter((one) => one !== undefined)
    const { discountSatang } = priceBasket({ ...basket, vouchers })
    if (discountSatang > best.discountSatang) best = { vouchers, discountSatang }
  }
  for (const platform of of('platform')) {
    for (const shop of of('shop')) consider([shop, platform])
  }
  // What is taken off goods does not change what a delivery costs, so this can be found by itself.
  const { vouchers: goods } = best
  for (const shipping of of('shipping')) consider([...goods, shipping])
  return best
}
