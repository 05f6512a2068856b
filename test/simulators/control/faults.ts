import * as z from 'zod'
import { EventType } from '../stripe/event.ts'

/** How many matching requests or events a fault hits; `null` until it is cleared. */
const times = z.int().positive().nullable().default(1)
const ms = z.int().min(0).max(600_000)

const request = {
  times,
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  /** A prefix; `*` stands for one segment and a closing `$` makes it exact. */
  path: z.string().startsWith('/v1/').optional(),
}

const HANG_MS = 30_000

/** A fault of the API: the first that matches a request is applied. */
export const RequestFault = z.discriminatedUnion('kind', [
  /** Nothing is done and nothing is answered for `ms`, then 504. */
  z.strictObject({ kind: z.literal('hang'), ...request, ms: ms.default(HANG_MS) }),
  /** The work is done; nothing is answered for `ms`, then 504. */
  z.strictObject({ kind: z.literal('commit_then_timeout'), ...request, ms: ms.default(HANG_MS) }),
  /** The work is done; the connection breaks. */
  z.strictObject({ kind: z.literal('commit_then_reset'), ...request }),
  /** Answered `ms` late; the idempotency key is in use meanwhile. */
  z.strictObject({ kind: z.literal('slow'), ...request, ms: ms.default(1000) }),
  /** `stored: false` is a 500 from in front of the endpoint: a retry with the same key gets through. */
  z.strictObject({ kind: z.literal('status_500'), ...request, stored: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('status_500_after_commit'), ...request }),
])
export type RequestFault = z.infer<typeof RequestFault>

const webhook = {
  times,
  event: EventType.or(z.enum(['payment_intent.*', 'charge.*', 'refund.*'])).optional(),
}

/** A fault of a webhook: all that match an event are applied together. */
export const WebhookFault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('duplicate'),
    ...webhook,
    copies: z.int().min(1).max(100).default(1),
  }),
  z.strictObject({ kind: z.literal('late'), ...webhook, ms }),
  /** Delivered before the request that caused it is answered. */
  z.strictObject({ kind: z.literal('early'), ...webhook }),
  z.strictObject({ kind: z.literal('never'), ...webhook }),
  /** Held back, and sent newest first once `times` are held, on release, or when faults are cleared. */
  z.strictObject({ kind: z.literal('reorder'), ...webhook }),
  /** The payload's amounts; without `amount`, one satang more. */
  z.strictObject({
    kind: z.literal('wrong_amount'),
    ...webhook,
    amount: z.int().nonnegative().optional(),
  }),
  z.strictObject({
    kind: z.literal('wrong_currency'),
    ...webhook,
    currency: z.string().length(3).default('usd'),
  }),
  z.strictObject({
    kind: z.literal('rotated_secret'),
    ...webhook,
    sign: z.enum(['both', 'outgoing']).default('both'),
  }),
  z.strictObject({ kind: z.literal('forged'), ...webhook }),
  z.strictObject({
    kind: z.literal('stale'),
    ...webhook,
    seconds: z.int().positive().default(600),
  }),
  z.strictObject({
    kind: z.literal('future'),
    ...webhook,
    seconds: z.int().positive().default(600),
  }),
])
export type WebhookFault = z.infer<typeof WebhookFault>

export const Fault = z.union([RequestFault, WebhookFault])
export type Fault = z.infer<typeof Fault>

/** `POST /sim/faults` takes one fault or a list. */
export const FaultPlan = z.union([
  z.strictObject({ faults: z.array(Fault).min(1).max(100) }),
  Fault.transform((fault) => ({ faults: [fault] })),
])

export const FaultRecord = z.strictObject({
  id: z.string(),
  fault: Fault,
  /** How often it will still strike; `null` until cleared. */
  left: z.int().nullable(),
})
export type FaultRecord = z.infer<typeof FaultRecord>

export function isRequestFault(fault: Fault): fault is RequestFault {
  return RequestFault.options.some((option) => option.shape.kind.value === fault.kind)
}

export function strikesRequest(fault: RequestFault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false
  if (fault.path === undefined) return true
  const exact = fault.path.endsWith('$')
  const wanted = (exact ? fault.path.slice(0, -1) : fault.path).split('/')
  const given = path.split('/')
  if (exact ? wanted.length !== given.length : wanted.length > given.length) return false
  return wanted.every((segment, index) => segment === '*' || segment === given[index])
}

export function strikesEvent(fault: WebhookFault, type: string): boolean {
  if (fault.event === undefined) return true
  if (fault.event.endsWith('.*')) return type.startsWith(fault.event.slice(0, -1))
  return fault.event === type
}
