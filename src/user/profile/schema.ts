import * as z from 'zod'

export const User = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    /** The shops this account works for. */
    shops: z.array(
      z.object({
        id: z.string(),
        slug: z.string(),
        name: z.string(),
        role: z.enum(['owner', 'manager', 'staff']),
      }),
    ),
  })
  .meta({ id: 'User' })
export type User = z.output<typeof User>

export const Me = z.object({ user: User }).meta({ id: 'Me' })
export type Me = z.output<typeof Me>
