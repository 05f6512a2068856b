import { shareOf } from '#src/common/money.ts'

/** The end of a rule that has none: the last second that a date can be written with four digits. */
export const NEVER_MS = 253_402_300_799_000

/** What the market takes: all that a rule names must fit the sale. Times in ms since 1970. */
export type CommissionRule = {
  id: string
  shopId: string | null
  categoryId: string | null
  productId: string | null
  rateBp: number
  /** For each piece, beside the rate, and the bounds of both together for each piece. */
  fixedSatang: number
  minSatang: number | null
  maxSatang: number | null
  startsAtMs: number
  endsAtMs: number
}

/** One line of an order as commission sees it. */
export type Sale = {
  shopId: string
  productId: string
  /** The product's own category, then what stands above it. */
  categoryIds: readonly string[]
  quantity: number
  /**
   * What the shop receives for the line, from the buyer and from the market in the buyer's place,
   * without its VAT: commission on tax would be taken of money that is not the shop's. What the shop
   * gave away itself it did not receive.
   */
  baseSatang: number
  /** The rate of the VAT on the commission, which the market owes. */
  vatRateBp: number
}

/** As it is frozen with the line. */
export type Commission = {
  commissionRuleId: string | null
  commissionRateBp: number
  commissionBaseSatang: number
  commissionSatang: number
  commissionVatSatang: number
}

/**
 * The rule for a sale: of those in force that fit, one for the product before one for the shop before
 * one for a category, and the nearer category before the wider. Of equals the oldest.
 */
export function ruleFor(
  rules: readonly CommissionRule[],
  sale: Pick<Sale, 'shopId' | 'productId' | 'categoryIds'>,
  at: Date,
): CommissionRule | undefined {
  const now = at.getTime()
  let best: { rule: CommissionRule; rank: number } | undefined
  for (const rule of rules) {
    if (rule.startsAtMs > now || now >= rule.endsAtMs) continue
    const rank = rankOf(rule, sale)
    if (rank === undefined) continue
    const older = best !== undefined && rank === best.rank && rule.id < best.rule.id
    if (best === undefined || rank > best.rank || older) best = { rule, rank }
  }
  return best?.rule
}

const SHOP = 1000
const PRODUCT = 1_000_000

function rankOf(
  { shopId, categoryId, productId }: CommissionRule,
  sale: Pick<Sale, 'shopId' | 'productId' | 'categoryIds'>,
): number | undefined {
  const near = categoryId === null ? 0 : sale.categoryIds.indexOf(categoryId)
  const fits =
    (shopId === null || shopId === sale.shopId) &&
    (productId === null || productId === sale.productId) &&
    near >= 0
  if (!fits) return undefined
  const depth = categoryId === null ? 0 : sale.categoryIds.length - near
  return (productId === null ? 0 : PRODUCT) + (shopId === null ? 0 : SHOP) + depth
}

/** What is taken of a sale, by its rule or else at the market's rate; never more than the base. */
export function commissionOn(
  sale: Sale,
  rule: CommissionRule | undefined,
  defaultRateBp: number,
): Commission {
  const { baseSatang, quantity, vatRateBp } = sale
  const rateBp = rule?.rateBp ?? defaultRateBp
  const wanted = shareOf(baseSatang, rateBp) + (rule?.fixedSatang ?? 0) * quantity
  const most = Math.min(baseSatang, (rule?.maxSatang ?? baseSatang) * quantity)
  const commissionSatang = Math.min(Math.max(wanted, (rule?.minSatang ?? 0) * quantity), most)
  return {
    commissionRuleId: rule?.id ?? null,
    commissionRateBp: rateBp,
    commissionBaseSatang: baseSatang,
    commissionSatang,
    commissionVatSatang: shareOf(commissionSatang, vatRateBp),
  }
}
