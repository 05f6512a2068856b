import { after, type Clock } from '#src/common/clock.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { isProblem, Problem } from '#src/common/problem.ts'
import type { Database } from '#src/database/database.ts'
import type { CancellationService } from '../cancellation/service.ts'
import type { CompletionService } from '../completion/service.ts'
import type { GroupService, Joined } from '../group/service.ts'
import type { ParcelService } from '../parcel/service.ts'
import { type DueOrder, ordersDue, putOff } from './repository.ts'
import { endOf, lookAgainMs, tryAgainMs } from './rules.ts'

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

  /** What cannot go on waits for somebody; what failed may go through the next time. */
  async function later(order: DueOrder, error: unknown, now: Date): Promise<void> {
    const { id: orderId, tries } = order
    const waits = isProblem(error, 'transition_refused')
    if (!waits) log.error('deadline.failed', { orderId, tries, ...describeError(error) })
    const again = waits ? lookAgainMs(tries) : tryAgainMs(tries)
    try {
      await putOff(database, order, now, { dueAt: after(now, again), dueTries: tries + 1 })
    } catch (error) {
      // It is due as it was, and those after it are ended all the same.
      log.error('deadline.not_put_off', { orderId, ...describeError(error) })
    }
  }

  return {
    /**
     * Cancels what was not sent in time or not answered, delivers what must have arrived, completes
     * what nobody complained of: each once, however many runs and people race. What cannot go on, such
     * as a cash order whose money has not come, is looked at again in hours; what failed in about a
     * minute, and then ever later. Neither holds up anybody. Answers how many ended.
     */
    async run(): Promise<number> {
      let ended = 0
      const now = clock.now()
      for (const due of await ordersDue(database, now, PAGE)) {
        try {
          const found = await groups.load(due.groupId)
          const order = found?.orders.find(({ id }) => id === due.id)
          if (found === undefined || order === undefined) throw new Problem('not_found')
          await end(found, order)
          ended += 1
        } catch (error) {
          await later(due, error, now)
        }
      }
      return ended
    },
  }
}

export type DeadlineService = ReturnType<typeof createDeadlineService>
