import { sentence } from './errors.ts'
import type { Messages } from './index.ts'

type Texts = Pick<Messages, 'checkout' | 'errors'>

/** The sentence of a field that was refused; `shipping.{shop}` shares one. */
export function messageFor(field: string, code: string, { checkout, errors }: Texts): string {
  if (code === 'address_unknown' && field === 'postcode') return sentence(errors, code)
  const texts = checkout.errors
  const name = field.startsWith('shipping') ? 'shipping' : field
  return name in texts ? texts[name as keyof typeof texts] : errors.codes.validation_failed
}
