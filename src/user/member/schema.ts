import * as z from 'zod'
import { email } from '#src/common/contact.ts'
import { id } from '#src/common/text.ts'

const Role = z.enum(['owner', 'manager', 'staff'])

export const ShopParam = z.strictObject({ shopId: id })
export const MemberParam = z.strictObject({ shopId: id, userId: id })

export const InviteMember = z.strictObject({ email, role: Role })
export type InviteMember = z.output<typeof InviteMember>
export const ChangeMember = z.strictObject({ role: Role })
export type ChangeMember = z.output<typeof ChangeMember>

export const Member = z
  .object({
    userId: z.string(),
    name: z.string(),
    /** Told to owners and managers, and to each his own. */
    email: z.string().nullable(),
    role: Role,
    /** Who is invited works for the shop once he says so. */
    status: z.enum(['member', 'invited']),
    since: z.iso.datetime(),
    /** Of an invitation. */
    expiresAt: z.iso.datetime().nullable(),
    /** What the caller may make of this person; empty when nothing else. */
    roles: z.array(Role),
    removable: z.boolean(),
  })
  .meta({ id: 'ShopMember' })
export type Member = z.output<typeof Member>

export const MemberList = z.object({
  items: z.array(Member),
  nextCursor: z.null(),
  /** The roles that the caller may invite somebody to. */
  invitable: z.array(Role),
})
export type MemberList = z.output<typeof MemberList>

export const Invitation = z
  .object({
    shop: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
    role: Role,
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'ShopInvitation' })
export type Invitation = z.output<typeof Invitation>

export const InvitationList = z.object({ items: z.array(Invitation), nextCursor: z.null() })
export type InvitationList = z.output<typeof InvitationList>
