import { data } from '@remix-run/cloudflare'
import { addressOf } from '../address-form.server.ts'
import type { Storefront } from '../load-context.ts'
import { settle } from '../problem.server.ts'

export type ListAct = 'default' | 'removed' | 'restored'

/** What is done to an address in the list: made the default, taken away, brought back. */
export async function actOnAddress({ api }: Storefront, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const id = text('id')
  const [done, call]: [ListAct, Promise<unknown>] =
    text('act') === 'restore'
      ? ['restored', api.addresses.add({ ...addressOf(text), ...byDefault(text('isDefault')) })]
      : text('act') === 'remove'
        ? ['removed', api.addresses.remove(id)]
        : ['default', api.addresses.change(id, { isDefault: true })]
  const acted = await settle(call)
  // One that is gone already is what was wanted.
  const gone = !acted.ok && done === 'removed' && acted.problem.code === 'not_found'
  if (acted.ok || gone) return data({ done, problem: null })
  return data({ done: null, problem: acted.problem.code }, { status: acted.problem.status })
}

const byDefault = (isDefault: string) => (isDefault === 'true' ? { isDefault: true } : {})
