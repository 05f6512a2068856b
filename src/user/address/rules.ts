import type { Gazetteer, Names, Place } from '#src/services/gazetteer/index.ts'

/** The four parts of an address that must agree. */
export type PlaceNames = {
  subdistrict: string
  district: string
  province: string
  postcode: string
}

/**
 * The names as we keep them, in Thai without prefixes; undefined when the four do not agree. Names
 * may come in Thai or English, with or without their prefixes, and in another romanisation as long
 * as it names one place.
 */
export function findPlace(gazetteer: Gazetteer, names: PlaceNames): PlaceNames | undefined {
  const candidates = gazetteer.get(latinDigits(names.postcode)) ?? []
  for (const key of [exact, loose]) {
    const found = candidates.filter((place) => matches(place, names, key))
    const [place] = found
    if (place !== undefined && found.every((other) => sameKey(place, other))) {
      return {
        subdistrict: place.subdistrict.th,
        district: place.district.th,
        province: place.province.th,
        postcode: place.postcode,
      }
    }
  }
  return undefined
}

/** The Thai name of a province by any that `findPlace` would take; undefined where there is none. */
export function findProvince(gazetteer: Gazetteer, written: string): string | undefined {
  const provinces = new Map<string, Names>()
  for (const places of gazetteer.values()) {
    for (const { province } of places) provinces.set(province.th, province)
  }
  const forms = formsOf(written, 'province').map(exact)
  const found = [...provinces.values()].find(
    ({ th, en }) => forms.includes(exact(th)) || forms.includes(exact(en)),
  )
  return found?.th
}

/** `๑๐๕๐๐` → `10500`: Thai keyboards type their own digits. */
export const latinDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))

type Key = (text: string) => string

function matches(place: Place, names: PlaceNames, key: Key): boolean {
  const is = (written: string, part: Part, { th, en }: Names) => {
    const forms = formsOf(written, part).map(key)
    return forms.includes(key(th)) || forms.includes(key(en))
  }
  return (
    is(names.province, 'province', place.province) &&
    (is(names.district, 'district', place.district) || isCapital(place, names.district, key)) &&
    is(names.subdistrict, 'subdistrict', place.subdistrict)
  )
}

// The district around a provincial town is เมือง and the province's name; people write เมือง alone.
function isCapital(place: Place, written: string, key: Key): boolean {
  if (place.district.th !== `เมือง${place.province.th}`) return false
  const forms = formsOf(written, 'district').map(key)
  return ['เมือง', 'Mueang', 'Muang'].some((town) => forms.includes(key(town)))
}

const sameKey = (a: Place, b: Place) =>
  a.subdistrict.th === b.subdistrict.th && a.district.th === b.district.th

type Part = 'subdistrict' | 'district' | 'province'

// Decomposed like the text they are looked for in, where ำ is two letters.
const prefix = (words: string) => new RegExp(`^(?:${words.normalize('NFKC')})\\s*`, 'u')

const THAI_PREFIX: Record<Part, RegExp> = {
  subdistrict: prefix('ตำบล|แขวง|ต\\s*\\.|ขว\\s*\\.|ข\\s*\\.'),
  district: prefix('กิ่งอำเภอ|อำเภอ|เขต|อ\\s*\\.|ข\\s*\\.'),
  province: prefix('จังหวัด|จว\\s*\\.|จ\\s*\\.'),
}
const ENGLISH_WORD: Record<Part, string> = {
  subdistrict: '(?:khwaeng|kwaeng|tambon|tambol|sub-?\\s*district)',
  district: '(?:khet|amphoe|amphur|amphor|king\\s+amphoe|district)',
  province: '(?:changwat|jangwat|province|metropolis|city)',
}
const SAME_PROVINCE = new Map([
  ['กรุงเทพ', 'กรุงเทพมหานคร'],
  ['กทม', 'กรุงเทพมหานคร'],
  ['bkk', 'กรุงเทพมหานคร'],
  ['krungthep', 'กรุงเทพมหานคร'],
  ['krungthepmahanakhon', 'กรุงเทพมหานคร'],
  ['อยุธยา', 'พระนครศรีอยุธยา'],
  ['ayutthaya', 'พระนครศรีอยุธยา'],
  ['ayudhya', 'พระนครศรีอยุธยา'],
  ['โคราช', 'นครราชสีมา'],
  ['korat', 'นครราชสีมา'],
])

// As written first: some names begin with what looks like a prefix (ตำบล จ.ป.ร.).
function formsOf(written: string, part: Part): string[] {
  const text = written.normalize('NFKC').trim()
  const word = ENGLISH_WORD[part]
  const bare = text
    .replace(THAI_PREFIX[part], '')
    .replace(new RegExp(`^${word}\\s+|[\\s,]+${word}\\.?$`, 'gi'), '')
  const alias = part === 'province' ? SAME_PROVINCE.get(exact(bare)) : undefined
  return alias === undefined ? [text, bare] : [text, bare, alias]
}

/** Letters, marks and digits only, lower case; ำ in either spelling. */
function exact(text: string): string {
  return latinDigits(text.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{M}\p{N}]|ฯ/gu, '')
}

const ROMANISED: readonly (readonly [RegExp, string])[] = [
  [/ng/g, 'ŋ'],
  [/ph|bh/g, 'p'],
  [/th|dh/g, 't'],
  [/kh|gh|g/g, 'k'],
  [/ch|sh|j/g, 'c'],
  [/sr/g, 's'],
  [/v/g, 'w'],
  [/y/g, 'i'],
  [/ee/g, 'i'],
  [/oo|ue|eu/g, 'u'],
  [/ae/g, 'e'],
  [/oe/g, 'o'],
  [/or(?=[^aeiou]|$)/g, 'o'],
  [/(.)\1/g, '$1'],
]

/**
 * One key for the many ways to write a Thai name in Latin letters: Lumphini is Lumpini, Sathorn is
 * Sathon, Vadhana is Watthana, Muang is Mueang. Thai stays as it is.
 */
function loose(text: string): string {
  let key = exact(text)
  if (!/^[a-z]+$/.test(key)) return key
  for (const [pattern, letter] of ROMANISED) key = key.replace(pattern, letter)
  return key
}
