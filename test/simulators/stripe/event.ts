import * as z from 'zod'
import { Dispute } from './disputes.ts'
import { Charge, Refund } from './money-objects.ts'
import { PaymentIntent } from './objects.ts'

export const EventType = z.enum([
  'payment_intent.created',
  'payment_intent.requires_action',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.succeeded',
  'charge.failed',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
  'refund.created',
  'refund.updated',
  'refund.failed',
])
export type EventType = z.infer<typeof EventType>

export const Event = z.strictObject({
  id: z.string(),
  object: z.literal('event'),
  api_version: z.string(),
  created: z.int(),
  data: z.strictObject({
    object: z.discriminatedUnion('object', [PaymentIntent, Charge, Refund, Dispute]),
  }),
  livemode: z.boolean(),
  pending_webhooks: z.int(),
  request: z.strictObject({
    id: z.string().nullable(),
    idempotency_key: z.string().nullable(),
  }),
  type: EventType,
})
export type Event = z.infer<typeof Event>
