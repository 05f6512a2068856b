import * as z from 'zod'

/** The provinces that open shops send from, those with the most shops first. */
export const ProvinceList = z
  .object({
    items: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        shopCount: z.int(),
        /** What sells best of all that is sent from there. */
        imageUrl: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ProvinceList' })
export type ProvinceList = z.output<typeof ProvinceList>
