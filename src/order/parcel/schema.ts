import * as z from 'zod'
import { id } from '#src/common/text.ts'
import { CARRIERS } from './rules.ts'

export const ParcelParam = z.object({ id })

export const Carrier = z.enum(CARRIERS)

/** What was handed to a carrier at once. */
export const Parcel = z
  .object({
    id: z.string(),
    carrier: Carrier,
    trackingNumber: z.string(),
    /** The carrier's own page of it, where there is one. */
    trackingUrl: z.string().nullable(),
    lines: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
    sentAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Parcel' })
export type Parcel = z.output<typeof Parcel>

/** What came of an order whose rest will not come. */
export const RestDropped = z
  .object({ orderId: z.string(), parcels: z.array(Parcel) })
  .meta({ id: 'RestDropped' })
export type RestDropped = z.output<typeof RestDropped>
