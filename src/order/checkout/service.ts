import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import { type OrderCaps, rateOn, SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { type Claim, idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import { isCheck, isConflict, isStale } from '#src/database/portable.ts'
import type { ProductModule, ShopName } from '#src/product/index.ts'
import type { Address, Buyer } from '../buyer/rules.ts'
import type { BuyerService } from '../buyer/service.ts'
import type { CartOwner, CartService, OpenCart } from '../cart/service.ts'
import type { GroupService } from '../group/service.ts'
import { isOpen, shownAttempt } from '../payment/rules.ts'
import type { PaymentChoice } from '../payment/schema.ts'
import { type Attempt, type PaymentService, payableOf, paymentView } from '../payment/service.ts'
import type { ReconciliationService } from '../reconciliation/service.ts'
import { keyedRequest } from '../rules.ts'
import type { PlaceOrder } from '../schema.ts'
import type { OrderReader, Viewer } from '../service.ts'
import { insertGroup } from './repository.ts'
import { draftGroup, type GroupDraft, type Option } from './rules.ts'

export type CheckoutDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  caps: Pick<OrderCaps, 'paymentTriesPerGroup'>
  buyers: BuyerService
  cart: CartService
  groups: GroupService
  payments: PaymentService
  reader: OrderReader
  reconciliation: ReconciliationService
  product: Pick<ProductModule, 'inventory'>
  shopsAndOptions(shopIds: readonly string[]): Promise<Sent>
  /** The same with a saved address of an account, in one round trip. */
  delivery(
    shopIds: readonly string[],
    to: { userId: string; addressId: string } | null,
  ): Promise<Sent & { address: Address | undefined }>
}

type Sent = { shops: (ShopName & { acceptsCod: boolean })[]; options: Option[] }
export type Shopper = CartOwner & {
  orderToken: string | null
  locale: Locale
  clientAddress: string
}
type Keyed = { key: string }
type Inventory = ProductModule['inventory']
type Case = NonNullable<Awaited<ReturnType<GroupService['load']>>>
type Fresh = { found: Case; attempt: Attempt }
type Cash = {
  attempt: Attempt
  hold: Parameters<Inventory['sell']>[1]
  capped: (q: Query) => Statement[]
}

/** From a cart to a placed order, and from a placed order to another try at paying it. */
export function createCheckoutService(deps: CheckoutDeps) {
  const { database, clock, buyers, cart, groups, payments, reader, reconciliation, product } = deps
  const { tables } = database

  /** Everything the order is made of, read once. */
  async function prepare(shopper: Shopper, input: PlaceOrder) {
    const opened = await cart.open(shopper)
    const shopIds = [...new Set([...opened.offers.values()].map((offer) => offer.shopId))]
    const { addressId } = input
    const { userId } = shopper
    const to = userId === null || addressId === undefined ? null : { userId, addressId }
    const { shops, options, address } = await deps.delivery(shopIds, to)
    const buyer = await buyers.of(shopper, input, address)
    return { opened, buyer, shops, options }
  }

  /** The one atomic write of a placement: key first, then caps and stock, then everything else. */
  async function commit(
    claim: Claim,
    draft: { placed: GroupDraft; buyer: Buyer; opened: OpenCart },
    { provider, method }: PaymentChoice,
  ): Promise<Fresh> {
    const { placed, buyer, opened } = draft
    const { group } = placed
    const at = group.placedAt
    const attempt = payments.newAttempt(payableOf(group), provider, method, at)
    const hold = { groupId: group.id, lines: placed.lines, at, expiresAt: group.expiresAt }
    const capped = await buyers.hold(buyer, heldBy(provider), at)
    if (provider === 'cod') return await commitCash(claim, draft, { attempt, hold, capped })
    await database.atomically((q) => [
      claim(q, group.id),
      ...capped(q),
      ...product.inventory.hold(q, hold),
      ...cart.consume(q, opened, at),
      ...insertGroup(q, tables, placed),
      ...payments.open(q, attempt),
    ])
    return { found: placed, attempt }
  }

  /** Nobody is asked about cash: the group is born accepted, sold, and with its answer. */
  async function commitCash(
    claim: Claim,
    { placed, opened }: { placed: GroupDraft; opened: OpenCart },
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
      ...product.inventory.sell(q, hold),
      ...cart.consume(q, opened, at),
      ...insertGroup(q, tables, placed, { ...found, event }),
      ...payments.open(q, attempt),
      groups.saveBirth(q, message, at),
    ])
    groups.announceBirth(message)
    return { found, attempt }
  }

  async function place(shopper: Shopper, input: PlaceOrder, keyed: Keyed): Promise<StoredAnswer> {
    const { provider, method } = input.payment
    let fresh: Fresh | undefined
    return await idempotently(deps, await request(shopper, 'orders', keyed, input), {
      begin: async (claim) => {
        payments.requireProvider(provider, method)
        if ((input.vouchers ?? []).length > 0) throw new Problem('voucher_invalid')
        const { opened, buyer, shops, options } = await prepare(shopper, input)
        const at = clock.now()
        const placed = draftGroup({
          lines: opened.lines,
          offers: opened.offers,
          shops: new Map(shops.map((shop) => [shop.id, shop])),
          options,
          shipping: input.shipping,
          rates: {
            vatRateBp: rateOn(SETTINGS.vatRates, at),
            commissionRateBp: rateOn(SETTINGS.commissionRates, at),
          },
          buyer,
          at,
        })
        const { totalSatang } = placed.group
        if (totalSatang !== (input.expectedTotalSatang ?? totalSatang)) {
          throw new Problem('cart_changed', { extra: { totalSatang } })
        }
        const everyShopTakesCash = shops.every((shop) => shop.acceptsCod)
        const guest = buyer.userId === null
        payments.requireMethod(input.payment, { totalSatang, everyShopTakesCash, guest })
        // After all that is free to ask, so that a basket that cannot be ordered counts for nothing.
        await buyers.countGuest(buyer.userId, shopper.clientAddress)
        try {
          fresh = await commit(claim, { placed, buyer, opened }, input.payment)
        } catch (error) {
          throw (
            (await buyers.refusal(error, buyer, heldBy(provider))) ?? (await explain(error, opened))
          )
        }
        return placed.group.id
      },
      finish: async (id, again) => await answer(id, shopper.locale, again ? undefined : fresh),
    })
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
  async function explain(error: unknown, opened: OpenCart): Promise<unknown> {
    if (isCheck(error, 'stock_available')) {
      const live = await product.inventory.available(opened.lines.map((line) => line.variantId))
      const items = opened.lines
        .map((line) => ({ variantId: line.variantId, available: live.get(line.variantId) ?? 0 }))
        .filter(({ variantId, available }) =>
          opened.lines.some((line) => line.variantId === variantId && line.quantity > available),
        )
      return new Problem('out_of_stock', { extra: { items } })
    }
    if (isStale(error) || isConflict(error, 'carts')) return new Problem('cart_changed')
    return error
  }

  return {
    place,

    /**
     * Another try at paying an unpaid group, this way or another; the try before it ends.
     * @throws Problem `not_found`, `transition_refused`, `payment_method_unavailable`,
     * `too_many_payment_tries`
     */
    async payAgain(
      shopper: Shopper,
      groupId: string,
      choice: PaymentChoice,
      keyed: Keyed,
    ): Promise<StoredAnswer> {
      const viewer: Viewer = { userId: shopper.userId, orderToken: shopper.orderToken }
      const found = await reader.require(groupId, viewer)
      const scope = await request(shopper, `order-groups/${groupId}/payments`, keyed, choice)
      let fresh: Fresh | undefined
      return await idempotently(deps, scope, {
        begin: async (claim) => {
          payments.requireProvider(choice.provider, choice.method)
          if (found.group.paymentStatus !== 'pending_payment') {
            throw new Problem('transition_refused', {
              detail: `It is ${found.group.paymentStatus}`,
            })
          }
          const { shops } = await deps.shopsAndOptions(found.orders.map((order) => order.shopId))
          const payer = payerOf(found.group)
          payments.requireMethod(choice, {
            totalSatang: found.group.totalSatang,
            everyShopTakesCash: shops.every((shop) => shop.acceptsCod),
            guest: payer.userId === null,
          })
          const at = clock.now()
          if (found.group.expiresAt <= at) {
            throw new Problem('transition_refused', { detail: 'The time to pay it is over' })
          }
          const tries = await payments.attempts(groupId)
          if (tries.length >= deps.caps.paymentTriesPerGroup) {
            throw new Problem('too_many_payment_tries')
          }
          const before = tries.filter(({ status }) => isOpen(status))
          const cash = choice.provider === 'cod'
          const capped = cash ? await buyers.hold(payer, 'cash', at) : () => []
          const next = payments.newAttempt(
            payableOf(found.group),
            choice.provider,
            choice.method,
            at,
          )
          try {
            await database.atomically((q) => [
              claim(q, groupId),
              ...capped(q),
              ...(cash
                ? groups.move(q, found, 'cod_accepted', 'system', at)
                : groups.tryAgain(q, found, at)),
              ...before.flatMap((attempt) =>
                payments.move(q, attempt, 'failed', {
                  event: 'superseded',
                  actor: 'buyer',
                  at,
                  failureCode: 'superseded',
                }),
              ),
              ...payments.open(q, next),
            ])
          } catch (error) {
            if (isStale(error) || isConflict(error)) throw new Problem('conflict')
            throw (await buyers.refusal(error, payer, 'cash')) ?? error
          }
          if (cash) groups.announceMove(found, 'cod')
          reconciliation.soon()
          const now = cash
            ? groups.moved(found, 'cod_accepted', 'system', at)
            : groups.triedAgain(found)
          fresh = { found: now, attempt: next }
          return groupId
        },
        finish: async (id, again) => await answer(id, shopper.locale, again ? undefined : fresh),
      })
    },
  }
}

export type CheckoutService = ReturnType<typeof createCheckoutService>

const heldBy = (provider: PaymentChoice['provider']) => (provider === 'cod' ? 'cash' : 'open')

const payerOf = ({ userId, contactEmail: email, contactPhone: phone }: Case['group']) => ({
  userId,
  email,
  phone,
})

// A guest orders with a cart, and comes back to an order with its token.
const request = ({ userId, ...held }: Shopper, route: string, { key }: Keyed, body: unknown) =>
  keyedRequest(
    { userId, token: route === 'orders' ? held.cartToken : held.orderToken },
    route,
    key,
    body,
  )
