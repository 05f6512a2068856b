/** What a field of an address may be, for the page as it is typed and for the form as it arrives. */

const THAI_MOBILE = /^(?:\+66|0)[689]\d{8}$/
// Dots stand outside the classes: two ways to read one dot would take a long text for ever to refuse.
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

/** "081-234 5678" and "๐๘๑…" are how people write it. */
export const phoneDigits = (phone: string): string =>
  phone
    .replace(/[\s()-]/g, '')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - '๐'.charCodeAt(0)))

export const isMobile = (phone: string): boolean => THAI_MOBILE.test(phoneDigits(phone))
export const isEmail = (text: string): boolean => EMAIL.test(text)
const isPostcode = (text: string): boolean => /^\d{5}$/.test(text)

const NEEDED = ['recipient', 'line1', 'subdistrict', 'district', 'province'] as const

/** The fields of an address that are empty or cannot be right. */
export function wrongAddressFields(text: (name: string) => string): string[] {
  return [
    ...NEEDED.filter((name) => text(name) === ''),
    ...(isMobile(text('phone')) ? [] : ['phone']),
    ...(isPostcode(text('postcode')) ? [] : ['postcode']),
  ]
}
