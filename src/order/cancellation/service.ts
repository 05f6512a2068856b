import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import { groupEvent } from '../group/rules.ts'
import type { GroupService, Joined } from '../group/service.ts'
import { isOpen } from '../payment/rules.ts'
import type { Attempt, PaymentService } from '../payment/service.ts'
import type { ReconciliationService } from '../reconciliation/service.ts'
import type { RefundService } from '../refund/service.ts'
import { keyedRequest } from '../rules.ts'
import type { OrderReader, Viewer } from '../service.ts'

export type CancellationDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  groups: GroupService
  payments: PaymentService
  reader: OrderReader
  reconciliation: ReconciliationService
  refunds: RefundService
}

export type Buyer = Viewer & { locale: Locale }

/** How a buyer gives an order up. */
export function createCancellationService(deps: CancellationDeps) {
  const { groups, payments, reader, reconciliation, refunds } = deps

  type Claim = (q: Query, resourceId: string) => Statement

  // What the write holds beside the move: the money, as this group is to be paid.
  const withMoney =
    (claim: Claim): Joined =>
    async (found, order, at) => {
      const { group, orders } = found
      const attempts = await payments.attempts(group.id)
      if (group.paymentStatus === 'paid') {
        const paidBy = captured(attempts)
        return (q, move) => [claim(q, group.id), ...move, ...refunds.grant(q, order, paidBy, at)]
      }
      // Cash is booked when it is remitted, so there is nothing to reverse; the last order takes the
      // collection with it.
      const others = orders.filter(({ id }) => id !== order.id).map(({ status }) => status)
      const emptied = groupEvent(group.paymentStatus, 'cancelled', others) === 'emptied'
      const collection = emptied ? attempts.filter(({ status }) => isOpen(status)) : []
      const how = { event: 'cancelled', actor: 'buyer', at }
      return (q, move) => [
        claim(q, group.id),
        ...move,
        ...collection.flatMap((attempt) => payments.move(q, attempt, 'expired', how)),
      ]
    }

  return {
    /**
     * Cancels an order at once while no shop has begun with it. Unpaid: its whole group ends, since it
     * is paid at once. Paid: this order alone, its goods back on the shelf and its share on its way
     * back; in cash: nothing was paid. Money that arrives meanwhile makes it a paid order, which the
     * buyer is told rather than cancelled behind their back.
     * @throws Problem `not_found`, `transition_refused`
     */
    async cancel(buyer: Buyer, orderId: string, { key }: { key: string }): Promise<StoredAnswer> {
      const found = await reader.requireByOrder(orderId, buyer)
      const { group } = found
      const { userId, orderToken: token } = buyer
      const request = await keyedRequest({ userId, token }, `orders/${orderId}/cancel`, key, {})
      return await idempotently(deps, request, {
        begin: async (claim) => {
          if (group.paymentStatus === 'pending_payment') {
            await reconciliation.end(group.id, 'cancelled', (q) => [claim(q, group.id)])
          } else {
            await groups.advance(found, orderId, 'cancelled', 'buyer', withMoney(claim))
            refunds.runSoon()
          }
          return group.id
        },
        finish: async () => ({
          status: 200,
          body: await reader.read(orderId, buyer, buyer.locale),
        }),
      })
    },
  }
}

function captured(attempts: readonly Attempt[]): Attempt & { providerRef: string } {
  const paidBy = attempts.find(({ status }) => status === 'succeeded')
  const providerRef = paidBy?.providerRef
  // Cash that was remitted came by no charge that could be refunded.
  if (paidBy === undefined || !providerRef) throw new Problem('transition_refused')
  return { ...paidBy, providerRef }
}
