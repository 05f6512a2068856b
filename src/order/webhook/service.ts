import { after, before, type Clock } from '#src/common/clock.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { isStale } from '#src/database/portable.ts'
import type { OperatorFeed, OperatorNews } from '#src/services/operator-feed/index.ts'
import type { ChargebackService } from '../chargeback/service.ts'
import type { PaymentProvider } from '../payment/provider.ts'
import type { PaymentService } from '../payment/service.ts'
import type { RefundService } from '../refund/service.ts'
import { retryInboxMs } from '../settlement/rules.ts'
import type { SettlementService } from '../settlement/service.ts'
import {
  eventById,
  eventsDue,
  forgetEvents,
  type InboxEvent,
  keepEvent,
  postponeEvent,
  settleEvent,
} from './repository.ts'

export type WebhookDeps = {
  database: Database
  clock: Clock
  log: Log
  payments: PaymentService
  refunds: RefundService
  chargebacks: ChargebackService
  settlement: SettlementService
  operatorFeed: Pick<OperatorFeed, 'prepare'>
  defer(task: Promise<unknown>): void
}

// What can change the fate of a payment; everything else is kept and ignored.
const CONCERNS_REFUND = /^(charge\.)?refund\.(created|updated|failed)$/
const CONCERNS_DISPUTE = /^charge\.dispute\./
const CONCERNS_MONEY = /^(payment_intent|charge)\./
const SWEEP_PAGE = 50

/** Webhooks: kept first, answered, then acted on. The event is a hint; the provider is asked. */
export function createWebhookService(deps: WebhookDeps) {
  const { database, clock, log, payments, refunds, settlement, chargebacks, operatorFeed, defer } =
    deps

  async function work(event: InboxEvent): Promise<void> {
    const provider = payments.provider(event.provider)
    const refund = CONCERNS_REFUND.test(event.kind)
    if (provider === undefined || !(refund || CONCERNS_MONEY.test(event.kind))) {
      return await end(event, 'ignored', null)
    }
    if (event.livemode !== provider.livemode) return await end(event, 'quarantined', 'wrong mode')
    if (CONCERNS_DISPUTE.test(event.kind)) {
      const ours = await chargebacks.look(provider, event.objectRef)
      return ours ? await end(event, 'done', null) : await wait(event, 'no charge of ours')
    }
    if (refund) {
      const ours = await refunds.look(provider.name, event.objectRef)
      return ours ? await end(event, 'done', null) : await wait(event, 'no refund of ours')
    }
    const charge = await provider.fetch(event.objectRef)
    const settled = charge === undefined ? 'unknown' : await settleWith(event, provider, charge)
    if (settled === 'unknown') await wait(event, 'no attempt of ours')
  }

  async function settleWith(
    event: InboxEvent,
    provider: PaymentProvider,
    charge: NonNullable<Awaited<ReturnType<PaymentProvider['fetch']>>>,
  ) {
    let news: ReturnType<OperatorFeed['prepare']> | undefined
    try {
      const settled = await settlement.settle(provider, charge, (q, effect) => {
        const aside = effect.kind === 'put_aside' || effect.kind === 'quarantine'
        news = aside ? operatorFeed.prepare(newsOf(event, 'quarantined')) : undefined
        const note = aside ? effect.reason : effect.kind
        return [
          settleEvent(q, database.tables, event, aside ? 'quarantined' : 'done', note),
          ...(news === undefined ? [] : [news.keep(q)]),
        ]
      })
      news?.show()
      return settled
    } catch (error) {
      // Another delivery of this event settled it while we looked.
      const now = await eventById(database, event.provider, event.eventId)
      if (isStale(error) && now?.status !== 'waiting') return 'nothing'
      throw error
    }
  }

  async function end(
    event: InboxEvent,
    status: 'done' | 'ignored' | 'quarantined' | 'given_up',
    note: string | null,
  ): Promise<void> {
    const failed = status === 'quarantined' || status === 'given_up'
    if (failed) log.error('webhook.put_aside', { event, status, note })
    const news = failed ? operatorFeed.prepare(newsOf(event, status)) : null
    try {
      await database.atomically((q) => [
        settleEvent(q, database.tables, event, status, note),
        ...(news === null ? [] : [news.keep(q)]),
      ])
      news?.show()
    } catch (error) {
      if (!isStale(error)) throw error
    }
  }

  // The charge may be ahead of our own commit; a stranger's charge is given up on after 72 h (P2).
  async function wait(event: InboxEvent, why: string): Promise<void> {
    const now = clock.now()
    const giveUpAt = after(event.receivedAt, SETTINGS.payment.inboxGiveUpMs)
    if (now >= giveUpAt) return await end(event, 'given_up', why)
    await postponeEvent(database, event, now.getTime() + retryInboxMs(event.attempts))
  }

  /** Acts on one event and never throws: what fails is tried again by the sweep. */
  async function process(event: InboxEvent): Promise<void> {
    try {
      if (event.status === 'waiting') await work(event)
    } catch (error) {
      log.error('webhook.failed', { eventId: event.eventId, ...describeError(error) })
      await wait(event, 'it failed each time')
    }
  }

  return {
    /**
     * Takes a webhook: checks its signature, keeps it, and acts after the answer. A repeated one is
     * answered alike. @throws Problem `not_found` for a provider that is not configured,
     * `signature_invalid`; a storage failure passes through as a 5xx, so that the provider retries.
     */
    async receive(name: InboxEvent['provider'], rawBody: string, headers: Headers): Promise<void> {
      const provider = payments.provider(name)
      if (provider === undefined) throw new Problem('not_found')
      const now = clock.now()
      const hint = await provider.verify(rawBody, headers, now)
      const fresh = await keepEvent(database, name, hint, now)
      if (!fresh) return
      const event = await eventById(database, name, hint.eventId)
      if (event !== undefined) defer(process(event))
    },

    /** Acts on what waits and is due; part of the minute's jobs. Answers how many it looked at. */
    async sweep(): Promise<number> {
      const events = await eventsDue(database, clock.now().getTime(), SWEEP_PAGE)
      for (const event of events) await process(event)
      return events.length
    },

    /** Forgets events long after they were settled; some of them a run. */
    async forgetSettled(): Promise<void> {
      await forgetEvents(database, before(clock.now(), SETTINGS.retention.inboxMs))
    },
  }
}

export type WebhookService = ReturnType<typeof createWebhookService>

const newsOf = (
  { provider, eventId, kind, objectRef }: InboxEvent,
  event: string,
): OperatorNews => ({
  key: `webhook:${provider}:${eventId}`,
  ...{ topic: 'webhook', event, subject: objectRef, label: kind, amountSatang: null },
})
