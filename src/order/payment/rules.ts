import { after } from '#src/common/clock.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Actor, Move } from '../rules.ts'
import type { Method, ProviderName } from './provider.ts'

export type AttemptStatus = 'requires_action' | 'processing' | 'succeeded' | 'failed' | 'expired'

/** An attempt that may still bring money. At most one of a group. */
export const isOpen = (status: AttemptStatus): boolean =>
  status === 'requires_action' || status === 'processing'

const OPEN = ['requires_action', 'processing'] as const

/** The same end of both states in which an attempt may still bring money. */
const ended = (
  event: string,
  actors: readonly Actor[],
  to: 'failed' | 'expired',
): Move<AttemptStatus>[] => OPEN.map((from) => ({ from, event, actors, to }))

/** Every legal move of a try at paying. Anything else is refused. */
export const ATTEMPT_MOVES: readonly Move<AttemptStatus>[] = [
  { from: 'requires_action', event: 'processing', actors: ['provider'], to: 'processing' },
  // A card form takes another card on the same charge.
  ...OPEN.map((from) => ({
    ...{ from, event: 'declined', actors: ['provider'] as const },
    to: 'requires_action' as const,
  })),
  // Money may come of what was given up on: of a failed card at the last moment, of an old QR.
  ...([...OPEN, 'failed', 'expired'] as const).map((from) => ({
    ...{ from, event: 'captured', actors: ['provider'] as const },
    to: 'succeeded' as const,
  })),
  ...ended('failed', ['provider'], 'failed'),
  ...ended('put_aside', ['provider'], 'failed'),
  ...ended('start_failed', ['system'], 'failed'),
  ...ended('superseded', ['buyer', 'system'], 'failed'),
  ...ended('canceled', ['provider'], 'expired'),
  ...ended('expired', ['system'], 'expired'),
  // With its group, or with the last order of one that was to be paid in cash.
  ...ended('cancelled', ['buyer', 'seller', 'operator', 'system'], 'expired'),
]

/** Of a group's attempts, newest first, the one its shopper is shown: what paid, else the latest. */
export function shownAttempt<Shown extends { status: AttemptStatus }>(
  newestFirst: readonly Shown[],
): Shown | undefined {
  return newestFirst.find(({ status }) => status === 'succeeded') ?? newestFirst[0]
}

/** The methods of each provider, as the API names them. */
export const METHODS_OF: Record<ProviderName, readonly Method[]> = {
  stripe: ['card', 'promptpay'],
  omise: ['promptpay', 'mobile_banking', 'truemoney', 'installment'],
  cod: ['cash'],
}

/** When an attempt ends: with its group, or before it when its QR can no longer be scanned. */
export function attemptEnd(method: Method, startedAt: Date, groupEnd: Date): Date {
  const qrEnd = after(startedAt, SETTINGS.payment.promptPayQrMs)
  return method === 'promptpay' && qrEnd < groupEnd ? qrEnd : groupEnd
}

export type MethodRefusal = 'unknown_method' | 'below_minimum'

/**
 * Whether a group can be paid this way; who takes cash is asked of the cash terms. Cards and PromptPay
 * start at 10 baht (docs.stripe.com: minimum charge amounts).
 */
export function refuseMethod(
  provider: ProviderName,
  method: Method,
  totalSatang: number,
): MethodRefusal | null {
  if (!METHODS_OF[provider].includes(method)) return 'unknown_method'
  if (provider === 'cod') return null
  return totalSatang < SETTINGS.order.minimumChargeSatang ? 'below_minimum' : null
}
