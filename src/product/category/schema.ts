import * as z from 'zod'

const leaf = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  imageUrl: z.string().nullable(),
  productCount: z.int(),
}
const second = z.object({ ...leaf, children: z.array(z.object(leaf)) })

/** The whole tree, three levels deep, in the operator's order. */
export const CategoryTree = z
  .object({ items: z.array(z.object({ ...leaf, children: z.array(second) })) })
  .meta({ id: 'CategoryTree' })
export type CategoryTree = z.output<typeof CategoryTree>
