import { doubling, HOUR_MS, SECOND_MS } from '#src/common/clock.ts'
import type { Charge } from '../payment/provider.ts'
import { type AttemptStatus, isOpen } from '../payment/rules.ts'
import type { PaymentStatus } from '../rules.ts'

export type PutAsideReason = 'late' | 'duplicate' | 'wrong_amount'

/** What a charge does to the group it was made for. */
export type Effect =
  | { kind: 'pay' }
  | { kind: 'put_aside'; reason: PutAsideReason; amountSatang: number }
  /** Not our money at all: test events in live mode and the like. For an operator. */
  | { kind: 'quarantine'; reason: 'wrong_mode' | 'nothing_received' }
  | { kind: 'move'; to: AttemptStatus; event: string; failureCode: string | null }
  | { kind: 'nothing' }

type Attempt = {
  status: AttemptStatus
  method: string
  amountSatang: number
  currency: string
  failureCode: string | null
}

/**
 * Decides from what the provider says now, never from the event that called. Money that is late,
 * doubled or of the wrong amount never makes an order paid: it is put aside and given back once
 * (S6, P1, P5, P8). Facts only move forward: an old "processing" does not undo a success.
 */
export function decide(
  charge: Charge,
  attempt: Attempt,
  group: { paymentStatus: PaymentStatus },
  provider: { livemode: boolean },
): Effect {
  if (charge.livemode !== provider.livemode) return { kind: 'quarantine', reason: 'wrong_mode' }
  if (charge.status === 'succeeded') return money(charge, attempt, group)
  if (!isOpen(attempt.status)) return { kind: 'nothing' }
  if (charge.status === 'canceled') {
    return { kind: 'move', to: 'expired', event: 'canceled', failureCode: charge.failureCode }
  }
  if (charge.status === 'processing' && attempt.status !== 'processing') {
    return { kind: 'move', to: 'processing', event: 'processing', failureCode: null }
  }
  if (charge.status === 'failed') return declined(charge, attempt)
  return { kind: 'nothing' }
}

function money(charge: Charge, attempt: Attempt, group: { paymentStatus: PaymentStatus }): Effect {
  if (attempt.status === 'succeeded') return { kind: 'nothing' }
  const amountSatang = charge.receivedSatang
  const right =
    charge.currency === attempt.currency &&
    charge.amountSatang === attempt.amountSatang &&
    charge.receivedSatang === attempt.amountSatang
  // A success without money is nobody's to give back.
  if (amountSatang <= 0) return { kind: 'quarantine', reason: 'nothing_received' }
  if (!right) return { kind: 'put_aside', reason: 'wrong_amount', amountSatang }
  // An attempt that was given up on may still be paid: while the group waits, that is good money.
  if (group.paymentStatus === 'pending_payment') return { kind: 'pay' }
  const paid = group.paymentStatus === 'paid' || group.paymentStatus === 'cod'
  return { kind: 'put_aside', reason: paid ? 'duplicate' : 'late', amountSatang }
}

// A card form takes another card on the same charge; a QR that failed is dead.
function declined(charge: Charge, attempt: Attempt): Effect {
  const failureCode = charge.failureCode ?? 'declined'
  if (attempt.method !== 'card') return { kind: 'move', to: 'failed', event: 'failed', failureCode }
  if (attempt.failureCode === failureCode && attempt.status === 'requires_action') {
    return { kind: 'nothing' }
  }
  return { kind: 'move', to: 'requires_action', event: 'declined', failureCode }
}

/** When a webhook whose charge we do not know is looked at again: 5 s, doubling to an hour. */
export function retryInboxMs(attempts: number): number {
  return doubling(5 * SECOND_MS, attempts, HOUR_MS)
}
