import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { OrderCaps } from '#src/config/settings.ts'
import type { Database, Read } from '#src/database/database.ts'
import { idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import type { BuyerService } from '../buyer/service.ts'
import type { CashService } from '../cash/service.ts'
import type { CheckoutService, Fresh, Shopper } from '../checkout/service.ts'
import type { GroupService } from '../group/service.ts'
import { isOpen } from '../payment/rules.ts'
import type { PaymentChoice } from '../payment/schema.ts'
import { type PaymentService, payableOf } from '../payment/service.ts'
import type { ReconciliationService } from '../reconciliation/service.ts'
import { keyedRequest } from '../rules.ts'
import type { OrderReader, Viewer } from '../service.ts'

export type PayAgainDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  caps: Pick<OrderCaps, 'paymentTriesPerGroup'>
  buyers: BuyerService
  groups: GroupService
  payments: PaymentService
  reader: OrderReader
  reconciliation: ReconciliationService
  checkout: Pick<CheckoutService, 'answer'>
  cash: CashService
  /** Which of some shops are open, with what is asked along. One round trip. */
  shopsAndOptions<Along>(
    shopIds: readonly string[],
    more: Read<Along>,
  ): Promise<{ shops: { id: string; acceptsCod: boolean }[]; along: readonly [Along[]] }>
}

/** From a placed order to another try at paying it. */
export function createPayAgainService(deps: PayAgainDeps) {
  const { database, clock, caps, buyers, groups, payments, reader, reconciliation } = deps
  const { checkout, cash, shopsAndOptions } = deps

  async function requireCash({ group, orders }: Case): Promise<void> {
    const shopIds = orders.map(({ shopId }) => shopId)
    const { shops, along } = await shopsAndOptions(shopIds, cash.read(shopIds))
    cash.require({
      totalSatang: group.totalSatang,
      province: group.address.province,
      guest: group.userId === null,
      orders,
      shops,
      terms: along[0],
    })
  }

  return {
    /**
     * Another try at paying an unpaid group, this way or another; the try before it ends.
     * @throws Problem `not_found`, `transition_refused`, `payment_method_unavailable`,
     * `too_many_payment_tries`
     */
    async pay(
      shopper: Shopper,
      groupId: string,
      choice: PaymentChoice,
      { key }: { key: string },
    ): Promise<StoredAnswer> {
      const viewer: Viewer = { userId: shopper.userId, orderToken: shopper.orderToken }
      const found = await reader.require(groupId, viewer)
      const { userId, orderToken: token } = shopper
      const route = `order-groups/${groupId}/payments`
      const scope = await keyedRequest({ userId, token }, route, key, choice)
      let fresh: Fresh | undefined
      return await idempotently(deps, scope, {
        begin: async (claim) => {
          payments.requireProvider(choice.provider, choice.method)
          if (found.group.paymentStatus !== 'pending_payment') {
            throw new Problem('transition_refused', {
              detail: `It is ${found.group.paymentStatus}`,
            })
          }
          const payer = payerOf(found.group)
          payments.requireMethod(choice, found.group.totalSatang)
          if (choice.provider === 'cod') await requireCash(found)
          const at = clock.now()
          if (found.group.expiresAt <= at) {
            throw new Problem('transition_refused', { detail: 'The time to pay it is over' })
          }
          const tries = await payments.attempts(groupId)
          if (tries.length >= caps.paymentTriesPerGroup) {
            throw new Problem('too_many_payment_tries')
          }
          const before = tries.filter(({ status }) => isOpen(status))
          const atDoor = choice.provider === 'cod'
          const capped = atDoor ? await buyers.hold(payer, 'cash', at) : () => []
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
              ...(atDoor
                ? groups.move(q, found, 'cod_accepted', 'system', at)
                : groups.tryAgain(q, found, at)),
              ...before.flatMap((attempt) =>
                payments.move(q, attempt, {
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
          if (atDoor) groups.announceMove(found, 'cod')
          reconciliation.soon()
          const now = atDoor
            ? groups.moved(found, 'cod_accepted', 'system', at)
            : groups.triedAgain(found)
          fresh = { found: now, attempt: next }
          return groupId
        },
        finish: async (id, again) =>
          await checkout.answer(id, shopper.locale, again ? undefined : fresh),
      })
    },
  }
}

type Case = NonNullable<Awaited<ReturnType<GroupService['load']>>>

const payerOf = ({ userId, contactEmail: email, contactPhone: phone }: Case['group']) => ({
  userId,
  email,
  phone,
})

export type PayAgainService = ReturnType<typeof createPayAgainService>
