import { CHOICES } from './choices.ts'
import type { Combination } from './line-up.ts'
import { PARCELS } from './packing.ts'
import type { Random } from './random.ts'
import type { Family, Shop, Text, Value } from './types.ts'
import { fill, paragraph, type Slots, t } from './words.ts'

/** What the shop calls it: every axis, and `1 กก. – 3 กก.` or `คราม/แดง` where there is a choice. */
export function titleOf(family: Family, combination: Combination): Text {
  return fill(family.title, slots(family, combination, titled))
}

/** Four to six sentences: what it is, how it is made, what sets it apart, use, care, the parcel. */
export function descriptionOf(
  family: Family,
  combination: Combination,
  shop: Shop,
  random: Random,
): Text {
  const words = {
    ...slots(family, combination, spoken),
    province: shop.province,
    shop: shop.name,
  }
  const telling = Object.values(combination).flatMap((values) => {
    const [only] = values
    return values.length === 1 && only?.say !== undefined ? [only.say] : []
  })
  const sentences = [
    random.pick(family.intro),
    random.pick(family.made),
    ...telling.slice(0, 1),
    random.pick(family.use),
    random.pick(family.care),
    random.pick(PARCELS[family.packing]),
  ]
  return paragraph(sentences.map((sentence) => fill(sentence, words)))
}

type Join = (values: readonly Value[], range: boolean) => Text

function slots(family: Family, combination: Combination, join: Join): Slots {
  const range = CHOICES[family.key]?.join === 'range'
  return Object.fromEntries(
    Object.entries(combination).map(([axis, values]) => [axis, join(values, range)]),
  )
}

const titled: Join = (values, range) => {
  const first = values[0] ?? t('', '')
  const last = values.at(-1) ?? first
  if (values.length === 1) return first
  return range
    ? t(`${first.th} – ${last.th}`, `${first.en} – ${last.en}`)
    : t(values.map(({ th }) => th).join('/'), values.map(({ en }) => en).join('/'))
}

const spoken: Join = (values) => ({
  th: listed(
    values.map(({ th }) => th),
    ' ',
    ' หรือ ',
  ),
  en: listed(
    values.map(({ en }) => en),
    ', ',
    ' or ',
  ),
})

function listed(words: readonly string[], comma: string, or: string): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(comma)}${or}${last}`
}
