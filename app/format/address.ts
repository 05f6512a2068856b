import type { Locale } from '../locale.ts'
import type { AddressFields } from '../shapes.ts'

const BANGKOK = 'กรุงเทพมหานคร'

/** One line, as it is written on a parcel: Bangkok says แขวง and เขต, elsewhere it is ต. อ. จ. */
export function formatAddress(address: AddressFields, locale: Locale): string {
  const { line1, line2, subdistrict, district, province, postcode } = address
  const street = [line1, line2].filter((part) => part !== undefined && part !== '').join(' ')
  if (locale === 'en') return `${street}, ${subdistrict}, ${district}, ${province} ${postcode}`
  const place =
    province === BANGKOK
      ? `แขวง${subdistrict} เขต${district} ${province}`
      : `ต.${subdistrict} อ.${district} จ.${province}`
  return `${street} ${place} ${postcode}`
}

/** "+66812345678" → "081-234-5678" */
export function formatPhone(phone: string): string {
  const local = phone.replace(/^\+66/, '0')
  return /^\d{10}$/.test(local)
    ? `${local.slice(0, 3)}-${local.slice(3, 6)}-${local.slice(6)}`
    : phone
}
