import { phoneDigits } from './components/address-rules.ts'
import type { AddressFields } from './shapes.ts'

/** The address that stands in a form; `text` is what was typed into a field, without blanks around it. */
export function addressOf(text: (name: string) => string): AddressFields {
  return {
    recipient: text('recipient'),
    phone: phoneDigits(text('phone')),
    line1: text('line1'),
    ...(text('line2') === '' ? {} : { line2: text('line2') }),
    subdistrict: text('subdistrict'),
    district: text('district'),
    province: text('province'),
    postcode: text('postcode'),
  }
}
