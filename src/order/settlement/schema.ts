import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'

/** Money that made no order paid: late, doubled, or of the wrong amount. */
export const PutAside = z
  .object({
    id: z.string(),
    groupId: z.string().nullable(),
    provider: z.string(),
    chargeRef: z.string(),
    amountSatang: z.int(),
    currency: z.string(),
    reason: z.string(),
    /** How its way back stands; `failed` waits for an operator. */
    refund: z
      .object({ id: z.string(), status: z.enum(['pending', 'succeeded', 'failed']) })
      .nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'PutAside' })

export const ListPutAside = z.object(Paging)
export type ListPutAside = z.output<typeof ListPutAside>
export const PutAsidePage = pageOf(PutAside).meta({ id: 'PutAsidePage' })
export type PutAsidePage = z.output<typeof PutAsidePage>
