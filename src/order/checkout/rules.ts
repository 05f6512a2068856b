import { after } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { sumSatang } from '#src/common/money.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Offer, ShopName } from '#src/product/index.ts'
import type { Buyer } from '../buyer/rules.ts'
import { blocks, lineProblems, type StoredLine } from '../cart/rules.ts'
import { orderNumber, priceOrder, type Rates } from '../rules.ts'
import { type ShippingTariff, shippingPrice } from '../shipping/rules.ts'

export type Option = ShippingTariff & {
  id: string
  shopId: string
  nameTh: string
  nameEn: string
  minDays: number
  maxDays: number
}

export type Draft = {
  lines: readonly StoredLine[]
  offers: ReadonlyMap<string, Offer>
  shops: ReadonlyMap<string, ShopName>
  options: readonly Option[]
  /** Shop id → chosen option id. */
  shipping: Readonly<Record<string, string>>
  rates: Rates
  buyer: Buyer
  at: Date
}

/**
 * Divides a cart into one order a shop and freezes every amount: rows are divided once, here, and
 * never derived again. Σ lines = order, Σ orders = group.
 * @throws Problem `cart_empty`, `cart_changed`, `out_of_stock`, `limit_reached`,
 * `shipping_option_invalid`
 */
export function draftGroup(draft: Draft) {
  refuseProblems(draft)
  const groupId = newId('grp')
  const number = orderNumber(groupId)
  const byShop = [...Map.groupBy(draft.lines, (line) => offerOf(draft, line).shopId)]
  const parts = byShop.map(([shopId, lines], position) =>
    draftOrder(draft, { groupId, number, shopId, lines, position }),
  )
  const placedMs = draft.at.getTime()
  return {
    group: {
      id: groupId,
      number,
      userId: draft.buyer.userId,
      contactEmail: draft.buyer.email,
      contactPhone: draft.buyer.phone,
      locale: draft.buyer.locale,
      address: draft.buyer.address,
      paymentStatus: 'pending_payment' as const,
      totalSatang: sumSatang(parts.map(({ order }) => order.totalSatang)),
      currency: 'THB' as const,
      version: 1,
      placedAt: draft.at,
      placedMs,
      expiresAt: after(draft.at, SETTINGS.order.paymentWindowMs[kindOf(draft.buyer)]),
      paidAt: null,
    },
    orders: parts.map(({ order }) => order),
    lines: parts.flatMap(({ lines }) => lines),
  }
}

export type GroupDraft = ReturnType<typeof draftGroup>

type Part = {
  groupId: string
  number: string
  shopId: string
  lines: readonly StoredLine[]
  position: number
}

function draftOrder(draft: Draft, { groupId, number, shopId, lines, position }: Part) {
  const shop = draft.shops.get(shopId)
  const option = draft.options.find(
    (candidate) => candidate.shopId === shopId && candidate.id === draft.shipping[shopId],
  )
  if (shop === undefined || option === undefined) {
    throw new Problem('shipping_option_invalid', { extra: { shopId } })
  }
  const goods = lines.map((line) => ({ line, offer: offerOf(draft, line) }))
  const weightGrams = goods.reduce(
    (sum, { line, offer }) => sum + offer.weightGrams * line.quantity,
    0,
  )
  const { lines: amounts, ...sums } = priceOrder(
    goods.map(({ line, offer }) => ({
      unitPriceSatang: offer.priceSatang,
      quantity: line.quantity,
      weightGrams: offer.weightGrams,
    })),
    shippingPrice(option, weightGrams),
    draft.rates,
  )
  const orderId = newId('ord')
  const order = {
    id: orderId,
    groupId,
    number: `${number}-${position + 1}`,
    userId: draft.buyer.userId,
    shopId,
    shopSlug: shop.slug,
    shopNameTh: shop.nameTh,
    shopNameEn: shop.nameEn,
    status: 'pending_payment' as const,
    ...sums,
    shippingOptionId: option.id,
    shippingNameTh: option.nameTh,
    shippingNameEn: option.nameEn,
    shippingMinDays: option.minDays,
    shippingMaxDays: option.maxDays,
    position,
    version: 1,
    placedAt: draft.at,
    placedMs: draft.at.getTime(),
  }
  return { order, lines: goods.map((good, index) => lineOf(good, amounts[index], order, index)) }
}

function lineOf(
  { line, offer }: { line: StoredLine; offer: Offer },
  amounts: ReturnType<typeof priceOrder>['lines'][number] | undefined,
  order: { id: string; groupId: string },
  position: number,
) {
  if (amounts === undefined) throw new RangeError('a line without a price')
  return {
    id: newId('oln'),
    orderId: order.id,
    groupId: order.groupId,
    variantId: line.variantId,
    productId: offer.productId,
    productSlug: offer.productSlug,
    sku: offer.sku,
    titleTh: offer.titleTh,
    titleEn: offer.titleEn,
    options: offer.options,
    imageKey: offer.imageKey,
    ...amounts,
    position,
  }
}

function offerOf(draft: Draft, line: StoredLine): Offer {
  const offer = draft.offers.get(line.variantId)
  if (offer === undefined) throw new Problem('cart_changed')
  return offer
}

const kindOf = ({ userId }: Buyer) => (userId === null ? 'guest' : 'account')

function refuseProblems({ lines, offers, buyer }: Draft): void {
  if (lines.length === 0) throw new Problem('cart_empty')
  const blocked = lines.flatMap((line) => {
    const offer = offers.get(line.variantId)
    const problems = lineProblems(line, offer).filter(blocks)
    return problems.length === 0
      ? []
      : [{ variantId: line.variantId, available: offer?.available ?? 0, problems }]
  })
  if (blocked.length > 0) {
    const gone = blocked.some(({ problems }) => problems.includes('unavailable'))
    throw new Problem(gone ? 'cart_changed' : 'out_of_stock', { extra: { items: blocked } })
  }
  const limit = SETTINGS.limits.guestQuantityPerLine
  const tooMuch = kindOf(buyer) === 'guest' ? lines.filter((line) => line.quantity > limit) : []
  if (tooMuch.length === 0) return
  throw new Problem('limit_reached', {
    extra: { items: tooMuch.map(({ variantId }) => ({ variantId, limit })) },
  })
}
