import type { Limits } from '#src/auth/limits.ts'
import type { Clock } from '#src/common/clock.ts'
import { DAY_MS } from '#src/common/clock.ts'
import { sha256 } from '#src/common/id.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { OrderCaps } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isCheck } from '#src/database/portable.ts'
import type { PlaceOrder } from '../schema.ts'
import { forgetHolders, holdOneMore, openEnds } from './repository.ts'
import {
  type Address,
  type Buyer,
  capOf,
  type Held,
  holdersOf,
  type Payer,
  secondsUntilRoom,
} from './rules.ts'

export type BuyerDeps = {
  database: Database
  clock: Clock
  caps: OrderCaps
  limits: Pick<Limits, 'guestOrder'>
  /** What a guest sent, checked and in its normal form. */
  checkAddress(address: NonNullable<PlaceOrder['address']>): Promise<Address>
  /** The signed-in caller's own. @throws Problem `token_invalid` */
  accountEmail(): Promise<string>
}

type Orderer = { userId: string | null; locale: Locale }

/** Who orders, where it goes, and how much they may hold that is not paid yet. */
export function createBuyerService({ database, clock, caps, limits, ...deps }: BuyerDeps) {
  const { tables } = database

  async function addressOf(
    { userId }: Orderer,
    input: PlaceOrder,
    saved: Address | undefined,
  ): Promise<Address> {
    if (input.addressId !== undefined) {
      if (saved === undefined) throw new Problem('not_found', { detail: 'No such address' })
      return saved
    }
    if (input.address === undefined)
      throw wrongField(userId === null ? 'address' : 'addressId', 'required')
    return await deps.checkAddress(input.address)
  }

  return {
    /**
     * `saved` is the account's address that the input names, if there is one.
     * @throws Problem `validation_failed`, `not_found`, `address_unknown`
     */
    async of(orderer: Orderer, input: PlaceOrder, saved: Address | undefined): Promise<Buyer> {
      const { locale, userId } = orderer
      const address = await addressOf(orderer, input, saved)
      const email = input.contact?.email ?? (userId === null ? null : await deps.accountEmail())
      if (email === null) throw wrongField('contact', 'required')
      const phone = input.contact?.phone ?? address.phone
      return { userId, email, phone, locale, address }
    },

    /**
     * Counts an order against the network it comes from; accounts are not counted.
     * @throws Problem `rate_limited`
     */
    async countGuest(userId: string | null, clientAddress: string): Promise<void> {
      if (userId !== null) return
      const { allowed, retryAfterSeconds } = await limits.guestOrder(clientAddress)
      if (!allowed) throw new Problem('rate_limited', { retryAfterSeconds })
    },

    /** The statements that refuse the atomic write when the buyer holds as much as they may. */
    async hold(payer: Payer, held: Held, at: Date): Promise<(q: Query) => Statement[]> {
      const most = capOf(caps, payer, held)
      const rows = await Promise.all(
        holdersOf(payer).map(async (holder) => ({
          id: await sha256(`${held}:${holder.by}:${holder.value}`),
          holder,
        })),
      )
      return (q) => holdOneMore(q, tables, held, rows, most, at)
    },

    /** What the error of a write that `hold` refused means; undefined for any other error. */
    async refusal(error: unknown, payer: Payer, held: Held): Promise<Problem | undefined> {
      if (!isCheck(error, 'buyer_holds_most')) return undefined
      if (held === 'cash') {
        return new Problem('payment_method_unavailable', { extra: { reason: 'cash_on_its_way' } })
      }
      const at = clock.now()
      const ends = await Promise.all(
        holdersOf(payer).map(async (holder) => await openEnds(database, holder, at)),
      )
      const retryAfterSeconds = secondsUntilRoom(ends, capOf(caps, payer, held), at)
      return new Problem('too_many_open_orders', { retryAfterSeconds })
    },

    /** Forgets the counts of buyers who have not ordered for a day. */
    forget: async (): Promise<void> =>
      await forgetHolders(database, new Date(clock.now().getTime() - DAY_MS)),
  }
}

export type BuyerService = ReturnType<typeof createBuyerService>
