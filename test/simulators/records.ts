import * as z from 'zod'
import { Refund } from './stripe/money-objects.ts'
import { PaymentIntent, PaymentMethod } from './stripe/objects.ts'

/** What the bank behind a payment method will say. */
export const Behaviour = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('succeeds') }),
  z.strictObject({ kind: z.literal('challenges') }),
  z.strictObject({
    kind: z.literal('declines'),
    code: z.string(),
    declineCode: z.string(),
    message: z.string(),
  }),
])
export type Behaviour = z.infer<typeof Behaviour>

/** A payment method with the behaviour of its number; the number itself is never kept. */
export const MethodRecord = z.strictObject({ wire: PaymentMethod, behaviour: Behaviour })
export type MethodRecord = z.infer<typeof MethodRecord>

/** An intent with when its QR runs out (ms), while one is shown. */
export const IntentRecord = z.strictObject({
  wire: PaymentIntent,
  qrExpiresAt: z.int().nullable(),
})
export type IntentRecord = z.infer<typeof IntentRecord>

/** A refund with when the bank will have paid it (ms), while it is on its way. */
export const RefundRecord = z.strictObject({ wire: Refund, settlesAt: z.int().nullable() })
export type RefundRecord = z.infer<typeof RefundRecord>

/** How one delivery departs from a plain one. */
export const Tampering = z.strictObject({
  amount: z.int().nullable(),
  currency: z.string().nullable(),
  secrets: z.array(z.string()).nullable(),
  timestampShiftSeconds: z.int(),
})
export type Tampering = z.infer<typeof Tampering>

/** One announcement of one event to the merchant's endpoint, with every try. Times in ms. */
export const Delivery = z.strictObject({
  id: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  state: z.enum(['waiting', 'sending', 'held', 'delivered', 'failed', 'dropped']),
  dueAt: z.int().nullable(),
  attempts: z.array(
    z.strictObject({ at: z.int(), status: z.int().nullable(), error: z.string().nullable() }),
  ),
  tampering: Tampering,
  faults: z.array(z.string()),
})
export type Delivery = z.infer<typeof Delivery>

/** What an idempotency key is bound to, and the answer it will go on getting. */
export const IdempotencyRecord = z.strictObject({
  key: z.string(),
  path: z.string(),
  fingerprint: z.string(),
  status: z.int(),
  body: z.string(),
  requestId: z.string(),
})
export type IdempotencyRecord = z.infer<typeof IdempotencyRecord>
