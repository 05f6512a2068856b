import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import type { Place, Places } from './places.ts'
import { searchPlaces } from './places.ts'
import { useLocale, useTexts } from './use-locale.ts'

type PlaceSearchProps = {
  /** Undefined while they are on their way. */
  places: Places | undefined
  onPick: (place: Place) => void
}

/**
 * One field for what is four: a subdistrict, district or postcode is typed, one place is picked.
 * A combobox by the WAI-ARIA pattern: the keys stay in the field, the list only lights up.
 */
export function PlaceSearch({ places, onPick }: PlaceSearchProps) {
  const checkout = useTexts(checkoutTexts)
  const locale = useLocale()
  const id = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useMemo(
    () => (open && places !== undefined ? searchPlaces(places, text) : []),
    [places, text, open],
  )
  const shown = open && found.length > 0
  const none = open && places !== undefined && found.length === 0 && text.trim().length > 1

  useEffect(() => {
    if (shown) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [shown, id, at])

  function pick(place: Place | undefined) {
    if (place === undefined) return
    setText(nameOf(place, locale))
    setOpen(false)
    onPick(place)
  }

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (shown) setAt((at + step + found.length) % found.length)
      else setOpen(true)
    } else if (event.key === 'Enter') {
      // It searches for a place; it never places the order.
      event.preventDefault()
      if (shown) pick(found[at])
    } else if (event.key === 'Escape' && (open || text !== '')) {
      event.preventDefault()
      if (!open) setText('')
      setOpen(false)
    }
  }

  return (
    <div className="needs-script relative">
      <label htmlFor={`${id}-field`} className="mb-1 block font-display font-semibold text-sm">
        {checkout.placeSearch}
      </label>
      <span className="relative block">
        <Search
          size={20}
          strokeWidth={1.9}
          aria-hidden="true"
          className="pointer-events-none absolute top-3.5 left-3 text-muted"
        />
        <input
          id={`${id}-field`}
          type="text"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown ? `${id}-${at}` : undefined}
          aria-describedby={`${id}-told`}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
            setOpen(true)
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          className="control pl-10!"
        />
      </span>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={checkout.placesFound}
        hidden={!shown}
        className="place-list"
      >
        {found.map((place, index) => (
          // The field keeps the focus: keys go there, and this is pressed or heard.
          <div
            key={`${place.postcode}${place.subdistrict.th}${place.district.th}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(place)}
            onKeyDown={press}
            className="place-option"
          >
            <PlaceName place={place} typed={text} />
          </div>
        ))}
      </div>
      <p id={`${id}-told`} className="mt-1 text-muted text-xs">
        {none ? checkout.placeNone : checkout.placeHelp}
      </p>
      <p role="status" className="sr-only">
        {toldOf({ shown, none, count: found.length }, checkout)}
      </p>
    </div>
  )
}

function toldOf(
  { shown, none, count }: { shown: boolean; none: boolean; count: number },
  texts: { placeNone: string; placeCount: (n: number) => string },
): string {
  if (none) return texts.placeNone
  return shown ? texts.placeCount(count) : ''
}

const partsOf = ({ subdistrict, district, province }: Place, locale: 'th' | 'en') => [
  subdistrict[locale],
  district[locale],
  province[locale],
]

const nameOf = (place: Place, locale: 'th' | 'en'): string =>
  `${partsOf(place, locale).join(' › ')} ${place.postcode}`

/** "บางรัก › บางรัก › กรุงเทพมหานคร 10500", what was typed in bold. */
function PlaceName({ place, typed }: { place: Place; typed: string }) {
  const locale = useLocale()
  const [head = '', ...rest] = partsOf(place, locale)
  const begun = typed.trim().toLowerCase()
  const bold = begun !== '' && head.toLowerCase().startsWith(begun) ? begun.length : 0
  return (
    <>
      <strong className="font-semibold">{head.slice(0, bold)}</strong>
      {head.slice(bold)} › {rest.join(' › ')}{' '}
      <span className="text-muted tabular-nums">{place.postcode}</span>
    </>
  )
}
