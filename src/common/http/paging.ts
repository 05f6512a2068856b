import * as z from 'zod'

/**
 * A number as a query spells it: digits, perhaps a fraction. Blank, `1e2` and `0x10` are refused,
 * which `Number` would take. It stands as a number in the OpenAPI document.
 */
export const inQuery = <Schema extends z.ZodType<number>>(schema: Schema) =>
  z.preprocess(
    (text) =>
      typeof text === 'string' && /^\d{1,16}(?:\.\d{1,6})?$/.test(text) ? Number(text) : text,
    schema,
  )

/** `limit` and `cursor` of every list: 24 by default, over 100 is refused. */
export const Paging = {
  limit: inQuery(z.int().min(1).max(100)).default(24).meta({ default: 24 }),
  cursor: z.string().max(300).optional(),
}

/** A page of a list as it goes over the wire. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
