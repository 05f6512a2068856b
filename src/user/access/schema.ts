import * as z from 'zod'

/** What the queue says of access that has ended: by what somebody had it. */
export const AccessEnded = z.object({
  userId: z.string(),
  ended: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('session'), sessionId: z.string() }),
    z.object({ kind: z.literal('shop'), shopId: z.string() }),
    z.object({ kind: z.literal('account') }),
  ]),
})
