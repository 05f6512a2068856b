import type { Locale } from '../locale.ts'
import type { AddressFields } from '../shapes.ts'

const BANGKOK = 'กรุงเทพมหานคร'

/** House, road and building, as they were typed. */
export function formatStreet({ line1, line2 }: AddressFields): string {
  return [line1, line2].filter((part) => part !== undefined && part !== '').join(' ')
}

/**
 * From the subdistrict to the postcode. As on a parcel in Thai, where Bangkok says แขวง and เขต and
 * elsewhere it is ต. อ. จ.; parted by commas in English, in English names where there are any.
 */
export function formatPlace(address: AddressFields, locale: Locale): string {
  const { subdistrict, district, province, postcode } = address
  if (locale === 'en') {
    const names = address.english ?? address
    return `${names.subdistrict}, ${names.district}, ${names.province} ${postcode}`
  }
  return province === BANGKOK
    ? `แขวง${subdistrict} เขต${district} ${province} ${postcode}`
    : `ต.${subdistrict} อ.${district} จ.${province} ${postcode}`
}

/** "+66812345678" → "081-234-5678" */
export function formatPhone(phone: string): string {
  const local = phone.replace(/^\+66/, '0')
  return /^\d{10}$/.test(local)
    ? `${local.slice(0, 3)}-${local.slice(3, 6)}-${local.slice(6)}`
    : phone
}
