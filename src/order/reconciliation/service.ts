import { after, type Clock } from '#src/common/clock.ts'
import { eachOf } from '#src/common/each.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { isProblem, Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import type { CartService } from '../cart/service.ts'
import type { GroupService } from '../group/service.ts'
import type { Charge } from '../payment/provider.ts'
import { isOpen } from '../payment/rules.ts'
import { type Attempt, type PaymentService, payableOf } from '../payment/service.ts'
import type { SettlementService } from '../settlement/service.ts'

export type ReconciliationDeps = {
  database: Database
  clock: Clock
  log: Log
  cart: CartService
  groups: GroupService
  payments: PaymentService
  settlement: SettlementService
  defer(task: Promise<unknown>): void
}

type Case = NonNullable<Awaited<ReturnType<GroupService['load']>>>
const PAGE = 50
const ROUNDS = 5

/** Repairs whatever a crash, a silence or the end of a window left between provider and order. */
export function createReconciliationService(deps: ReconciliationDeps) {
  const { database, clock, log, cart, groups, payments, settlement } = deps

  /** Ends every open charge of a group at its provider, and settles one that was paid meanwhile. */
  async function endCharges(groupId: string): Promise<void> {
    try {
      for (const attempt of await payments.attempts(groupId)) {
        const provider = payments.provider(attempt.provider)
        if (!isOpen(attempt.status) || provider === undefined || attempt.providerRef === null)
          continue
        const charge = await provider.cancel(attempt.providerRef)
        if (charge?.status === 'succeeded') await settlement.settle(provider, charge)
      }
    } catch (error) {
      // The provider is silent: late money is put aside and given back when it speaks again (S6).
      log.error('reconciliation.charge_not_ended', { groupId, ...describeError(error) })
    }
  }

  /**
   * Ends an unpaid group: its charges first, then the group, its orders and its holds in one write.
   * Money that won the race stands. Answers whether it ended.
   * @throws Problem `transition_refused`, `conflict` when others kept being faster
   */
  async function end(
    groupId: string,
    event: 'expired' | 'cancelled',
    alongside: (q: Query) => Statement[] = () => [],
  ): Promise<boolean> {
    await endCharges(groupId)
    return await endUnpaid(groupId, event, alongside)
  }

  async function endUnpaid(
    groupId: string,
    event: 'expired' | 'cancelled',
    alongside: (q: Query) => Statement[] = () => [],
  ): Promise<boolean> {
    for (let round = 1; ; round += 1) {
      const found = await groups.load(groupId)
      if (found === undefined) return false
      const at = clock.now()
      const actor = event === 'expired' ? 'system' : 'buyer'
      const open = (await payments.attempts(groupId)).filter((attempt) => isOpen(attempt.status))
      try {
        await database.atomically((q) => [
          ...alongside(q),
          ...groups.move(q, found, event, actor, at),
          ...open.flatMap((attempt) => payments.move(q, attempt, { event, actor, at })),
        ])
        // What was held of a campaign goes back to it.
        const back = found.lines.filter(({ flashItemId }) => flashItemId === null)
        groups.announceMove(found, event === 'expired' ? 'expired' : 'cancelled', back)
        await giveBack(found)
        return true
      } catch (error) {
        // Money, another try at paying or another end was faster: what is there now decides.
        if (!(isStale(error) || isConflict(error))) throw error
        if (round === ROUNDS) throw new Problem('conflict')
      }
    }
  }

  async function giveBack({ group, lines }: Case): Promise<void> {
    if (group.userId === null) return
    try {
      await cart.restore(group.userId, lines)
    } catch (error) {
      log.error('cart.not_restored', { groupId: group.id, ...describeError(error) })
    }
  }

  async function check(attempt: Attempt): Promise<void> {
    const provider = payments.provider(attempt.provider)
    const found = await groups.load(attempt.groupId)
    if (provider === undefined || found === undefined)
      return await payments.checkAgain(attempt, null)
    const providerRef = attempt.providerRef ?? (await refOf(attempt, found))
    let charge = providerRef === null ? undefined : await provider.fetch(providerRef)
    const over = !isOpen(attempt.status) || found.group.paymentStatus !== 'pending_payment'
    if (charge !== undefined && over && unpaid(charge))
      charge = await provider.cancel(charge.providerRef)
    if (charge !== undefined) await settlement.settle(provider, charge)
    const finished =
      charge === undefined || charge.status === 'succeeded' || charge.status === 'canceled'
    const [now] = (await payments.attempts(attempt.groupId)).filter(({ id }) => id === attempt.id)
    if (now === undefined) return
    const again =
      finished && !isOpen(now.status)
        ? null
        : after(clock.now(), SETTINGS.payment.nextCheckMs).getTime()
    await payments.checkAgain(now, again)
  }

  // Our call was cut off before the provider's answer was kept: the same key finds the same charge.
  async function refOf(attempt: Attempt, { group }: Case): Promise<string | null> {
    return await payments.locate(attempt, payableOf(group))
  }

  // A charge that the provider failed at, and failed at again for three days, was never shown to a
  // shopper: nobody can pay it.
  function nextTry(attempt: Attempt): number | null {
    const now = clock.now()
    const over = after(attempt.createdAt, SETTINGS.payment.inboxGiveUpMs) <= now
    if (over && !isOpen(attempt.status) && attempt.providerRef === null) return null
    return after(now, SETTINGS.payment.nextCheckMs).getTime()
  }

  async function reconcile(): Promise<number> {
    const due = await payments.due(clock.now().getTime(), PAGE)
    await eachOf(due, SETTINGS.payment.asksAtOnce, async (attempt) => {
      try {
        await check(attempt)
      } catch (error) {
        log.error('reconciliation.failed', { attemptId: attempt.id, ...describeError(error) })
        await payments.checkAgain(attempt, nextTry(attempt))
      }
    })
    return due.length
  }

  return {
    end,

    /** Asks after what is due once the answer is sent: a superseded charge does not wait a minute. */
    soon: (): void =>
      deps.defer(
        reconcile().catch((error: unknown) =>
          log.error('reconciliation.failed', describeError(error)),
        ),
      ),

    /** Ends groups whose payment window is over. Answers how many ended. */
    async expire(): Promise<number> {
      let ended = 0
      const overdue = await groups.overdue(clock.now(), PAGE)
      // The provider takes its time, and is asked about several; our own writes need no haste.
      await eachOf(overdue, SETTINGS.payment.asksAtOnce, endCharges)
      for (const groupId of overdue) {
        try {
          if (await endUnpaid(groupId, 'expired')) ended += 1
        } catch (error) {
          // Paid or ended by somebody else meanwhile.
          if (!isProblem(error, 'transition_refused')) {
            log.error('reconciliation.not_expired', { groupId, ...describeError(error) })
          }
        }
      }
      return ended
    },

    /** Asks after open attempts and ends the charges of closed ones. Answers how many it looked at. */
    reconcile,
  }
}

export type ReconciliationService = ReturnType<typeof createReconciliationService>

const unpaid = (charge: Charge) =>
  charge.status === 'requires_action' ||
  charge.status === 'failed' ||
  charge.status === 'processing'
