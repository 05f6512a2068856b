import { data, redirect } from '@remix-run/cloudflare'
import type { Storefront } from '../load-context.ts'
import { localePath } from '../locale.ts'
import { settle } from '../problem.server.ts'
import type { InviteMember } from '../shapes.ts'

const ROLES = ['owner', 'manager', 'staff'] as const satisfies readonly InviteMember['role'][]

/** Invites somebody, changes a role, or takes somebody out; then the page is read again. */
export async function actOnMember(
  { api, locale }: Storefront,
  { shopId, userId: caller }: { shopId: string; userId: string },
  form: FormData,
) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const [act, email, who] = [text('act'), text('email'), text('userId')]
  // What is no role is refused by the API, as any other mistake.
  const role = ROLES.find((one) => one === text('role')) ?? (text('role') as 'staff')
  const acted = await settle<unknown>(
    act === 'invite'
      ? api.staff.invite(shopId, { email, role })
      : act === 'role'
        ? api.staff.change(shopId, who, { role })
        : api.staff.remove(shopId, who),
  )
  if (acted.ok) {
    const isLeft = act === 'remove' && who === caller
    const done = act === 'invite' ? 'invited' : act === 'role' ? 'role' : 'removed'
    const to = isLeft ? '/seller?done=left' : `/seller/members?shop=${shopId}&done=${done}`
    throw redirect(localePath(locale, to))
  }
  const { status, code, errors } = acted.problem
  const problem = code === 'validation_failed' ? (errors?.[0]?.code ?? code) : code
  return data({ act, problem, email, role }, { status })
}
