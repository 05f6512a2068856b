import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'

/** A message that no retry could deliver. */
export const DeadLetter = z
  .object({
    /** As the queue called it. */
    id: z.string(),
    queue: z.string(),
    /** The message as it was sent, as JSON text, whatever it is. */
    body: z.string(),
    attempts: z.int(),
    diedAt: z.iso.datetime(),
    /** When it was sent again, and by which operator. */
    replayedAt: z.iso.datetime().optional(),
    replayedBy: z.string().optional(),
  })
  .meta({ id: 'DeadLetter' })
export type DeadLetter = z.output<typeof DeadLetter>

export const ListDeadLetters = z.object({
  replayed: z.enum(['true', 'false']).optional(),
  ...Paging,
})
export type ListDeadLetters = z.output<typeof ListDeadLetters>
export const DeadLetterPage = pageOf(DeadLetter).meta({ id: 'DeadLetterPage' })
export type DeadLetterPage = z.output<typeof DeadLetterPage>

/** The queue's ids are its own business: unknown ones are a 404. */
export const DeadLetterParam = z.object({
  id: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[\w-]+$/),
})
