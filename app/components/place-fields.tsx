import { useEffect, useState } from 'react'
import { Field, TextField } from './field.tsx'
import type * as Gazetteer from './gazetteer.client.ts'
import type { PlaceOption } from './gazetteer.client.ts'
import { useLocale, useMessages } from './use-locale.ts'

type PlaceFieldsProps = {
  typed: Record<string, string>
  error: (field: string) => string | undefined
}
type Lists = { provinces: PlaceOption[]; districts: PlaceOption[]; subdistricts: PlaceOption[] }
type Place = { province: string; district: string; subdistrict: string; postcode: string }

const EMPTY: Lists = { provinces: [], districts: [], subdistricts: [] }

/**
 * Province → district → subdistrict → postcode. Plain text fields at first, which is all it is
 * without scripts; the list of Thailand's places is fetched afterwards and turns them into selects.
 */
export function PlaceFields({ typed, error }: PlaceFieldsProps) {
  const { checkout } = useMessages()
  const { place, lists, ready, choose } = usePlaces(typed)
  if (!ready) return <PlainPlaceFields typed={typed} error={error} />
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Choice
        name="province"
        label={checkout.province}
        value={place.province}
        options={lists.provinces}
        error={error('province')}
        onChoose={choose}
      />
      <Choice
        name="district"
        label={checkout.district}
        value={place.district}
        options={lists.districts}
        after={checkout.province}
        error={error('district')}
        onChoose={choose}
      />
      <Choice
        name="subdistrict"
        label={checkout.subdistrict}
        value={place.subdistrict}
        options={lists.subdistricts}
        after={checkout.district}
        error={error('subdistrict')}
        onChoose={choose}
      />
      <TextField
        id="postcode"
        name="postcode"
        label={checkout.postcode}
        error={error('postcode')}
        value={place.postcode}
        onChange={(event) => choose('postcode', event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={5}
        required
      />
    </div>
  )
}

function PlainPlaceFields({ typed, error }: PlaceFieldsProps) {
  const { checkout } = useMessages()
  const text = (name: string) => ({ id: name, name, error: error(name), defaultValue: typed[name] })
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        {...text('province')}
        label={checkout.province}
        autoComplete="address-level1"
        required
      />
      <TextField
        {...text('district')}
        label={checkout.district}
        autoComplete="address-level2"
        required
      />
      <TextField
        {...text('subdistrict')}
        label={checkout.subdistrict}
        autoComplete="address-level3"
        required
      />
      <TextField
        {...text('postcode')}
        label={checkout.postcode}
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={5}
        required
      />
    </div>
  )
}

type ChoiceProps = {
  name: keyof Place
  label: string
  value: string
  options: PlaceOption[]
  after?: string
  error: string | undefined
  onChoose: (name: keyof Place, value: string) => void
}

function Choice({ name, label, value, options, after, error, onChoose }: ChoiceProps) {
  const { checkout } = useMessages()
  const waiting = options.length === 0 && after !== undefined
  return (
    <Field id={name} label={label} error={error}>
      {(described) => (
        <select
          {...described}
          name={name}
          value={value}
          onChange={(event) => onChoose(name, event.currentTarget.value)}
          className="control"
          required
        >
          <option value="">{waiting ? checkout.chooseFirst(after) : checkout.choose}</option>
          {options.map((option) => (
            <option key={option.code + option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** The places that can be chosen now; choosing one empties what hangs below it. */
function usePlaces(typed: Record<string, string>) {
  const locale = useLocale()
  const [gazetteer, setGazetteer] = useState<typeof Gazetteer>()
  const [lists, setLists] = useState(EMPTY)
  const [place, setPlace] = useState<Place>({
    province: typed.province ?? '',
    district: typed.district ?? '',
    subdistrict: typed.subdistrict ?? '',
    postcode: typed.postcode ?? '',
  })
  const { province, district } = place

  useEffect(() => {
    let left = false
    void import('./gazetteer.client.ts').then(async (loaded) => {
      const found = await loaded.provinces(locale)
      if (left) return
      setLists((before) => ({ ...before, provinces: found }))
      setPlace((before) => ({ ...before, ...typedInForm() }))
      setGazetteer(loaded)
    })
    return () => {
      left = true
    }
  }, [locale])

  const provinceCode = codeOf(lists.provinces, province)
  const districtCode = codeOf(lists.districts, district)
  useEffect(() => {
    if (gazetteer === undefined) return
    let left = false
    const listed = provinceCode === undefined ? [] : gazetteer.districts(provinceCode, locale)
    void Promise.resolve(listed).then((districts) => {
      if (!left) setLists((before) => ({ ...before, districts }))
    })
    return () => {
      left = true
    }
  }, [gazetteer, provinceCode, locale])
  useEffect(() => {
    if (gazetteer === undefined) return
    let left = false
    const chosen = { province, name: district, code: districtCode ?? '' }
    const listed = districtCode === undefined ? [] : gazetteer.subdistricts(chosen, locale)
    void Promise.resolve(listed).then((subdistricts) => {
      if (!left) setLists((before) => ({ ...before, subdistricts }))
    })
    return () => {
      left = true
    }
  }, [gazetteer, province, district, districtCode, locale])

  function choose(name: keyof Place, value: string) {
    // The old lists go at once, so that nothing of another place can be chosen while new ones load.
    if (name === 'province') setLists((before) => ({ ...before, districts: [], subdistricts: [] }))
    if (name === 'district') setLists((before) => ({ ...before, subdistricts: [] }))
    setPlace((before) => {
      if (name === 'province')
        return { province: value, district: '', subdistrict: '', postcode: '' }
      if (name === 'district') return { ...before, district: value, subdistrict: '', postcode: '' }
      if (name === 'postcode') return { ...before, postcode: value }
      const postcode = lists.subdistricts.find((option) => option.value === value)?.postcode
      return { ...before, subdistrict: value, postcode: postcode ?? '' }
    })
  }
  return { place, lists, choose, ready: gazetteer !== undefined }
}

const codeOf = (options: PlaceOption[], value: string): string | undefined =>
  options.find((option) => option.value === value)?.code

/** What was typed into the plain fields while the list was on its way. */
function typedInForm(): Partial<Place> {
  const found: Partial<Place> = {}
  for (const name of ['province', 'district', 'subdistrict', 'postcode'] as const) {
    const field = document.getElementById(name)
    if (field instanceof HTMLInputElement && field.value !== '') found[name] = field.value
  }
  return found
}
