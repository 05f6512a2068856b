import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { Database } from '#src/database/database.ts'
import type { StoredAnswer } from '#src/database/idempotency.ts'
import type { GrantService } from '../grant/service.ts'
import type { GroupService, Joined } from '../group/service.ts'
import { completedJournal } from '../ledger/rules.ts'
import type { LedgerService } from '../ledger/service.ts'
import type { ParcelService } from '../parcel/service.ts'
import { type Buyer, movedByBuyer, type OrderReader } from '../service.ts'

export type CompletionDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  groups: GroupService
  grants: GrantService
  ledger: LedgerService
  parcels: ParcelService
  reader: OrderReader
}

type Case = Parameters<Joined>[0]
type Order = Parameters<Joined>[1]

/** How an order ends well: its money leaves escrow for the shop. */
export function createCompletionService(deps: CompletionDeps) {
  const { groups, grants, ledger, parcels, reader } = deps

  // Cash that a carrier still holds is in nobody's escrow: delivered is not remitted. Until it is, a
  // cash order stays delivered, and no shop is owed what has not come.
  const money: Joined = async ({ group, lines }, order, at) => {
    if (group.paymentStatus !== 'paid') {
      throw new Problem('transition_refused', { detail: 'its cash has not been remitted yet' })
    }
    const own = lines.filter(({ orderId }) => orderId === order.id)
    const [back, arrived] = await Promise.all([
      grants.takenBack(order),
      // Of what is delivered already no parcel is on its way.
      order.status === 'shipped' ? parcels.presumedDelivered(order.id) : () => [],
    ])
    return (q, move) => [
      ...move,
      ...arrived(q),
      ...ledger.post(q, completedJournal(order, own, back), at),
    ]
  }

  /** The buyer's word about an order that has come. */
  const said = async (
    buyer: Buyer,
    orderId: string,
    { name, event, key }: { name: string; event: string; key: string },
    join: Joined,
  ): Promise<StoredAnswer> =>
    await movedByBuyer(deps, buyer, orderId, { name, body: {}, key }, async (found, claim) => {
      await groups.advance(found, orderId, event, 'buyer', async (...of) => {
        const joined = await join(...of)
        return (q, move) => [claim(q, found.group.id), ...joined(q, move)]
      })
    })

  return {
    /**
     * The buyer says that a parcel is there: the order is completed and its shop is owed its part.
     * @throws Problem `not_found`, `transition_refused`
     */
    received: async (buyer: Buyer, orderId: string, { key }: { key: string }) =>
      await said(buyer, orderId, { name: 'received', event: 'received', key }, money),

    /**
     * The buyer wants longer to look at what has arrived, once, before it completes by itself.
     * @throws Problem `not_found`, `transition_refused`
     */
    moreTime: async (buyer: Buyer, orderId: string, { key }: { key: string }) =>
      await said(
        buyer,
        orderId,
        { name: 'more-time', event: 'more_time', key },
        async (_, order) => {
          if (await reader.hasHappened(order.id, 'more_time')) {
            throw new Problem('transition_refused', { detail: 'it was given more time before' })
          }
          return (_, move) => move
        },
      ),

    /**
     * An order whose buyer said nothing completes by itself, if `still` lets it: of this and the
     * buyer's own word one goes through. @throws Problem `transition_refused`
     */
    async byItself(found: Case, orderId: string, still: (order: Order) => void): Promise<void> {
      await groups.advance(found, orderId, 'completed', 'system', async (now, order, at) => {
        still(order)
        return await money(now, order, at)
      })
    },
  }
}

export type CompletionService = ReturnType<typeof createCompletionService>
