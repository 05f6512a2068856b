import * as z from 'zod'
import { OPERATOR_TOPICS, OperatorEvent } from '#objects/messages.ts'
import { Paging, pageOf } from '#src/common/http/paging.ts'

/** Something that happened in the market; `subject` is the id of what it happened to. */
export const OperatorNews = OperatorEvent.omit({ kind: true }).meta({ id: 'OperatorNews' })

export const ListOperatorEvents = z.object({ topic: z.enum(OPERATOR_TOPICS).optional(), ...Paging })
export type ListOperatorEvents = z.output<typeof ListOperatorEvents>
export const OperatorEventPage = pageOf(OperatorNews).meta({ id: 'OperatorEventPage' })
export type OperatorEventPage = z.output<typeof OperatorEventPage>
