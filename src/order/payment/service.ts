import { after, type Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { Log } from '#src/common/log.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { transition } from '../rules.ts'
import {
  type Charge,
  type Method,
  type PaymentProvider,
  type ProviderName,
  ProviderRefused,
  ProviderUnavailable,
} from './provider.ts'
import {
  type Attempt,
  attemptById,
  attemptByRef,
  attemptsOf,
  attemptsToCheck,
  checkAgain,
  insertAttempt,
  moveAttempt,
  recordFact,
  rememberRef,
  rememberStart,
  unmovedAttempt,
} from './repository.ts'
import {
  ATTEMPT_MOVES,
  type AttemptStatus,
  attemptEnd,
  isOpen,
  METHODS_OF,
  refuseMethod,
} from './rules.ts'
import type { Payment, PaymentChoice } from './schema.ts'

export type PaymentDeps = {
  database: Database
  clock: Clock
  log: Log
  /** By name; a provider that is not configured is absent. */
  providers: ReadonlyMap<ProviderName, PaymentProvider>
}

/** What happens to an attempt, by whom and when. */
type How = Omit<Parameters<typeof moveAttempt>[4], 'checkAtMs'>

/** What a provider must know of a group to charge it. */
export type Payable = {
  groupId: string
  number: string
  totalSatang: number
  email: string
  locale: Locale
  expiresAt: Date
}

export const payableOf = (group: {
  id: string
  number: string
  totalSatang: number
  contactEmail: string
  locale: Locale
  expiresAt: Date
}): Payable => ({
  groupId: group.id,
  number: group.number,
  totalSatang: group.totalSatang,
  email: group.contactEmail,
  locale: group.locale,
  expiresAt: group.expiresAt,
})

/** Attempts at being paid: one open at a time, each known to its provider by our id. */
export function createPaymentService({ database, clock, log, providers }: PaymentDeps) {
  const { tables } = database

  /** @throws Problem `payment_method_unavailable` */
  function requireProvider(name: ProviderName, method: Method): void {
    const known = name === 'cod' || providers.has(name)
    if (!known || !METHODS_OF[name].includes(method)) {
      throw new Problem('payment_method_unavailable')
    }
  }

  /** @throws Problem `payment_method_unavailable` with the reason */
  function requireMethod({ provider, method }: PaymentChoice, totalSatang: number): void {
    const reason = refuseMethod(provider, method, totalSatang)
    if (reason !== null) throw new Problem('payment_method_unavailable', { extra: { reason } })
  }

  function moved(
    q: Query,
    attempt: Attempt,
    how: How,
    checkAtMs: (to: AttemptStatus) => number | null,
  ): Statement[] {
    const to = transition(ATTEMPT_MOVES, attempt.status, how.event, how.actor)
    return moveAttempt(q, tables, attempt, to, { ...how, checkAtMs: checkAtMs(to) })
  }

  /** A new attempt of a group, not yet known to its provider. */
  function newAttempt(payable: Payable, provider: ProviderName, method: Method, at: Date): Attempt {
    const cash = provider === 'cod'
    return {
      id: newId('att'),
      groupId: payable.groupId,
      provider,
      method,
      status: cash ? 'processing' : 'requires_action',
      openGroupId: payable.groupId,
      amountSatang: payable.totalSatang,
      currency: 'THB',
      providerRef: null,
      clientSecret: null,
      nextAction: null,
      failureCode: null,
      version: 1,
      createdAt: at,
      expiresAt: attemptEnd(method, at, payable.expiresAt),
      // Cash is settled by the carrier's remittance, not by asking anyone.
      checkAtMs: cash ? null : after(at, SETTINGS.payment.firstCheckMs).getTime(),
    }
  }

  /**
   * Makes the attempt known to its provider; answers it as the shopper sees it, and the statements
   * that keep what the provider said. Safe to repeat: the attempt's id is the provider's idempotency
   * key. A provider that fails makes a failed attempt, and the shopper pays again.
   */
  async function begin(
    attempt: Attempt,
    payable: Payable,
  ): Promise<{ payment: Payment; keep(q: Query): Statement[] }> {
    const provider = providers.get(attempt.provider)
    // A webhook may have told the charge already, but not how it is paid.
    const started = attempt.providerRef !== null && attempt.nextAction !== null
    if (provider === undefined || started || !isOpen(attempt.status)) {
      return { payment: paymentView(attempt), keep: () => [] }
    }
    try {
      const charge = await provider.start(chargeOrder(attempt, payable))
      return {
        payment: paymentView({ ...attempt, ...charge }),
        keep: (q) => [rememberStart(q, tables, attempt.id, charge)],
      }
    } catch (error) {
      if (!(error instanceof ProviderUnavailable || error instanceof ProviderRefused)) throw error
      const unknown = error instanceof ProviderUnavailable
      const failureCode = unknown ? 'provider_unavailable' : error.code
      log.error('payment.start_failed', { attemptId: attempt.id, failureCode })
      const at = clock.now()
      // What the provider did is not known: the reconciler finds the charge by its key and ends it.
      const checkAtMs = unknown ? after(at, SETTINGS.payment.firstCheckMs).getTime() : null
      const how = { event: 'start_failed', actor: 'system', at, failureCode } as const
      return {
        payment: paymentView({ ...attempt, status: 'failed', failureCode }),
        keep: (q) => moved(q, attempt, how, () => checkAtMs),
      }
    }
  }

  return {
    requireProvider,
    requireMethod,
    newAttempt,
    begin,
    provider: (name: ProviderName): PaymentProvider | undefined => providers.get(name),

    /**
     * The provider's id of an attempt whose start was cut off: asking again with the same key finds
     * the same charge. Null when the provider refuses it. @throws ProviderUnavailable
     */
    async locate(attempt: Attempt, payable: Payable): Promise<string | null> {
      const provider = providers.get(attempt.provider)
      if (provider === undefined) return null
      try {
        const started = await provider.start(chargeOrder(attempt, payable))
        await database.atomically((q) => [rememberStart(q, tables, attempt.id, started)])
        return started.providerRef
      } catch (error) {
        if (error instanceof ProviderRefused) return null
        throw error
      }
    },

    /** The statements that open an attempt. */
    open: (q: Query, attempt: Attempt): Statement[] => insertAttempt(q, tables, attempt),

    /**
     * The statements that move an attempt; a stale write when somebody moved it first.
     * @throws Problem `transition_refused`
     */
    move: (q: Query, attempt: Attempt, how: How): Statement[] =>
      moved(q, attempt, how, (to) => nextCheck(attempt, to, how.at)),

    /** The statement that fails the write when the attempt has moved since it was read. */
    unmoved: (q: Query, attempt: Attempt): Statement => unmovedAttempt(q, tables, attempt),

    /** The attempt whose charge a provider knows by this id. One query. */
    byRef: async (provider: ProviderName, providerRef: string): Promise<Attempt | undefined> =>
      await attemptByRef(database, provider, providerRef),

    /** The attempt behind a provider's charge: by the charge's id, or by our id in its metadata. */
    async ofCharge(provider: ProviderName, charge: Charge): Promise<Attempt | undefined> {
      const found = await attemptByRef(database, provider, charge.providerRef)
      if (found !== undefined || charge.attemptId === null) return found
      const attempt = await attemptById(database, charge.attemptId)
      // Metadata alone does not make a charge ours when the attempt is known by another one. By this one
      // it may have become known since the first question.
      const known = attempt?.providerRef ?? charge.providerRef
      const ours = attempt?.provider === provider && known === charge.providerRef
      return ours ? attempt : undefined
    },

    /** The statement that keeps which charge is an attempt's; nothing when it is known. */
    remember: (q: Query, { id }: Attempt, providerRef: string): Statement =>
      rememberRef(q, tables, id, providerRef),

    /** The statement that records what money did; the same fact of a charge twice fails the write. */
    record: (q: Query, fact: Parameters<typeof recordFact>[2]): Statement =>
      recordFact(q, tables, fact),

    /** Attempts the reconciler should ask about. */
    due: async (nowMs: number, limit: number): Promise<Attempt[]> =>
      await attemptsToCheck(database, nowMs, limit),

    /** When the reconciler looks at it next, ms since 1970; null for never. */
    checkAgain: async (attempt: Attempt, checkAtMs: number | null): Promise<void> =>
      await checkAgain(database, attempt, checkAtMs),

    /**
     * The charge that paid a group. One query.
     * @throws Problem `transition_refused` for cash, which came by no charge that could be given back
     */
    async paidBy(groupId: string): Promise<PaidBy> {
      const attempts = await attemptsOf(database, groupId)
      const paid = attempts.find(({ status }) => status === 'succeeded')
      const providerRef = paid?.providerRef
      if (paid === undefined || !providerRef) throw new Problem('transition_refused')
      return { ...paid, providerRef }
    },

    /** A group's attempts, the newest first. One query. */
    attempts: async (groupId: string): Promise<Attempt[]> => await attemptsOf(database, groupId),
  }
}

const chargeOrder = (attempt: Attempt, { number, email, locale }: Payable) => ({
  id: attempt.id,
  groupId: attempt.groupId,
  number,
  method: attempt.method,
  amountSatang: attempt.amountSatang,
  currency: 'THB' as const,
  email,
  locale,
})

// A failed card or an expired QR may still have been paid at the last moment: it is asked after once
// more, and its charge ended at the provider.
function nextCheck(attempt: Attempt, to: AttemptStatus, at: Date): number | null {
  if (attempt.provider === 'cod' || to === 'succeeded') return null
  if (!isOpen(to)) return at.getTime()
  return after(at, SETTINGS.payment.nextCheckMs).getTime()
}

/** An attempt that brought the money. */
export type PaidBy = Attempt & { providerRef: string }
export type { Attempt } from './repository.ts'
export type PaymentService = ReturnType<typeof createPaymentService>

/** An attempt as its shopper sees it. */
export function paymentView(attempt: Attempt): Payment {
  return {
    id: attempt.id,
    status: attempt.status,
    provider: attempt.provider,
    method: attempt.method,
    ...(attempt.clientSecret === null ? {} : { clientSecret: attempt.clientSecret }),
    ...(attempt.nextAction === null ? {} : { nextAction: attempt.nextAction }),
    ...(attempt.failureCode === null ? {} : { failureCode: attempt.failureCode }),
    expiresAt: attempt.expiresAt.toISOString(),
  }
}
