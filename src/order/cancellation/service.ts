import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import type { StoredAnswer } from '#src/database/idempotency.ts'
import { groupEvent } from '../group/rules.ts'
import type { GroupService, Joined } from '../group/service.ts'
import { isPartlySent } from '../parcel/rules.ts'
import { isOpen } from '../payment/rules.ts'
import type { PaymentService } from '../payment/service.ts'
import type { ReconciliationService } from '../reconciliation/service.ts'
import type { RefundService } from '../refund/service.ts'
import type { Mover } from '../rules.ts'
import type { RequestCancel } from '../schema.ts'
import { type Buyer, movedByBuyer, type OrderReader } from '../service.ts'

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

type Case = Parameters<Joined>[0]
type Order = Parameters<Joined>[1]

/** What is written first, and what must still be so when it is: asked in each round of a race. */
export type Cancelling = {
  first?: (q: Query) => Statement[]
  still?: (order: Order) => void
}

/** How an order is given up: by its buyer, by its shop, or because nobody did what was due. */
export function createCancellationService(deps: CancellationDeps) {
  const { groups, payments, reader, reconciliation, refunds } = deps

  // What the write holds beside the move: the money, as this group is to be paid.
  const withMoney =
    ({ actor }: Mover, { first = () => [], still = () => undefined }: Cancelling): Joined =>
    async (found, order, at) => {
      const { group, orders } = found
      still(order)
      refuseSent(found, order)
      if (group.paymentStatus === 'paid') {
        const paidBy = await payments.paidBy(group.id)
        return (q, move) => [...first(q), ...move, ...refunds.grant(q, order, paidBy, at)]
      }
      // Cash is booked when it is remitted, so there is nothing to reverse; the last order takes the
      // collection with it.
      const others = orders.filter(({ id }) => id !== order.id).map(({ status }) => status)
      const emptied = groupEvent(group.paymentStatus, 'cancelled', others) === 'emptied'
      const attempts = emptied ? await payments.attempts(group.id) : []
      const collection = attempts.filter(({ status }) => isOpen(status))
      const how = { event: 'cancelled', actor, at }
      return (q, move) => [
        ...first(q),
        ...move,
        ...collection.flatMap((attempt) => payments.move(q, attempt, how)),
      ]
    }

  /**
   * Cancels one order that is paid, or to be paid in cash, with all that hangs on it: its goods back
   * on the shelf, its voucher, its share on its way back.
   * @throws Problem `transition_refused`, also when some of it has been sent
   */
  async function giveUp(
    found: Case,
    orderId: string,
    by: Mover,
    cancelling: Cancelling = {},
  ): Promise<void> {
    await groups.advance(found, orderId, 'cancelled', by, withMoney(by, cancelling))
    refunds.runSoon()
  }

  return {
    giveUp,

    /**
     * Cancels an order at once while no shop has begun with it. Unpaid: its whole group ends, since it
     * is paid at once. Paid: this order alone, its goods back on the shelf and its share on its way
     * back; in cash: nothing was paid. Money that arrives meanwhile makes it a paid order, which the
     * buyer is told rather than cancelled behind their back.
     * @throws Problem `not_found`, `transition_refused`
     */
    async cancel(buyer: Buyer, orderId: string, { key }: { key: string }): Promise<StoredAnswer> {
      return await movedByBuyer(
        deps,
        buyer,
        orderId,
        { name: 'cancel', body: {}, key },
        async (found, claim) => {
          const { group } = found
          const first = (q: Query) => [claim(q, group.id)]
          if (group.paymentStatus === 'pending_payment') {
            return await reconciliation.end(group.id, 'cancelled', first)
          }
          // Once its shop has begun, it is asked; the table lets a shop do what a buyer may not.
          return await giveUp(found, orderId, { actor: 'buyer' }, { first })
        },
      )
    },

    /**
     * A buyer asks for an order to be cancelled that its shop has begun with. The shop says yes or no;
     * if it says nothing it agrees. After a no it is not asked again: while it is asked it cannot send.
     * @throws Problem `not_found`, `transition_refused`
     */
    async request(
      buyer: Buyer,
      orderId: string,
      body: RequestCancel,
      { key }: { key: string },
    ): Promise<StoredAnswer> {
      const { reason } = body
      return await movedByBuyer(
        deps,
        buyer,
        orderId,
        { name: 'cancel-request', body, key },
        async (found, claim) =>
          groups.advance(
            found,
            orderId,
            'cancel_requested',
            { actor: 'buyer', reason },
            async (now, order) => {
              refuseSent(now, order)
              if (await reader.hasHappened(order.id, 'cancel_refused')) {
                throw new Problem('transition_refused', { detail: 'its shop refused before' })
              }
              return (q, move) => [claim(q, now.group.id), ...move]
            },
          ),
      )
    },
  }
}

export type CancellationService = ReturnType<typeof createCancellationService>

// What is on its way comes back as a return, not as a cancelled order.
function refuseSent({ lines }: Case, order: Order): void {
  if (!isPartlySent(lines.filter(({ orderId }) => orderId === order.id))) return
  throw new Problem('transition_refused', { detail: 'some of it has been sent' })
}
