import {
  getDatabase,
  getDistricts,
  getProvinces,
  getSubDistricts,
  preload,
} from 'thai-address-universal'
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
/** Some districts share one code in the dataset (all of Bueng Kan does): its rows tell them apart. */
export async function subdistricts(
  district: { province: string; name: string; code: string },
  locale: Locale,
) {
  await preload()
  const own = new Set(
    getDatabase()
      .filter((row) => row.province === district.province && row.district === district.name)
      .map((row) => `${row.sub_district} ${row.postal_code}`),
  )
  const entries: Entry[] = await getSubDistricts(district.code)
  return options(
    entries.filter((entry) => own.has(`${entry.nameTh} ${entry.postalCode}`)),
    locale,
  )
}
