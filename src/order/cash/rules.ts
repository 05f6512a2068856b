import { SETTINGS } from '#src/config/settings.ts'
import type { ProvinceLimit } from '#src/database/tables/payment.ts'

/** In the place of a shop's id, for what holds in the whole market. */
export const MARKET = 'market'

/** How much is taken at a door, in satang: where nothing is said of the province, and where it is. */
export type CashTerms = {
  /** Null for no limit. */
  maximumSatang: number | null
  provinces: readonly ProvinceLimit[]
}

/** One shop's part of what is ordered. */
export type CashOrder = {
  shopId: string
  totalSatang: number
  acceptsCod: boolean
  terms: CashTerms | undefined
}

export type CashCase = {
  totalSatang: number
  /** The Thai name that addresses are kept with; null while it is not known. */
  province: string | null
  guest: boolean
  market: CashTerms | undefined
  orders: readonly CashOrder[]
}

/** Why cash is not taken; the shops are named where it is for their own sake. */
export type CashRefusal = {
  reason: 'market_refuses' | 'shop_refuses' | 'province_refused' | 'above_cash_limit'
  maximumSatang?: number
  /** What an account may pay so, where that is all that a guest lacks. */
  accountMaximumSatang?: number
  shopIds?: string[]
}

/**
 * The most that is taken in a province, in satang; null for no limit. What is said of the province
 * goes before what is said of all. While the province is not known, the most of anywhere.
 */
export function mostIn(terms: CashTerms | undefined, province: string | null): number | null {
  const everywhere = terms?.maximumSatang ?? null
  if (terms === undefined) return null
  const own = terms.provinces.find((one) => one.province === province)
  if (own !== undefined) return own.maximumSatang
  if (province !== null || everywhere === null) return everywhere
  return Math.max(everywhere, ...terms.provinces.map(({ maximumSatang }) => maximumSatang))
}

/**
 * Whether what is ordered can be paid at the door; null when it can. The market bounds the whole, a
 * guest's lower than an account's; every shop must take cash and bounds its own part.
 */
export function refuseCash(asked: CashCase): CashRefusal | null {
  const { totalSatang, province, guest, market, orders } = asked
  const no = (one: CashOrder) => !one.acceptsCod || isClosed(one.terms, province) === 'everywhere'
  const not = orders.filter(no)
  if (not.length > 0) return { reason: 'shop_refuses', shopIds: not.map(({ shopId }) => shopId) }

  const closed = isClosed(market, province)
  if (closed !== null) {
    return { reason: closed === 'everywhere' ? 'market_refuses' : 'province_refused' }
  }
  const notThere = orders.filter(({ terms }) => isClosed(terms, province) !== null)
  if (notThere.length > 0) {
    return { reason: 'province_refused', shopIds: notThere.map(({ shopId }) => shopId) }
  }

  const { codMaximumSatang, guestCodMaximumSatang } = SETTINGS.order
  const ofAccount = Math.min(codMaximumSatang, mostIn(market, province) ?? codMaximumSatang)
  const most = guest ? Math.min(guestCodMaximumSatang, ofAccount) : ofAccount
  if (totalSatang > most) {
    const asAccount = guest && refuseCash({ ...asked, guest: false }) === null
    return {
      reason: 'above_cash_limit',
      maximumSatang: most,
      ...(asAccount ? { accountMaximumSatang: ofAccount } : {}),
    }
  }
  for (const { shopId, terms, totalSatang: part } of orders) {
    const own = mostIn(terms, province)
    if (own !== null && part > own) {
      return { reason: 'above_cash_limit', maximumSatang: own, shopIds: [shopId] }
    }
  }
  return null
}

/** Whether no cash at all is taken, and if so, whether for the province's sake. */
function isClosed(
  terms: CashTerms | undefined,
  province: string | null,
): 'everywhere' | 'there' | null {
  if (mostIn(terms, province) !== 0) return null
  return mostIn(terms, null) === 0 ? 'everywhere' : 'there'
}
