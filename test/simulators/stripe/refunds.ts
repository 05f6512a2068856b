import type { RefundRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { recordBalance } from './charges.ts'
import { invalid, missing, refused } from './errors.ts'
import type { Charge, Refund } from './money-objects.ts'
import type { CreateRefund } from './params.ts'
import { mergeMetadata } from './payment-intents.ts'

const CLAIM_DAYS = 45
const DAY_SECONDS = 86_400

/** Finds a refund or throws Stripe's 404. */
export function findRefund(simulation: Simulation, id: string): RefundRecord {
  const found = simulation.refunds.get(id)
  if (found === undefined) throw missing('refund', id, 'id')
  return found
}

/**
 * Gives money back, in whole or in part. A card's refund succeeds at once; PromptPay's waits for the
 * shopper's account number (`requires_action`) and succeeds when that delay is over.
 */
export function createRefund(simulation: Simulation, params: CreateRefund): Refund {
  const charge = chargeToRefund(simulation, params)
  const left = charge.amount - charge.amount_refunded
  if (left <= 0) {
    throw refused(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    })
  }
  const amount = params.amount ?? left
  if (amount < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (amount > left) {
    throw refused(
      `Refund amount (${baht(amount)}) is greater than unrefunded amount on charge (${baht(left)})`,
      { param: 'amount' },
    )
  }
  const viaBank = charge.payment_method_details.type === 'promptpay'
  const created = simulation.seconds()
  const id = simulation.newId('re')
  const entry = recordBalance(simulation, {
    amount: -amount,
    fee: 0,
    currency: charge.currency,
    source: id,
    reporting_category: 'refund',
    type: viaBank ? 'payment_refund' : 'refund',
  })
  const email = params.instructions_email ?? charge.billing_details.email
  const wire: Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: entry.id,
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: null,
    customer_account: null,
    ...(viaBank
      ? {
          ...(email === null ? {} : { instructions_email: email }),
          next_action: {
            type: 'display_details' as const,
            display_details: {
              email_sent: { email_sent_at: created, email_sent_to: email ?? '' },
              expires_at: created + CLAIM_DAYS * DAY_SECONDS,
            },
          },
        }
      : {
          destination_details: {
            type: 'card' as const,
            card: {
              reference_status: 'pending' as const,
              reference_type: 'acquirer_reference_number',
              type: 'refund' as const,
            },
          },
        }),
    metadata: params.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: viaBank ? 'requires_action' : 'succeeded',
    transfer_reversal: null,
  }
  const settlesAt = viaBank ? simulation.now() + simulation.settings.refundDelayMs : null
  simulation.refunds.put({ wire, settlesAt })
  const changed = addRefunded(simulation, charge, amount)
  simulation.emit('refund.created', wire)
  simulation.emit('charge.refunded', changed)
  return wire
}

export function updateRefund(
  simulation: Simulation,
  id: string,
  metadata: Record<string, string> | undefined,
): Refund {
  const record = findRefund(simulation, id)
  const wire = { ...record.wire, metadata: mergeMetadata(record.wire.metadata, metadata) }
  return simulation.refunds.put({ ...record, wire }).wire
}

/** The bank has paid a refund that was on its way. */
export function settleRefund(simulation: Simulation, record: RefundRecord): Refund {
  const { next_action: _, ...rest } = record.wire
  const wire: Refund = { ...rest, status: 'succeeded' }
  simulation.refunds.put({ wire, settlesAt: null })
  simulation.emit('refund.updated', wire)
  return wire
}

/** The bank has sent a refund back, as it may days after it succeeded. */
export function failRefund(simulation: Simulation, record: RefundRecord): Refund {
  const { next_action: _, ...rest } = record.wire
  const wire: Refund = { ...rest, failure_reason: 'declined', status: 'failed' }
  simulation.refunds.put({ wire, settlesAt: null })
  const charge = simulation.charges.get(wire.charge)
  if (charge !== undefined) addRefunded(simulation, charge, -wire.amount)
  recordBalance(simulation, {
    amount: wire.amount,
    fee: 0,
    currency: wire.currency,
    source: wire.id,
    reporting_category: 'refund_failure',
    type: 'refund_failure',
  })
  simulation.emit('refund.failed', wire)
  simulation.emit('refund.updated', wire)
  return wire
}

function addRefunded(simulation: Simulation, charge: Charge, amount: number): Charge {
  const refunded = charge.amount_refunded + amount
  return simulation.charges.put({
    ...charge,
    amount_refunded: refunded,
    refunded: refunded === charge.amount,
  })
}

function chargeToRefund(simulation: Simulation, params: CreateRefund): Charge {
  if (params.charge !== undefined) return paidCharge(simulation, params.charge)
  if (params.payment_intent === undefined) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  }
  const intent = simulation.intents.get(params.payment_intent)
  if (intent === undefined) {
    throw missing('payment_intent', params.payment_intent, 'payment_intent')
  }
  const { latest_charge: charge, status } = intent.wire
  if (charge === null || status !== 'succeeded') {
    throw refused(
      `This PaymentIntent (${intent.wire.id}) does not have a successful charge to refund.`,
      { code: 'payment_intent_unexpected_state', param: 'payment_intent' },
    )
  }
  return paidCharge(simulation, charge)
}

function paidCharge(simulation: Simulation, id: string): Charge {
  const charge = simulation.charges.get(id)
  if (charge === undefined) throw missing('charge', id, 'charge')
  if (!charge.paid) {
    throw refused(`Charge ${id} has no money to refund: it failed.`, { param: 'charge' })
  }
  return charge
}

function baht(satang: number): string {
  return `฿${(satang / 100).toFixed(2)}`
}
