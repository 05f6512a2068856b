import { after, type Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import { rateOn, SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import { isCheck, isConflict, isStale } from '#src/database/portable.ts'
import type { ProductModule, ShopName } from '#src/product/index.ts'
import type { CartOwner, CartService, OpenCart } from '../cart/service.ts'
import type { GroupService } from '../group/service.ts'
import { isOpen, refuseMethod, shownAttempt } from '../payment/rules.ts'
import type { PaymentChoice } from '../payment/schema.ts'
import { type Attempt, type PaymentService, payableOf } from '../payment/service.ts'
import type { ReconciliationService } from '../reconciliation/service.ts'
import { keyedRequest } from '../rules.ts'
import type { PlaceOrder } from '../schema.ts'
import type { OrderReader, Viewer } from '../service.ts'
import { insertGroup } from './repository.ts'
import { type Address, draftGroup, type GroupDraft, type Option } from './rules.ts'

export type CheckoutDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  cart: CartService
  groups: GroupService
  payments: PaymentService
  reader: OrderReader
  reconciliation: ReconciliationService
  product: Pick<ProductModule, 'inventory'>
  shopsAndOptions(shopIds: readonly string[]): Promise<{
    shops: (ShopName & { acceptsCod: boolean })[]
    options: Option[]
  }>
  /** A saved address of an account, or what a guest sent, checked and in its normal form. */
  savedAddress(userId: string, id: string): Promise<Address | undefined>
  checkAddress(address: NonNullable<PlaceOrder['address']>): Promise<Address>
  /** The signed-in caller's own. @throws Problem `token_invalid` */
  accountEmail(): Promise<string>
}

export type Shopper = CartOwner & { orderToken: string | null; locale: Locale }
type Keyed = { key: string }
type Case = NonNullable<Awaited<ReturnType<GroupService['load']>>>
type Fresh = { found: Case; attempt: Attempt }

/** From a cart to a placed order, and from a placed order to another try at paying it. */
export function createCheckoutService(deps: CheckoutDeps) {
  const { database, clock, cart, groups, payments, reader, reconciliation, product } = deps
  const { tables } = database

  /** Everything the order is made of, read once. */
  async function prepare(shopper: Shopper, input: PlaceOrder) {
    const opened = await cart.open(shopper)
    const shopIds = [...new Set([...opened.offers.values()].map((offer) => offer.shopId))]
    const [buyer, { shops, options }] = await Promise.all([
      buyerOf(shopper, input),
      deps.shopsAndOptions(shopIds),
    ])
    return { opened, buyer, shops, options }
  }

  async function buyerOf(shopper: Shopper, input: PlaceOrder) {
    const { locale, userId } = shopper
    const address = await addressOf(shopper, input)
    const email = input.contact?.email ?? (userId === null ? null : await deps.accountEmail())
    if (email === null) {
      throw required('contact')
    }
    const phone = input.contact?.phone ?? address.phone
    return { userId, email, phone, locale, address }
  }

  async function addressOf({ userId }: Shopper, input: PlaceOrder): Promise<Address> {
    if (input.addressId !== undefined) {
      const saved = userId === null ? undefined : await deps.savedAddress(userId, input.addressId)
      if (saved === undefined) throw new Problem('not_found', { detail: 'No such address' })
      return saved
    }
    if (input.address === undefined) throw required(userId === null ? 'address' : 'addressId')
    return await deps.checkAddress(input.address)
  }

  /** The one atomic write of a placement: key first, then stock, then everything else. */
  async function commit(
    claim: Parameters<Parameters<typeof idempotently>[2]['begin']>[0],
    placed: GroupDraft,
    opened: OpenCart,
    { provider, method }: PaymentChoice,
  ): Promise<Attempt> {
    const { group } = placed
    const at = group.placedAt
    const attempt = payments.newAttempt(payableOf(group), provider, method, at)
    const hold = { groupId: group.id, lines: placed.lines, at }
    await database.atomically((q) => [
      claim(q, group.id),
      ...product.inventory.hold(q, { ...hold, expiresAt: group.expiresAt }),
      ...cart.consume(q, opened, at),
      ...insertGroup(q, tables, placed),
      ...payments.open(q, attempt),
      ...(provider === 'cod' ? groups.move(q, placed, 'cod_accepted', 'system', at) : []),
    ])
    if (provider === 'cod') groups.announceMove(placed, 'cod')
    return attempt
  }

  // Cash moves the group in the same write; everything else waits for its money.
  const asCommitted = (found: Case, provider: PaymentChoice['provider'], at: Date): Case =>
    provider === 'cod' ? groups.moved(found, 'cod_accepted', 'system', at) : found

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
          address: buyer.address,
          at,
          expiresAt: after(at, SETTINGS.order.paymentWindowMs),
        })
        const total = placed.group.totalSatang
        const cash = shops.every((shop) => shop.acceptsCod)
        const refusal = refuseMethod(provider, method, total, cash)
        if (refusal !== null) {
          throw new Problem('payment_method_unavailable', { extra: { reason: refusal } })
        }
        try {
          const attempt = await commit(claim, placed, opened, input.payment)
          fresh = { found: asCommitted(placed, provider, at), attempt }
        } catch (error) {
          throw await explain(error, opened)
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
     * @throws Problem `not_found`, `transition_refused`, `payment_method_unavailable`
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
          const refusal = refuseMethod(
            choice.provider,
            choice.method,
            found.group.totalSatang,
            shops.every((shop) => shop.acceptsCod),
          )
          if (refusal !== null) {
            throw new Problem('payment_method_unavailable', { extra: { reason: refusal } })
          }
          const at = clock.now()
          if (found.group.expiresAt <= at) {
            throw new Problem('transition_refused', { detail: 'The time to pay it is over' })
          }
          const before = (await payments.attempts(groupId)).filter(({ status }) => isOpen(status))
          const next = payments.newAttempt(
            payableOf(found.group),
            choice.provider,
            choice.method,
            at,
          )
          try {
            await database.atomically((q) => [
              claim(q, groupId),
              ...(choice.provider === 'cod'
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
            throw error
          }
          if (choice.provider === 'cod') groups.announceMove(found, 'cod')
          reconciliation.soon()
          const cash = choice.provider === 'cod'
          const now = cash ? asCommitted(found, 'cod', at) : groups.triedAgain(found)
          fresh = { found: now, attempt: next }
          return groupId
        },
        finish: async (id, again) => await answer(id, shopper.locale, again ? undefined : fresh),
      })
    },
  }
}

export type CheckoutService = ReturnType<typeof createCheckoutService>

const required = (path: string) =>
  new Problem('validation_failed', { errors: [{ path, message: 'is required' }] })

// A guest orders with a cart, and comes back to an order with its token.
const request = ({ userId, ...held }: Shopper, route: string, { key }: Keyed, body: unknown) =>
  keyedRequest(
    { userId, token: route === 'orders' ? held.cartToken : held.orderToken },
    route,
    key,
    body,
  )
