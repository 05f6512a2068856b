import * as z from 'zod'

/** `limit` and `cursor` of every list: 24 by default, over 100 is refused. */
export const Paging = {
  limit: z.coerce.number().int().min(1).max(100).default(24),
  cursor: z.string().max(300).optional(),
}

/** A page of a list as it goes over the wire. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
