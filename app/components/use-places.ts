import { useEffect, useState } from 'react'
import { listsOf, type Place, type Places, spelling } from './places.ts'
import { useLocale } from './use-locale.ts'

/** The four fields by their names, each in the post's own spelling, which is Thai. */
export type TypedPlace = Record<'province' | 'district' | 'subdistrict' | 'postcode', string>

/** The four fields as they stand; choosing one empties what hangs below it, picking fills all. */
export function usePlaces(typed: Record<string, string>) {
  const locale = useLocale()
  const [places, setPlaces] = useState<Places>()
  const [place, setPlace] = useState<TypedPlace>({
    province: typed.province ?? '',
    district: typed.district ?? '',
    subdistrict: typed.subdistrict ?? '',
    postcode: typed.postcode ?? '',
  })

  useEffect(() => {
    let left = false
    void import('./gazetteer.client.ts')
      .then(async ({ loadPlaces }) => {
        const loaded = await loadPlaces()
        if (left) return
        setPlace((before) => spelled(loaded, { ...before, ...typedInForm() }, locale))
        setPlaces(loaded)
      })
      // The plain fields stay, which do as well.
      .catch(() => {})
    return () => {
      left = true
    }
  }, [locale])

  function choose(name: keyof TypedPlace, value: string) {
    setPlace((before) => {
      if (name === 'postcode') return { ...before, postcode: value }
      const below = { district: '', subdistrict: '', postcode: '' }
      if (name === 'province') return { ...below, province: value }
      if (name === 'district') return { ...below, province: before.province, district: value }
      const chosen = { ...before, subdistrict: value }
      const codes = places === undefined ? [] : listsOf(places, chosen, locale).postcodes
      return { ...chosen, postcode: codes.length === 1 ? (codes[0] ?? '') : '' }
    })
  }

  const pick = ({ province, district, subdistrict, postcode }: Place) =>
    setPlace({
      province: province.th,
      district: district.th,
      subdistrict: subdistrict.th,
      postcode,
    })

  return { places, place, choose, pick }
}

/** What was typed, as the lists spell it; what they do not know is to be chosen. */
function spelled(places: Places, typed: TypedPlace, locale: 'th' | 'en'): TypedPlace {
  const none = { province: '', district: '', subdistrict: '' }
  const province = spelling(listsOf(places, none, locale).provinces, typed.province)
  const inProvince = { ...none, province }
  const district = spelling(listsOf(places, inProvince, locale).districts, typed.district)
  const inDistrict = { ...inProvince, district }
  const subdistrict = spelling(listsOf(places, inDistrict, locale).subdistricts, typed.subdistrict)
  return { province, district, subdistrict, postcode: typed.postcode }
}

/** What was typed into the plain fields while the list was on its way. */
function typedInForm(): Partial<TypedPlace> {
  const found: Partial<TypedPlace> = {}
  for (const name of ['province', 'district', 'subdistrict', 'postcode'] as const) {
    const field = document.getElementById(name)
    if (field instanceof HTMLInputElement && field.value !== '') found[name] = field.value
  }
  return found
}
