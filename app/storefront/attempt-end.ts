import type { Payment } from '../shapes.ts'

/** Why a try to pay is over, as far as it changes what the shopper should do next. */
export type AttemptEnd = 'declined' | 'expired' | 'unanswered'

/** What Stripe calls a QR that ran out: the charge failed, but nobody refused it. */
const RAN_OUT = 'payment_intent_payment_attempt_expired'

/** Null while the attempt is open, or paid. */
export function attemptEnd(payment: Pick<Payment, 'status' | 'failureCode'>): AttemptEnd | null {
  if (payment.status === 'expired') return 'expired'
  if (payment.status !== 'failed') return null
  if (payment.failureCode === RAN_OUT) return 'expired'
  return payment.failureCode === 'provider_unavailable' ? 'unanswered' : 'declined'
}
