import { CHOICES } from './choices.ts'
import { randomOf } from './random.ts'
import type { Family, Value } from './types.ts'

/** One product to be: for each axis the value, or the neighbouring values, it is sold in. */
export type Combination = Readonly<Record<string, readonly Value[]>>

/** How many products each family gets: by share, and at least one where there is room. */
export function quotas(families: readonly Family[], products: number): number[] {
  const whole = families.reduce((sum, { share = 1 }) => sum + share, 0)
  const exact = families.map(({ share = 1 }) => (share / whole) * products)
  const counts = exact.map((count) =>
    Math.max(products >= families.length ? 1 : 0, Math.floor(count)),
  )
  const byRest = exact
    .map((count, index) => ({ index, rest: count - Math.floor(count) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  let left = products - counts.reduce((sum, count) => sum + count, 0)
  while (left !== 0) {
    const step = Math.sign(left)
    const before = left
    for (const { index } of step > 0 ? byRest : byRest.toReversed()) {
      const count = counts[index] ?? 0
      if (left === 0) break
      if (step < 0 && count <= 1) continue
      counts[index] = count + step
      left -= step
    }
    if (left === before) break
  }
  return counts
}

/**
 * `count` different combinations of a family's values. No two read alike, since titles name every
 * axis; values that only some provinces sell are kept when `sold` says somebody does.
 */
export function lineUp(
  family: Family,
  count: number,
  seed: string,
  sold: (combination: Combination) => boolean,
): Combination[] {
  const random = randomOf(`${seed}/line-up/${family.key}`)
  const choice = CHOICES[family.key]
  let combinations: Combination[] = [{}]
  for (const [axis, values] of Object.entries(family.axes)) {
    const most = family.options === undefined ? (choice?.join === 'range' ? 4 : 3) : 2
    const picks = axis === choice?.axis ? runs(values, most) : values.map((value) => [value])
    combinations = combinations.flatMap((so) => picks.map((pick) => ({ ...so, [axis]: pick })))
  }
  const chosen = random.shuffled(combinations.filter(sold)).slice(0, count)
  if (chosen.length < count)
    throw new RangeError(`${family.key} has only ${chosen.length} products`)
  return chosen
}

/** Each value alone, and each run of neighbours that stand on one shelf and are sold alike. */
function runs(values: readonly Value[], most: number): Value[][] {
  return values.flatMap((first, start) => {
    const found: Value[][] = []
    for (let length = 1; length <= most && start + length <= values.length; length += 1) {
      const run = values.slice(start, start + length)
      if (run.some(({ leaf, at }) => leaf !== first.leaf || at !== first.at)) break
      found.push(run)
    }
    return found
  })
}
