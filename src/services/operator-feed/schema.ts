import * as z from 'zod'
import { OPERATOR_TOPICS } from '#objects/messages.ts'
import { Paging, pageOf } from '#src/common/http/paging.ts'

const Topic = z.enum(OPERATOR_TOPICS)

/** Something that happened in the market. */
export const OperatorNews = z
  .object({
    id: z.string(),
    topic: Topic,
    /** What happened, such as `paid`, `quarantined` or `opened`. */
    event: z.string(),
    /** The id of the order group, webhook, difference, dead letter or report. */
    subject: z.string(),
    /** A number that people know it by, or its kind. */
    label: z.string(),
    amountSatang: z.int().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'OperatorNews' })

export const ListOperatorEvents = z.object({ topic: Topic.optional(), ...Paging })
export type ListOperatorEvents = z.output<typeof ListOperatorEvents>
export const OperatorEventPage = pageOf(OperatorNews).meta({ id: 'OperatorEventPage' })
export type OperatorEventPage = z.output<typeof OperatorEventPage>
