import * as z from 'zod'
import { line } from '#src/common/text.ts'

/** What an account is called: one line of a person's own choosing. */
export const personName = line(80)

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

/** What changes of an account. */
export const ChangeMe = z.strictObject({ name: personName })
export type ChangeMe = z.output<typeof ChangeMe>

export const Me = z.object({ user: User }).meta({ id: 'Me' })
export type Me = z.output<typeof Me>
