import { after } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { sumSatang } from '#src/common/money.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { FlashWant, Offer, ShopName } from '#src/product/index.ts'
import type { Buyer } from '../buyer/rules.ts'
import { availableOf, blocks, flashOf, lineProblems, type StoredLine } from '../cart/rules.ts'
import { commissionOn, ruleFor } from '../commission/rules.ts'
import type { Rates } from '../commission/service.ts'
import {
  type DiscountShare,
  type PricedBasket,
  type PricedLine,
  type PricedOrder,
  priceBasket,
} from '../pricing/rules.ts'
import { orderNumber } from '../rules.ts'
import { type ShippingTariff, shippingPrice } from '../shipping/rules.ts'
import type { NamedVoucher, VoucherCase } from '../voucher/rules.ts'

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
  /** What the buyer uses: at most one of each kind. */
  vouchers: readonly NamedVoucher[]
  audience: VoucherCase['audience']
  buyer: Buyer
  at: Date
}

/**
 * Divides a cart into one order a shop and freezes every amount: rows are divided once, here, and
 * never derived again. Σ lines = order, Σ orders = group.
 * @throws Problem `cart_empty`, `cart_changed`, `out_of_stock`, `limit_reached`,
 * `shipping_option_invalid`, `voucher_invalid` for one that takes nothing off
 */
export function draftGroup(draft: Draft) {
  refuseProblems(draft)
  const groupId = newId('grp')
  const number = orderNumber(groupId)
  const priced = priceDraft(draft)
  const parts = priced.orders.map((order, position) =>
    draftOrder(draft, order, { groupId, number, position }),
  )
  const orders = parts.map(({ order }) => order)
  const discounts = parts.flatMap((part) => part.discounts)
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
      totalSatang: priced.totalSatang,
      vouchers: draft.vouchers.map((voucher) => usedVoucher(voucher, discounts)),
      currency: 'THB' as const,
      version: 1,
      placedAt: draft.at,
      placedMs: draft.at.getTime(),
      expiresAt: after(draft.at, SETTINGS.order.paymentWindowMs[kindOf(draft.buyer)]),
      paidAt: null,
    },
    orders,
    lines: parts.flatMap(({ lines }) => lines),
    discounts,
  }
}

export type GroupDraft = ReturnType<typeof draftGroup>

/** What the cart costs with the chosen delivery and vouchers; one that takes nothing off is refused. */
function priceDraft(draft: Draft): PricedBasket {
  const goods = draft.lines.map((line) => ({ line, offer: offerOf(draft, line) }))
  const byShop = Map.groupBy(goods, ({ offer }) => offer.shopId)
  const priced = priceBasket({
    lines: goods.map(({ line, offer }) => ({
      shopId: offer.shopId,
      productId: offer.productId,
      categoryIds: offer.categoryIds,
      listPriceSatang: offer.priceSatang,
      flashPriceSatang: flashOf(line.quantity, offer, draft.at)?.priceSatang ?? null,
      quantity: line.quantity,
    })),
    shipping: new Map(
      [...byShop].map(([shopId, own]) => [
        shopId,
        shippingPrice(optionOf(draft, shopId), weightOf(own)),
      ]),
    ),
    vouchers: draft.vouchers,
    vatRateBp: draft.rates.vatRateBp,
    now: { at: draft.at, audience: draft.audience },
  })
  const refused = priced.vouchers.flatMap((told) =>
    'refusal' in told
      ? [{ code: draft.vouchers.find(({ id }) => id === told.id)?.code, ...told.refusal }]
      : [],
  )
  if (refused.length > 0) throw new Problem('voucher_invalid', { extra: { vouchers: refused } })
  return priced
}

type Good = { line: StoredLine; offer: Offer }

const weightOf = (goods: readonly Good[]): number =>
  goods.reduce((sum, { line, offer }) => sum + offer.weightGrams * line.quantity, 0)

function optionOf({ options, shipping }: Draft, shopId: string): Option {
  const option = options.find((one) => one.shopId === shopId && one.id === shipping[shopId])
  if (option === undefined) throw new Problem('shipping_option_invalid', { extra: { shopId } })
  return option
}

function draftOrder(
  draft: Draft,
  priced: PricedOrder,
  { groupId, number, position }: { groupId: string; number: string; position: number },
) {
  const { shopId, lines: amounts, positions, shippingDiscounts, ...sums } = priced
  const shop = draft.shops.get(shopId)
  if (shop === undefined) throw new Problem('shipping_option_invalid', { extra: { shopId } })
  const option = optionOf(draft, shopId)
  const order = {
    id: newId('ord'),
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
    shipBy: null,
    dueAt: null,
    dueTries: 0,
  }
  const lines = positions.map((at, index) =>
    draftLine(draft, draft.lines[at], amounts[index], { order, position: index }),
  )
  return {
    order,
    lines: lines.map(({ line }) => line),
    discounts: [
      ...lines.flatMap((line) => line.discounts),
      ...shippingDiscounts.map((share) => discountOf(order, null, share)),
    ],
  }
}

type Ids = { id: string; groupId: string }

function draftLine(
  draft: Draft,
  stored: StoredLine | undefined,
  priced: PricedLine | undefined,
  { order, position }: { order: Ids; position: number },
) {
  if (stored === undefined || priced === undefined) throw new RangeError('a line without a price')
  const offer = offerOf(draft, stored)
  const { discounts, paidSatang, ...amounts } = priced
  const { vatRateBp, commissionRateBp, commissionRules } = draft.rates
  const sale = {
    ...offer,
    quantity: stored.quantity,
    baseSatang: paidSatang + amounts.platformSatang - amounts.vatSatang,
    vatRateBp,
  }
  const line = {
    id: newId('oln'),
    orderId: order.id,
    groupId: order.groupId,
    variantId: stored.variantId,
    productId: offer.productId,
    productSlug: offer.productSlug,
    sku: offer.sku,
    titleTh: offer.titleTh,
    titleEn: offer.titleEn,
    options: offer.options,
    imageKey: offer.imageKey,
    flashItemId: flashOf(stored.quantity, offer, draft.at)?.itemId ?? null,
    ...amounts,
    sentQuantity: 0,
    vatRateBp,
    ...commissionOn(sale, ruleFor(commissionRules, sale, draft.at), commissionRateBp),
    refundedQuantity: 0,
    position,
  }
  return { line, discounts: discounts.map((share) => discountOf(order, line.id, share)) }
}

const discountOf = (order: Ids, lineId: string | null, share: DiscountShare) => ({
  id: newId('dis'),
  groupId: order.groupId,
  orderId: order.id,
  lineId,
  ...share,
})

function usedVoucher(
  { id, code, kind, titleTh, titleEn, audience }: NamedVoucher,
  discounts: readonly ReturnType<typeof discountOf>[],
) {
  const own = discounts.filter(({ voucherId }) => voucherId === id)
  return {
    id,
    code,
    kind,
    titleTh,
    titleEn,
    forNewBuyers: audience === 'new_buyer',
    amountSatang: sumSatang(own.map(({ amountSatang }) => amountSatang)),
    orderIds: [...new Set(own.map(({ orderId }) => orderId))],
  }
}

function offerOf(draft: Draft, line: StoredLine): Offer {
  const offer = draft.offers.get(line.variantId)
  if (offer === undefined) throw new Problem('cart_changed')
  return offer
}

const kindOf = ({ userId }: Buyer) => (userId === null ? 'guest' : 'account')

/** What the draft takes from flash sales, for their own counts. */
export function flashWants(
  { lines }: Pick<GroupDraft, 'lines'>,
  offers: Draft['offers'],
): FlashWant[] {
  return lines.flatMap(({ flashItemId: itemId, variantId, quantity }) => {
    const perBuyer = offers.get(variantId)?.flash?.perBuyer
    if (itemId === null || perBuyer === undefined) return []
    return [{ itemId, variantId, quantity, perBuyer }]
  })
}

function refuseProblems({ lines, offers, buyer, at }: Draft): void {
  if (lines.length === 0) throw new Problem('cart_empty')
  const blocked = lines.flatMap((line) => {
    const offer = offers.get(line.variantId)
    const problems = lineProblems(line, offer, at).filter(blocks)
    const available = offer === undefined ? 0 : availableOf(offer, at)
    return problems.length === 0 ? [] : [{ variantId: line.variantId, available, problems }]
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
