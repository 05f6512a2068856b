import type { AddressFields } from './shapes.ts'

/** What was typed into a field of the form, without blanks around it. */
export type Typed = (name: string) => string

const PLACE = ['subdistrict', 'district', 'province'] as const
const THAI_MOBILE = /^(?:\+66|0)[689]\d{8}$/

/** The fields of an address that are empty or cannot be right. */
export function wrongAddressFields(text: Typed): string[] {
  const empty = ['recipient', 'line1', ...PLACE].filter((name) => text(name) === '')
  return [
    ...empty,
    ...(THAI_MOBILE.test(digits(text('phone'))) ? [] : ['phone']),
    ...(/^\d{5}$/.test(text('postcode')) ? [] : ['postcode']),
  ]
}

export function addressOf(text: Typed): AddressFields {
  return {
    recipient: text('recipient'),
    phone: digits(text('phone')),
    line1: text('line1'),
    ...(text('line2') === '' ? {} : { line2: text('line2') }),
    subdistrict: text('subdistrict'),
    district: text('district'),
    province: text('province'),
    postcode: text('postcode'),
  }
}

/** "081-234 5678" is how people write it. */
const digits = (phone: string): string => phone.replace(/[\s()-]/g, '')
