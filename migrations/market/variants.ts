import type { VariantOption } from '../../src/database/tables/product.ts'
import { CHOICES } from './choices.ts'
import type { Combination } from './line-up.ts'
import type { Random } from './random.ts'
import type { Family, Text, Value } from './types.ts'

/** One thing on the shelf: its options and the values that set its price and weight. */
export type Kind = { options: VariantOption[]; values: Value[] }

type Offered = { name: Text; values: readonly Value[] }

/** At most six kinds, from the axis left to the shopper and the family's own options. */
export function kindsOf(family: Family, combination: Combination, random: Random): Kind[] {
  const choice = CHOICES[family.key]
  const run = choice === undefined ? [] : (combination[choice.axis] ?? [])
  const offered: Offered[] = []
  if (choice !== undefined && run.length > 1) offered.push({ name: choice.name, values: run })
  for (const { name, values, most } of family.options ?? []) {
    const room = Math.min(most, Math.floor(6 / Math.max(1, run.length)))
    const length = random.between(Math.min(2, room), room)
    const start = random.between(0, values.length - length)
    offered.push({ name, values: values.slice(start, start + length) })
  }
  const fixed = Object.values(combination).flatMap((values) => (values.length === 1 ? values : []))
  let kinds: Kind[] = [{ options: [], values: fixed }]
  for (const { name, values } of offered) {
    kinds = kinds.flatMap((kind) =>
      values.map((value) => ({
        options: [...kind.options, { name, value: { th: value.th, en: capital(value.en) } }],
        values: [...kind.values, value],
      })),
    )
  }
  return kinds
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const bahtOf = (family: Family, values: readonly Value[]): number =>
  values.reduce((baht, { times = 1 }) => baht * times, family.baht) +
  values.reduce((baht, { add = 0 }) => baht + add, 0)

export const gramsOf = (family: Family, values: readonly Value[]): number =>
  Math.max(
    5,
    Math.round(values.reduce((grams, { heft = 1 }) => grams * heft, family.grams) / 5) * 5,
  )
