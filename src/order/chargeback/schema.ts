import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'

const Status = z.enum(['open', 'won', 'lost'])

/** A payer's bank takes a charge back. */
export const Chargeback = z
  .object({
    id: z.string(),
    groupId: z.string(),
    provider: z.string(),
    /** The provider's id of the dispute, and of the charge. */
    providerRef: z.string(),
    chargeRef: z.string(),
    status: Status,
    reason: z.string(),
    amountSatang: z.int(),
    /** Taken and not given back again. */
    withdrawnSatang: z.int(),
    /** Of that, what had gone back to the buyer before: the market's own loss. */
    unborneSatang: z.int(),
    feeSatang: z.int(),
    currency: z.string(),
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Chargeback' })
export type Chargeback = z.output<typeof Chargeback>

export const ListChargebacks = z.object({ status: Status.default('open'), ...Paging })
export type ListChargebacks = z.output<typeof ListChargebacks>
export const ChargebackPage = pageOf(Chargeback).meta({ id: 'ChargebackPage' })
export type ChargebackPage = z.output<typeof ChargebackPage>
