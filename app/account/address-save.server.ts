import { data, redirect } from '@remix-run/cloudflare'
import { addressOf } from '../address-form.server.ts'
import { wrongAddressFields } from '../components/address-rules.ts'
import { keptIdempotencyKey } from '../idempotency.ts'
import type { Storefront } from '../load-context.ts'
import { localePath } from '../locale.ts'
import { fieldErrors, settle } from '../problem.server.ts'

/** Keeps what was typed as a new address, or in the place of one; back to the list when it is kept. */
export async function saveAddress({ api, locale }: Storefront, form: FormData, id: string | null) {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value
  const text = (name: string) => (typed[name] ?? '').trim()
  const wrong = wrongAddressFields(text)
  if (wrong.length > 0) {
    return data({ typed, wrong, problem: 'validation_failed' }, { status: 400 })
  }
  const address = addressOf(text)
  const byDefault = text('isDefault') === '1' ? { isDefault: true } : {}
  const saved = await settle(
    id === null
      ? api.addresses.add({ ...address, ...byDefault }, keptIdempotencyKey(typed.key))
      : api.addresses.change(id, { ...address, line2: address.line2 ?? null, ...byDefault }),
  )
  if (saved.ok) throw redirect(localePath(locale, '/addresses?done=saved'))
  const { code, status } = saved.problem
  const refused =
    code === 'address_unknown' ? ['postcode'] : Object.keys(fieldErrors(saved.problem))
  return data({ typed, wrong: refused, problem: code }, { status })
}
