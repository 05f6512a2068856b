import * as z from 'zod'
import type { Simulation } from '../simulation.ts'
import { recordBalance } from './charges.ts'
import { missing, StripeFailure } from './errors.ts'
import { findIntent } from './intent-checks.ts'
import { BalanceTransaction } from './money-objects.ts'
import { Metadata } from './objects.ts'

const EVIDENCE = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const

const nothing = z.null()
const NoEvidence = z.strictObject({
  ...(Object.fromEntries(EVIDENCE.map((name) => [name, nothing])) as Record<
    (typeof EVIDENCE)[number],
    typeof nothing
  >),
  enhanced_evidence: z.strictObject({}),
})

/** A cardholder's bank takes a charge back. Amounts in satang. */
export const Dispute = z.strictObject({
  id: z.string(),
  object: z.literal('dispute'),
  amount: z.int(),
  balance_transactions: z.array(BalanceTransaction).max(2),
  charge: z.string(),
  created: z.int(),
  currency: z.string().length(3),
  enhanced_eligibility_types: z.array(z.never()),
  evidence: NoEvidence,
  evidence_details: z.strictObject({
    due_by: z.int().nullable(),
    enhanced_eligibility: z.strictObject({}),
    has_evidence: z.boolean(),
    past_due: z.boolean(),
    submission_count: z.int(),
    submission_method: z.literal('not_submitted'),
  }),
  intended_submission_method: z.null(),
  is_charge_refundable: z.boolean(),
  livemode: z.boolean(),
  metadata: Metadata,
  payment_intent: z.string(),
  reason: z.string(),
  status: z.enum(['needs_response', 'under_review', 'won', 'lost']),
})
export type Dispute = z.infer<typeof Dispute>

/** What `POST /sim/payment_intents/{id}/dispute` may say; amounts in satang. */
export const Complaint = z.strictObject({
  amount: z.int().positive().optional(),
  reason: z.enum(['fraudulent', 'product_not_received', 'general']).default('fraudulent'),
  fee: z.int().min(0).default(50_000),
  /** Whether the bank takes the money at once, as it does of cards, or `withdraw` does it later. */
  withdrawn: z.boolean().default(true),
})
export type Complaint = z.infer<typeof Complaint>

const ANSWER_DAYS = 9
const DAY_SECONDS = 86_400

/** The payer tells their bank that they did not mean to pay. */
export function openDispute(simulation: Simulation, intentId: string, said: Complaint): Dispute {
  const { wire } = findIntent(simulation, intentId)
  const charge =
    wire.latest_charge === null ? undefined : simulation.charges.get(wire.latest_charge)
  if (charge === undefined || !charge.paid || charge.disputed) throw notNow(intentId)
  const created = simulation.seconds()
  simulation.charges.put({ ...charge, disputed: true })
  const dispute = simulation.disputes.put({
    id: simulation.newId('dp'),
    object: 'dispute',
    amount: said.amount ?? charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NoEvidence.parse({
      ...Object.fromEntries(EVIDENCE.map((name) => [name, null])),
      enhanced_evidence: {},
    }),
    evidence_details: {
      due_by: created + ANSWER_DAYS * DAY_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: charge.livemode,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: said.reason,
    status: 'needs_response',
  })
  simulation.emit('charge.dispute.created', dispute)
  return said.withdrawn ? withdraw(simulation, dispute.id, said.fee) : dispute
}

/** The bank takes the money, and the provider its fee. */
export function withdraw(simulation: Simulation, id: string, fee: number): Dispute {
  const dispute = findDispute(simulation, id)
  if (dispute.balance_transactions.length > 0) throw notNow(id)
  return moved(simulation, dispute, 'charge.dispute.funds_withdrawn', -dispute.amount, fee)
}

/** The bank decides: `won` gives the money back, `lost` keeps it. The fee is the provider's. */
export function closeDispute(simulation: Simulation, id: string, status: 'won' | 'lost'): Dispute {
  const open = findDispute(simulation, id)
  if (open.status === 'won' || open.status === 'lost') throw notNow(id)
  const dispute = simulation.disputes.put({ ...open, status })
  simulation.emit('charge.dispute.closed', dispute)
  if (status === 'lost' || dispute.balance_transactions.length === 0) return dispute
  return moved(simulation, dispute, 'charge.dispute.funds_reinstated', dispute.amount, 0)
}

/** Finds a dispute or throws Stripe's 404. */
export function findDispute(simulation: Simulation, id: string): Dispute {
  const found = simulation.disputes.get(id)
  if (found === undefined) throw missing('dispute', id)
  return found
}

function moved(
  simulation: Simulation,
  dispute: Dispute,
  event: 'charge.dispute.funds_withdrawn' | 'charge.dispute.funds_reinstated',
  amount: number,
  fee: number,
): Dispute {
  const entry = recordBalance(simulation, {
    amount,
    fee,
    currency: dispute.currency,
    source: dispute.id,
    reporting_category: amount < 0 ? 'dispute' : 'dispute_reversal',
    type: 'adjustment',
  })
  const after = simulation.disputes.put({
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, entry],
  })
  simulation.emit(event, after)
  return after
}

const notNow = (id: string) =>
  new StripeFailure(409, {
    type: 'invalid_request_error',
    code: 'dispute_unexpected_state',
    message: `Not possible of ${id} now.`,
  })
