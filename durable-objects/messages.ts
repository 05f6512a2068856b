import * as z from 'zod'

/** What happened on a channel; each kind is added here and nowhere else. */
export const LiveEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order-group'),
    id: z.string(),
    /** The group's version after the change: an older or equal one is nothing new. */
    version: z.int(),
    paymentStatus: z.string(),
    /** Of the attempt that caused it, when there is one. */
    paymentState: z.string().optional(),
  }),
])
export type LiveEvent = z.output<typeof LiveEvent>

/** From the Durable Object to a socket. */
export const ServerFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), seq: z.int() }),
  z.object({ type: z.literal('event'), seq: z.int(), event: LiveEvent }),
  z.object({ type: z.literal('ack'), clientId: z.string(), seq: z.int() }),
  z.object({
    type: z.literal('error'),
    code: z.string(),
    /** With `resume_gap`: what is told goes on after this number; the rest is read from the API. */
    seq: z.int().optional(),
  }),
])
export type ServerFrame = z.output<typeof ServerFrame>

/** From a socket to the Durable Object. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('resume'), after: z.int().min(0) }),
  z.strictObject({
    type: z.literal('send'),
    clientId: z.string().min(1).max(64),
    body: z.string().min(1).max(4000),
  }),
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('read'), seq: z.int().min(0) }),
])
export type ClientFrame = z.output<typeof ClientFrame>
