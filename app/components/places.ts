import type { Names, Place } from '../../src/services/gazetteer/place.ts'

export type { Place }

/** A name as the form sends it (Thai, as the post knows it) and as the page shows it. */
export type PlaceOption = { value: string; label: string }

type Keys = { th: string; en: string }
type Entry = { place: Place; subdistrict: Keys; district: Keys; province: Keys }

/** Every place of the country, ready to be searched. */
export type Places = { all: readonly Place[]; entries: readonly Entry[] }

export const BANGKOK = 'กรุงเทพมหานคร'

/** Spaces, dots, hyphens and case aside, and ำ in one of its two spellings. */
const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.\-'’]/gu, '')

const keysOf = ({ th, en }: Names): Keys => ({ th: squash(th), en: squash(en) })

export function indexPlaces(all: readonly Place[]): Places {
  // A province's or district's names are squashed once, not once a subdistrict.
  const known = new Map<string, Keys>()
  const keys = (names: Names) => {
    const name = `${names.th} ${names.en}`
    const found = known.get(name) ?? keysOf(names)
    known.set(name, found)
    return found
  }
  const entries = all.map((place) => ({
    place,
    subdistrict: keysOf(place.subdistrict),
    district: keys(place.district),
    province: keys(place.province),
  }))
  return { all, entries }
}

/** What people write before a name, and around it. */
const TITLE = /^(ตำบล|แขวง|อำเภอ|เขต|จังหวัด|ต\.|อ\.|จ\.)/u
const NO_NAME = /^(tambon|khwaeng|amphoe|amphur|khet|changwat|subdistrict|district|province)$/i
const NICKNAMES = new Map([
  ['กทม', squash(BANGKOK)],
  ['bkk', 'bangkok'],
  ['krungthep', 'bangkok'],
])

/** The ways to read one word: as it stands, and without the title in front. */
function readings(word: string): string[] {
  const whole = squash(word)
  const bare = squash(word.replace(TITLE, ''))
  return [NICKNAMES.get(whole) ?? whole, NICKNAMES.get(bare) ?? bare].filter((key) => key !== '')
}

const NEVER = Number.POSITIVE_INFINITY

/** How near a word is to a place, 0 the nearest: its subdistrict before what that lies in. */
function distance(word: string, entry: Entry): number {
  if (/^\d+$/.test(word)) return entry.place.postcode.startsWith(word) ? 0 : NEVER
  let nearest = NEVER
  for (const [rank, { th, en }] of [entry.subdistrict, entry.district, entry.province].entries()) {
    if (th === word || en === word) return Math.min(nearest, rank * 2)
    if (th.startsWith(word) || en.startsWith(word)) nearest = Math.min(nearest, rank * 2 + 1)
    else if (th.includes(word) || en.includes(word)) nearest = Math.min(nearest, rank + 10)
  }
  return nearest
}

const nearest = (words: readonly string[], entry: Entry): number =>
  Math.min(...words.map((word) => distance(word, entry)))

/**
 * Places by subdistrict, district, province or postcode, in Thai or romanised, whole or begun, in
 * any order of words; the nearest first. A postcode that several share finds them all.
 */
export function searchPlaces(places: Places, query: string, limit = 30): Place[] {
  const words = query.trim().split(/[\s,]+/u)
  const named = words.filter((word) => !NO_NAME.test(word)).map(readings)
  const parts = named.filter((keys) => keys.length > 0)
  const whole = readings(words.filter((word) => !NO_NAME.test(word)).join(' '))
  if (Math.max(0, ...whole.map((key) => key.length)) < 2) return []
  const found: { place: Place; far: number }[] = []
  for (const entry of places.entries) {
    const together = nearest(whole, entry)
    const apart = parts.length < 2 ? NEVER : sumOf(parts, entry)
    const far = Math.min(together, apart)
    if (far < NEVER) found.push({ place: entry.place, far })
  }
  return found
    .sort((a, b) => a.far - b.far || lengthOf(a.place) - lengthOf(b.place))
    .slice(0, limit)
    .map(({ place }) => place)
}

function sumOf(parts: readonly string[][], entry: Entry): number {
  let far = 0
  for (const words of parts) {
    far += nearest(words, entry)
    if (far === NEVER) return NEVER
  }
  return far
}

const lengthOf = ({ subdistrict }: Place): number => subdistrict.th.length

type Chosen = { province: string; district: string; subdistrict: string }

function distinct(names: readonly Names[], locale: 'th' | 'en'): PlaceOption[] {
  const byValue = new Map(names.map((name) => [name.th, name[locale]]))
  return [...byValue]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

/** What can be chosen now, from the province down; nothing below what is not chosen yet. */
export function listsOf({ all }: Places, chosen: Chosen, locale: 'th' | 'en') {
  const inProvince = all.filter(({ province }) => province.th === chosen.province)
  const inDistrict = inProvince.filter(({ district }) => district.th === chosen.district)
  const own = inDistrict.filter(({ subdistrict }) => subdistrict.th === chosen.subdistrict)
  return {
    provinces: distinct(
      all.map(({ province }) => province),
      locale,
    ),
    districts: distinct(
      inProvince.map(({ district }) => district),
      locale,
    ),
    subdistricts: distinct(
      inDistrict.map(({ subdistrict }) => subdistrict),
      locale,
    ),
    postcodes: [...new Set(own.map(({ postcode }) => postcode))].sort(),
  }
}

/** The post's own spelling of a name that was typed or filled in by a browser; empty if it is unknown. */
export function spelling(options: readonly PlaceOption[], typed: string): string {
  const words = readings(typed)
  const found = options.find(({ value, label }) =>
    [squash(value), squash(label)].some((key) => words.includes(key)),
  )
  return found?.value ?? ''
}
