import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database, Query, Read, Statement } from '#src/database/database.ts'
import { type Claim, idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import { announce } from '#src/database/outbox.ts'
import { isCheck, isConflict, isStale } from '#src/database/portable.ts'
import type { FlashWant, ProductModule, ShopName } from '#src/product/index.ts'
import { type Address, type Buyer, flashHolders } from '../buyer/rules.ts'
import type { BuyerService } from '../buyer/service.ts'
import type { CartOwner, CartService, OpenCart } from '../cart/service.ts'
import type { CashService } from '../cash/service.ts'
import type { CommissionService } from '../commission/service.ts'
import { news } from '../group/rules.ts'
import type { GroupService } from '../group/service.ts'
import { shownAttempt } from '../payment/rules.ts'
import type { PaymentChoice } from '../payment/schema.ts'
import { type Attempt, type PaymentService, payableOf, paymentView } from '../payment/service.ts'
import { keyedRequest } from '../rules.ts'
import type { PlaceOrder } from '../schema.ts'
import type { OrderReader } from '../service.ts'
import type { ChosenVouchers, VoucherService } from '../voucher/service.ts'
import { insertGroup } from './repository.ts'
import { draftGroup, flashWants, type GroupDraft, type Option } from './rules.ts'

export type CheckoutDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  buyers: BuyerService
  vouchers: VoucherService
  cart: CartService
  cash: CashService
  commission: CommissionService
  groups: GroupService
  payments: PaymentService
  reader: OrderReader
  product: Pick<ProductModule, 'inventory' | 'flashStock' | 'left'>
  /** Who sends it and how, an account's saved address, and what is asked along, in one round trip. */
  delivery<Along>(
    shopIds: readonly string[],
    to: { userId: string; addressId: string } | null,
    more: Read<Along>,
  ): Promise<Sent & { address: Address | undefined; along: Along[] }>
}

type Sent = { shops: (ShopName & { acceptsCod: boolean })[]; options: Option[] }
export type Shopper = CartOwner & {
  orderToken: string | null
  locale: Locale
  clientAddress: string
}
type Inventory = ProductModule['inventory']
type Case = NonNullable<Awaited<ReturnType<GroupService['load']>>>
export type Fresh = { found: Case; attempt: Attempt }
type Flash = { wants: FlashWant[]; holders: string[] }
type Made = {
  placed: GroupDraft
  buyer: Buyer
  opened: OpenCart
  chosen: ChosenVouchers
  flash: Flash
}
type Cash = {
  attempt: Attempt
  hold: Parameters<Inventory['sell']>[1]
  capped: (q: Query) => Statement[]
}

/** From a cart to a placed order. */
export function createCheckoutService(deps: CheckoutDeps) {
  const {
    database,
    clock,
    buyers,
    vouchers,
    commission,
    cart,
    cash,
    groups,
    payments,
    reader,
    product,
  } = deps
  const { tables } = database
  const { flashStock } = product

  /** Everything the order is made of, read once. */
  async function prepare(shopper: Shopper, input: PlaceOrder) {
    const opened = await cart.open(shopper)
    const shopIds = [...new Set([...opened.offers.values()].map((offer) => offer.shopId))]
    const { addressId } = input
    const { userId } = shopper
    const to = userId === null || addressId === undefined ? null : { userId, addressId }
    const at = clock.now()
    const [{ shops, options, address, along: cashTerms }, rates] = await Promise.all([
      deps.delivery(shopIds, to, cash.read(shopIds)),
      commission.ratesAt(at),
    ])
    const buyer = await buyers.of(shopper, input, address)
    const chosen = await vouchers.choose(input.vouchers ?? [], buyer)
    return { opened, buyer, shops, options, cashTerms, chosen, rates, at }
  }

  /** The one atomic write of a placement: key first, then caps and stock, then everything else. */
  async function commit(
    claim: Claim,
    draft: Made,
    { provider, method }: PaymentChoice,
  ): Promise<Fresh> {
    const { placed, buyer, opened, chosen, flash } = draft
    const { group } = placed
    const at = group.placedAt
    const attempt = payments.newAttempt(payableOf(group), provider, method, at)
    const hold = { groupId: group.id, lines: placed.lines, at, expiresAt: group.expiresAt }
    const capped = await buyers.hold(buyer, heldBy(provider), at)
    if (provider === 'cod') return await commitCash(claim, draft, { attempt, hold, capped })
    await database.atomically((q) => [
      claim(q, group.id),
      ...capped(q),
      ...flashStock.reserve(q, 'reserved', flash.wants, { groupId: group.id, at, ...flash }),
      ...product.inventory.hold(q, hold),
      ...vouchers.reserve(q, chosen, group, at),
      ...cart.consume(q, opened, at),
      ...insertGroup(q, tables, placed),
      ...payments.open(q, attempt),
      announce(q, tables, news(group.id, group.version, { event: 'placed' }), at),
    ])
    return { found: placed, attempt }
  }

  /** Nobody is asked about cash: the group is born accepted, sold, and with its answer. */
  async function commitCash(
    claim: Claim,
    { placed, opened, chosen, flash }: Made,
    { attempt, hold, capped }: Cash,
  ): Promise<Fresh> {
    const { id, locale, placedAt: at } = placed.group
    const event = 'cod_accepted'
    const found = groups.moved(placed, event, 'system', at)
    const answer = { status: 201, body: reader.placed(found, paymentView(attempt), locale) }
    const message = groups.birth(found)
    await database.atomically((q) => [
      claim(q, id, answer),
      ...capped(q),
      ...flashStock.reserve(q, 'sold', flash.wants, { groupId: id, at, ...flash }),
      ...product.inventory.sell(q, hold),
      ...vouchers.reserve(q, chosen, placed.group, at),
      ...vouchers.keep(q, placed.group),
      ...cart.consume(q, opened, at),
      ...insertGroup(q, tables, placed, { ...found, event }),
      ...payments.open(q, attempt),
      groups.saveBirth(q, message, at),
    ])
    groups.announceBirth(message)
    return { found, attempt }
  }

  async function place(
    shopper: Shopper,
    input: PlaceOrder,
    { key }: { key: string },
  ): Promise<StoredAnswer> {
    const { provider, method } = input.payment
    const { userId, cartToken: token } = shopper
    let fresh: Fresh | undefined
    return await idempotently(deps, await keyedRequest({ userId, token }, 'orders', key, input), {
      begin: async (claim) => {
        payments.requireProvider(provider, method)
        const prepared = await prepare(shopper, input)
        const { opened, buyer, shops, options, cashTerms, chosen, rates, at } = prepared
        const placed = draftGroup({
          lines: opened.lines,
          offers: opened.offers,
          shops: new Map(shops.map((shop) => [shop.id, shop])),
          options,
          shipping: input.shipping,
          rates,
          vouchers: chosen.vouchers,
          audience: chosen.audience,
          buyer,
          at,
        })
        const { totalSatang } = placed.group
        if (totalSatang !== (input.expectedTotalSatang ?? totalSatang)) {
          throw new Problem('cart_changed', { extra: { totalSatang } })
        }
        payments.requireMethod(input.payment, totalSatang)
        if (provider === 'cod') {
          cash.require({
            totalSatang,
            province: buyer.address.province,
            guest: buyer.userId === null,
            orders: placed.orders,
            shops,
            terms: cashTerms,
          })
        }
        // After all that is free to ask, so that a basket that cannot be ordered counts for nothing.
        await buyers.countGuest(buyer.userId, shopper.clientAddress)
        const flash = await takeFlash(placed, opened, buyer)
        try {
          const made = { placed, buyer, opened, chosen, flash }
          fresh = await commit(claim, made, input.payment)
          flashStock.settle(placed.group.id, flash.wants)
          product.left.moved(takenOf(opened, flash.wants))
        } catch (error) {
          // Also when only the answer was lost: what the database has is told to the object again.
          await flashStock.giveUp(placed.group.id, flash.wants)
          throw (
            flashStock.refusal(error, flash.wants) ??
            vouchers.refusal(error, chosen) ??
            (await buyers.refusal(error, buyer, heldBy(provider))) ??
            (await explain(error, opened, flash.wants))
          )
        }
        return placed.group.id
      },
      finish: async (id, again) => await answer(id, shopper.locale, again ? undefined : fresh),
    })
  }

  /** What the draft takes of flash sales is asked of their objects, before anything is written. */
  async function takeFlash(placed: GroupDraft, opened: OpenCart, buyer: Buyer): Promise<Flash> {
    const wants = flashWants(placed, opened.offers)
    if (wants.length === 0) return { wants, holders: [] }
    const holders = await flashHolders(buyer)
    await flashStock.take(placed.group.id, wants, holders)
    return { wants, holders }
  }

  /** Asks the provider, then answers the group as it now stands; what was just written is not read. */
  async function answer(groupId: string, locale: Locale, fresh?: Fresh) {
    const found = fresh?.found ?? (await groups.load(groupId))
    const attempt = fresh?.attempt ?? shownAttempt(await payments.attempts(groupId))
    if (found === undefined || attempt === undefined) throw new Problem('not_found')
    const { payment, keep } = await payments.begin(attempt, payableOf(found.group))
    return { status: 201, body: reader.placed(found, payment, locale), alongside: keep }
  }

  /** What a refused write means to the shopper, with the stock as it is now. */
  async function explain(
    error: unknown,
    opened: OpenCart,
    flash: readonly FlashWant[],
  ): Promise<unknown> {
    if (isCheck(error, 'stock_available')) {
      const lines = opened.lines.filter(
        ({ variantId }) => !flash.some((want) => want.variantId === variantId),
      )
      const live = await product.inventory.available(lines.map((line) => line.variantId))
      const items = lines
        .map((line) => ({ variantId: line.variantId, available: live.get(line.variantId) ?? 0 }))
        .filter(({ variantId, available }) =>
          opened.lines.some((line) => line.variantId === variantId && line.quantity > available),
        )
      return new Problem('out_of_stock', { extra: { items } })
    }
    if (isStale(error) || isConflict(error, 'carts')) return new Problem('cart_changed')
    return error
  }

  return { place, answer }
}

export type CheckoutService = ReturnType<typeof createCheckoutService>

// Of ordinary stock, and what was left of it when the basket was opened: near enough to know plenty.
const takenOf = ({ lines, offers }: OpenCart, flash: readonly FlashWant[]) =>
  lines.flatMap(({ variantId, quantity }) => {
    const offer = offers.get(variantId)
    if (offer === undefined || flash.some((want) => want.variantId === variantId)) return []
    const { productId, available: seen } = offer
    return [{ productId, variantId, change: -quantity, seen }]
  })

const heldBy = (provider: PaymentChoice['provider']) => (provider === 'cod' ? 'cash' : 'open')
