import { after, type Clock } from '#src/common/clock.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { isProblem, Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import type { CancellationService } from '../cancellation/service.ts'
import type { CompletionService } from '../completion/service.ts'
import type { GroupService, Joined } from '../group/service.ts'
import type { ParcelService } from '../parcel/service.ts'
import { ordersDue, putOff } from './repository.ts'
import { endOf } from './rules.ts'

export type DeadlineDeps = {
  database: Database
  clock: Clock
  log: Log
  groups: GroupService
  parcels: ParcelService
  cancellation: Pick<CancellationService, 'giveUp'>
  completion: Pick<CompletionService, 'byItself'>
}

const PAGE = 50
type Case = Parameters<Joined>[0]
type Order = Parameters<Joined>[1]

/** What happens to orders by themselves, when nobody did what was due. */
export function createDeadlineService(deps: DeadlineDeps) {
  const { database, clock, log, groups, parcels, cancellation, completion } = deps

  // Asked anew in each round: whoever was faster may have met the deadline.
  function still({ dueAt }: Order): void {
    if (dueAt !== null && dueAt <= clock.now()) return
    throw new Problem('transition_refused', { detail: 'it is not due any more' })
  }

  async function end(found: Case, order: Order): Promise<void> {
    switch (endOf(order.status)) {
      case 'cancelled': {
        const asked = order.status === 'cancel_requested'
        const reason = asked ? 'not_answered' : 'not_sent_in_time'
        return await cancellation.giveUp(found, order.id, { actor: 'system', reason }, { still })
      }
      case 'delivered':
        return await groups.advance(found, order.id, 'delivered', 'system', async (_, now) => {
          still(now)
          const arrived = await parcels.presumedDelivered(now.id)
          return (q, move) => [...move, ...arrived(q)]
        })
      case 'completed':
        return await completion.byItself(found, order.id, still)
      case undefined:
        throw new RangeError(`a deadline of what has none: ${order.status}`)
    }
  }

  return {
    /**
     * Cancels what was not sent in time or not answered, delivers what must have arrived, completes
     * what nobody complained of: each once, however many runs and people race. What cannot go on, such
     * as a cash order whose money has not come, is looked at again later and holds up nobody. Answers
     * how many ended.
     */
    async run(): Promise<number> {
      let ended = 0
      const now = clock.now()
      for (const { id, groupId } of await ordersDue(database, now, PAGE)) {
        try {
          const found = await groups.load(groupId)
          const order = found?.orders.find((one) => one.id === id)
          if (found === undefined || order === undefined) continue
          await end(found, order)
          ended += 1
        } catch (error) {
          if (!isProblem(error, 'transition_refused')) {
            log.error('deadline.failed', { orderId: id, ...describeError(error) })
          }
          await putOff(database, id, now, after(now, SETTINGS.fulfilment.lookAgainMs))
        }
      }
      return ended
    },
  }
}

export type DeadlineService = ReturnType<typeof createDeadlineService>
