import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { id } from '#src/common/text.ts'

export const WatchKind = z.enum(['back_in_stock', 'price_drop'])

/** What somebody would like to be told of: a variant that is there again, or a lower price. */
export const PutWatch = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('back_in_stock'), variantId: id }),
  z.strictObject({ kind: z.literal('price_drop'), productId: id }),
])
export type PutWatch = z.output<typeof PutWatch>

export const Watch = z
  .object({
    id: z.string(),
    kind: WatchKind,
    productId: z.string(),
    productSlug: z.string(),
    title: z.string(),
    imageUrl: z.string().nullable(),
    /** Of a watch of one variant. */
    variantId: z.string().nullable(),
    options: z.array(z.object({ name: z.string(), value: z.string() })),
    /** The ordinary price now, of a product its lowest. */
    priceSatang: z.int(),
    /** Of a price: what it must fall below. */
    markSatang: z.int().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Watch' })
export type Watch = z.output<typeof Watch>

export const ListWatches = z.object({
  ...Paging,
  /** Those of one product alone. */
  productId: id.optional(),
})
export type ListWatches = z.output<typeof ListWatches>

export const WatchPage = pageOf(Watch)
  .extend({
    /** How many an account has at most. */
    max: z.int(),
  })
  .meta({ id: 'WatchPage' })
export type WatchPage = z.output<typeof WatchPage>

export const WatchParam = z.object({ id })
