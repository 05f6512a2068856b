import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { line } from '#src/common/text.ts'

const Status = z.enum(['open', 'closed'])

/** A difference between books, orders and provider. */
export const Break = z
  .object({
    id: z.string(),
    /** What should be equal, such as `account:buyer_escrow`, `refunded` or `provider_charge`. */
    kind: z.string(),
    /** An order, a line, a refund, a group, a charge or an account. */
    subject: z.string(),
    groupId: z.string().nullable(),
    status: Status,
    /** In satang; of `pieces` of a line their number. */
    expectedSatang: z.int(),
    actualSatang: z.int(),
    /** How often it was opened. */
    times: z.int(),
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().optional(),
    /** The operator who closed it; absent when it no longer held. */
    closedBy: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Break' })
export type Break = z.output<typeof Break>

export const CloseBreak = z.strictObject({
  /** Why it is no matter; it opens again when its amounts change. */
  note: line(500),
})

export const ListBreaks = z.object({ status: Status.default('open'), ...Paging })
export type ListBreaks = z.output<typeof ListBreaks>
export const BreakPage = pageOf(Break).meta({ id: 'BreakPage' })
export type BreakPage = z.output<typeof BreakPage>
