import { useEffect, useRef } from 'react'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import type { Messages } from '../messages/index.ts'
import { Field, TextField } from './field.tsx'
import { PlaceSearch } from './place-search.tsx'
import { BANGKOK, listsOf, type PlaceOption, type Places } from './places.ts'
import { useLocale, useTexts } from './use-locale.ts'
import { type TypedPlace, usePlaces } from './use-places.ts'

type PlaceFieldsProps = {
  typed: Record<string, string>
  error: (field: string) => string | undefined
  /** Told when fields were filled in by a pick, which sends no event of its own. */
  onFilled?: (() => void) | undefined
}

/**
 * One search that fills four fields, and the fields: province → district → subdistrict → postcode.
 * Plain text at first, which is all there is without scripts; the list of Thailand's places is
 * fetched afterwards and turns them into selects.
 */
export function PlaceFields({ typed, error, onFilled }: PlaceFieldsProps) {
  const { places, place, choose, pick } = usePlaces(typed)
  const told = useRef(onFilled)
  told.current = onFilled
  useEffect(() => told.current?.(), [place])
  return (
    <div className="stack gap-3">
      <PlaceSearch places={places} onPick={pick} />
      <div className="grid gap-3 min-[23rem]:grid-cols-2">
        {places === undefined ? (
          <PlainPlaceFields typed={typed} error={error} />
        ) : (
          <Choices
            places={places}
            place={place}
            // What was refused is refused until it is another.
            error={(name) => (isAsTyped(place, typed, name) ? error(name) : undefined)}
            onChoose={choose}
          />
        )}
      </div>
    </div>
  )
}

type ChoicesProps = Pick<PlaceFieldsProps, 'error'> & {
  places: Places
  place: TypedPlace
  onChoose: (name: keyof TypedPlace, value: string) => void
}

function Choices({ places, place, error, onChoose }: ChoicesProps) {
  const checkout = useTexts(checkoutTexts)
  const lists = listsOf(places, place, useLocale())
  const names = placeNames(place.province, checkout)
  const field = (name: keyof TypedPlace) => ({
    name,
    value: place[name],
    error: error(name),
    onChoose,
  })
  return (
    <>
      <Choice
        {...field('province')}
        label={checkout.province}
        options={lists.provinces}
        level={1}
      />
      <Choice
        {...field('district')}
        label={names.district}
        options={lists.districts}
        after={checkout.province}
        level={2}
      />
      <Choice
        {...field('subdistrict')}
        label={names.subdistrict}
        options={lists.subdistricts}
        after={names.district}
        level={3}
      />
      {/* A few subdistricts have two: then it is a choice like the others. */}
      {lists.postcodes.length > 1 ? (
        <Choice
          {...field('postcode')}
          label={checkout.postcode}
          options={lists.postcodes.map((code) => ({ value: code, label: code }))}
        />
      ) : (
        <TextField
          id="postcode"
          name="postcode"
          label={checkout.postcode}
          error={error('postcode')}
          value={place.postcode}
          onChange={(event) => onChoose('postcode', event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={5}
          required
        />
      )}
    </>
  )
}

const isAsTyped = (place: TypedPlace, typed: Record<string, string>, name: string): boolean =>
  Object.entries(place).every(([key, value]) => key !== name || value === (typed[key] ?? ''))

type Texts = Messages['checkout']

/** Bangkok says เขต and แขวง, the rest of the country อำเภอ and ตำบล; both until it is known which. */
function placeNames(province: string, texts: Texts): { district: string; subdistrict: string } {
  if (province === '') return texts
  return province === BANGKOK ? texts.inBangkok : texts.elsewhere
}

function PlainPlaceFields({ typed, error }: PlaceFieldsProps) {
  const checkout = useTexts(checkoutTexts)
  const text = (name: string) => ({ id: name, name, error: error(name), defaultValue: typed[name] })
  return (
    <>
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
    </>
  )
}

type ChoiceProps = {
  name: keyof TypedPlace
  label: string
  value: string
  options: PlaceOption[]
  /** What has to be chosen before. */
  after?: string
  /** Which level of an address it is to a browser that fills forms in. */
  level?: 1 | 2 | 3
  error: string | undefined
  onChoose: (name: keyof TypedPlace, value: string) => void
}

function Choice({ name, label, value, options, after, level, error, onChoose }: ChoiceProps) {
  const checkout = useTexts(checkoutTexts)
  const waiting = options.length === 0 && after !== undefined
  return (
    <Field id={name} label={label} error={error}>
      {(described) => (
        <select
          {...described}
          name={name}
          value={value}
          onChange={(event) => onChoose(name, event.currentTarget.value)}
          autoComplete={level === undefined ? 'postal-code' : `address-level${level}`}
          className="control"
          required
        >
          <option value="">{waiting ? checkout.chooseFirst(after) : checkout.choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
