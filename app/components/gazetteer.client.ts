import { getDistricts, getProvinces, getSubDistricts } from 'thai-address-universal'
import type { Locale } from '../locale.ts'

/** A place as the form sends it (Thai) and as the page shows it. */
export type PlaceOption = { code: string; value: string; label: string; postcode?: string }

type Entry = { nameTh: string; nameEn: string; code: string; postalCode?: string }

function options(entries: Entry[], locale: Locale): PlaceOption[] {
  return entries
    .map((entry) => ({
      code: entry.code,
      value: entry.nameTh,
      label: locale === 'en' ? entry.nameEn : entry.nameTh,
      ...(entry.postalCode === undefined ? {} : { postcode: entry.postalCode }),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

export const provinces = async (locale: Locale) => options(await getProvinces(), locale)
export const districts = async (provinceCode: string, locale: Locale) =>
  options(await getDistricts(provinceCode), locale)
export const subdistricts = async (districtCode: string, locale: Locale) =>
  options(await getSubDistricts(districtCode), locale)
