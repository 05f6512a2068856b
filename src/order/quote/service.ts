import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import { rateOn, SETTINGS } from '#src/config/settings.ts'
import type { Read } from '#src/database/database.ts'
import type { Offer } from '#src/product/index.ts'
import { availableOf, flashOf, type StoredLine } from '../cart/rules.ts'
import type { CartOwner, CartService } from '../cart/service.ts'
import type { CashRefusal } from '../cash/rules.ts'
import type { CashService } from '../cash/service.ts'
import type { Option } from '../checkout/rules.ts'
import { type Basket, type PricedOrder, priceBasket } from '../pricing/rules.ts'
import { shippingPrice } from '../shipping/rules.ts'
import type { NamedVoucher, VoucherKind } from '../voucher/rules.ts'
import type { VoucherService } from '../voucher/service.ts'
import { bestVouchers } from './rules.ts'
import type { AskQuote, Quote } from './schema.ts'

export type QuoteDeps = {
  cart: CartService
  vouchers: Pick<VoucherService, 'survey'>
  cash: Pick<CashService, 'read' | 'refusal' | 'provinceNamed'>
  /** What some shops offer to send by, in each shop's order, with what is asked along. One query. */
  shopsAndOptions<Along>(
    shopIds: readonly string[],
    more: Read<Along>,
  ): Promise<{
    shops: { id: string; acceptsCod: boolean }[]
    options: Option[]
    along: readonly [Along[]]
  }>
}

type Good = { line: StoredLine; offer: Offer }

/** What a cart would cost, before anything is ordered. */
export function createQuoteService({ cart, vouchers, cash, shopsAndOptions }: QuoteDeps) {
  return {
    /**
     * The cart's price by the calculation that an order is frozen by, with what each voucher does and
     * what would be the best ones. What cannot be bought is left out. Five queries, six when
     * some vouchers are for some buyers only. A province that is none counts as not said.
     * @throws Problem `shipping_option_invalid` for a choice that its shop does not offer
     */
    async quote(owner: CartOwner, asked: AskQuote, locale: Locale): Promise<Quote> {
      const { lines, offers, at } = await cart.open(owner)
      const goods = lines.flatMap((line): Good[] => {
        const offer = offers.get(line.variantId)
        return offer?.onSale === true && availableOf(offer, at) > 0 ? [{ line, offer }] : []
      })
      const shopIds = [...new Set(goods.map(({ offer }) => offer.shopId))]
      // A guest is not known before they say who they are: what is for some is judged at the checkout.
      const payer = { userId: owner.userId, email: '', phone: '' }
      const [{ chosen, refused, offered, audience }, sent] = await Promise.all([
        vouchers.survey(asked.vouchers ?? [], payer, shopIds),
        shopsAndOptions(shopIds, cash.read(shopIds)),
      ])
      const { shops, options, along } = sent
      const [terms] = along
      // The names of all places are half a megabyte: they are loaded where somebody limits one.
      const limited = terms.some(({ provinces }) => provinces.length > 0)
      const { province: said } = asked
      const province = limited && said !== undefined ? await cash.provinceNamed(said) : undefined
      const basket: Omit<Basket, 'vouchers'> = {
        lines: goods.map(({ line, offer }) => ({
          shopId: offer.shopId,
          productId: offer.productId,
          categoryIds: offer.categoryIds,
          listPriceSatang: offer.priceSatang,
          ...boughtOf(line.quantity, offer, at),
        })),
        shipping: shippingOf(goods, options, asked.shipping),
        vatRateBp: rateOn(SETTINGS.vatRates, at),
        now: { at, audience },
      }
      const priced = priceBasket({ ...basket, vouchers: chosen })
      const best = bestVouchers(basket, offered)
      const better = best.discountSatang > priced.discountSatang
      const codeOf = (id: string) => offered.find((one) => one.id === id)?.code ?? ''
      return {
        orders: priced.orders.map((order) => orderView(order, goods)),
        vouchers: [
          ...priced.vouchers.map((told) => toldOf(told, chosen, locale)),
          ...refused.map(({ voucher, ...why }) => ({ ...namedOf(voucher, locale), ...why })),
        ],
        suggested: {
          codes: better ? best.vouchers.map(({ id }) => codeOf(id)) : [],
          discountSatang: better ? best.discountSatang : 0,
        },
        discountSatang: priced.discountSatang,
        totalSatang: priced.totalSatang,
        cash: cashView(
          cash.refusal({
            totalSatang: priced.totalSatang,
            province: province ?? null,
            guest: owner.userId === null,
            orders: priced.orders,
            shops,
            terms,
          }),
        ),
      }
    },
  }
}

/** What can be had of a line, and its flash price. */
function boughtOf(wanted: number, offer: Offer, at: Date) {
  const quantity = Math.min(wanted, availableOf(offer, at))
  return { quantity, flashPriceSatang: flashOf(quantity, offer, at)?.priceSatang ?? null }
}

export type QuoteService = ReturnType<typeof createQuoteService>

/** What each shop's delivery costs: as chosen, or the cheapest while nothing is. */
function shippingOf(
  goods: readonly Good[],
  options: readonly Option[],
  chosen: Readonly<Record<string, string>> | undefined,
): Map<string, number> {
  return new Map(
    [...Map.groupBy(goods, ({ offer }) => offer.shopId)].flatMap(([shopId, things]) => {
      const grams = things.reduce(
        (sum, { line, offer }) => sum + offer.weightGrams * line.quantity,
        0,
      )
      const own = options.filter((one) => one.shopId === shopId)
      const id = chosen?.[shopId]
      const taken = chosen === undefined ? own : own.filter((option) => option.id === id)
      if (id !== undefined && taken.length === 0) {
        throw new Problem('shipping_option_invalid', { extra: { shopId } })
      }
      const prices = taken.map((option) => shippingPrice(option, grams))
      return prices.length === 0 ? [] : [[shopId, Math.min(...prices)] as const]
    }),
  )
}

const cashView = (refused: CashRefusal | null): Quote['cash'] =>
  refused === null ? { accepted: true } : { accepted: false, ...refused }

function orderView(order: PricedOrder, goods: readonly Good[]): Quote['orders'][number] {
  const { shopId, positions, lines, subtotalSatang, shippingSatang, ...sums } = order
  return {
    shopId,
    lines: lines.map(({ lineTotalSatang, discountSatang }, n) => ({
      id: goods[positions[n] ?? -1]?.line.id ?? '',
      lineTotalSatang,
      discountSatang,
    })),
    subtotalSatang,
    shippingSatang,
    discountSatang: sums.discountSatang,
    totalSatang: sums.totalSatang,
  }
}

function toldOf(
  told: ReturnType<typeof priceBasket>['vouchers'][number],
  vouchers: readonly NamedVoucher[],
  locale: Locale,
): Quote['vouchers'][number] {
  const voucher = vouchers.find(({ id }) => id === told.id)
  if (voucher === undefined) throw new RangeError('a voucher that was not chosen')
  const named = { code: voucher.code, ...namedOf(voucher, locale) }
  if ('refusal' in told) return { ...named, ...told.refusal }
  return { ...named, amountSatang: told.amountSatang }
}

function namedOf(voucher: NamedVoucher, locale: Locale): { kind: VoucherKind; title: string }
function namedOf(
  voucher: NamedVoucher | undefined,
  locale: Locale,
): { kind?: VoucherKind; title?: string }
function namedOf(voucher: NamedVoucher | undefined, locale: Locale) {
  if (voucher === undefined) return {}
  return { kind: voucher.kind, title: locale === 'en' ? voucher.titleEn : voucher.titleTh }
}
