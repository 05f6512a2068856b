import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { Database } from '#src/database/database.ts'
import { idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import type { Buyer } from '../cancellation/service.ts'
import type { GrantService } from '../grant/service.ts'
import type { GroupService, Joined } from '../group/service.ts'
import { completedJournal } from '../ledger/rules.ts'
import type { LedgerService } from '../ledger/service.ts'
import { keyedRequest } from '../rules.ts'
import type { OrderReader } from '../service.ts'

export type CompletionDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  groups: GroupService
  grants: GrantService
  ledger: LedgerService
  reader: OrderReader
}

/** How an order ends well: its money leaves escrow for the shop. */
export function createCompletionService(deps: CompletionDeps) {
  const { groups, grants, ledger, reader } = deps

  // Cash that a carrier still holds is in nobody's escrow: delivered is not remitted. Until it is, a
  // cash order stays delivered, and no shop is owed what has not come.
  const money: Joined = async ({ group, lines }, order, at) => {
    if (group.paymentStatus !== 'paid') {
      throw new Problem('transition_refused', { detail: 'its cash has not been remitted yet' })
    }
    const own = lines.filter(({ orderId }) => orderId === order.id)
    const back = await grants.takenBack(order)
    return (q, move) => [...move, ...ledger.post(q, completedJournal(order, own, back), at)]
  }

  return {
    /**
     * The buyer says that a parcel is there: the order is completed and its shop is owed its part.
     * @throws Problem `not_found`, `transition_refused`
     */
    async received(buyer: Buyer, orderId: string, { key }: { key: string }): Promise<StoredAnswer> {
      const found = await reader.requireByOrder(orderId, buyer)
      const { group } = found
      const { userId, orderToken: token } = buyer
      const request = await keyedRequest({ userId, token }, `orders/${orderId}/received`, key, {})
      return await idempotently(deps, request, {
        begin: async (claim) => {
          await groups.advance(found, orderId, 'received', 'buyer', async (...of) => {
            const withMoney = await money(...of)
            return (q, move) => [claim(q, group.id), ...withMoney(q, move)]
          })
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
