import type { Gazetteer } from './place.ts'

/** A place by the names that we keep, which are the post's own in Thai. */
export type KeptPlace = {
  subdistrict: string
  district: string
  province: string
  postcode: string
}
export type EnglishNames = Omit<KeptPlace, 'postcode'>

/** How a kept place is written in English; undefined for one that the post no longer knows. */
export function englishNames(gazetteer: Gazetteer, kept: KeptPlace): EnglishNames | undefined {
  const place = gazetteer
    .get(kept.postcode)
    ?.find(
      ({ subdistrict, district, province }) =>
        subdistrict.th === kept.subdistrict &&
        district.th === kept.district &&
        province.th === kept.province,
    )
  if (place === undefined) return undefined
  const { subdistrict, district, province } = place
  return { subdistrict: subdistrict.en, district: district.en, province: province.en }
}
