import { data, redirect } from '@remix-run/cloudflare'
import type { Storefront } from '../load-context.ts'
import { localePath } from '../locale.ts'
import { settle } from '../problem.server.ts'

const ROLES = ['owner', 'manager', 'staff'] as const

type Wish = Record<'act' | 'shopId' | 'email' | 'who' | 'role', string>

/** What is asked of the API; null for what no form of ours asks. */
function callOf({ staff }: Storefront['api'], { act, shopId, email, who, role: named }: Wish) {
  if (act === 'remove') return async () => await staff.remove(shopId, who)
  const role = ROLES.find((one) => one === named)
  if (role === undefined) return null
  if (act === 'invite') return async () => await staff.invite(shopId, { email, role })
  return act === 'role' ? async () => await staff.change(shopId, who, { role }) : null
}

/** Invites somebody, changes a role, or takes somebody out; then the page is read again. */
export async function actOnMember(
  { api, locale }: Storefront,
  { shopId, userId: caller }: { shopId: string; userId: string },
  form: FormData,
) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const [act, email, who] = [text('act'), text('email'), text('userId')]
  const role = text('role')
  const call = callOf(api, { act, shopId, email, who, role })
  if (call === null) return data({ act, problem: 'not_a_choice', email, role }, { status: 400 })
  const acted = await settle<unknown>(call())
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
