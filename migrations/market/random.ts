/** A stream of numbers that depends on nothing but its key. */
export type Random = {
  /** In [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  shuffled<Item>(items: readonly Item[]): Item[]
}

/**
 * Mulberry32 started by a hash of `key`. Streams are keyed by what they are for
 * (`talat/bowl/12/price`), so that a new family or one more product moves none of the others.
 */
export function randomOf(key: string): Random {
  let state = hashOf(key)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new RangeError(`nothing to pick for ${key}`)
    return item
  }
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const order = items.map((item) => ({ item, at: next() }))
    order.sort((a, b) => a.at - b.at)
    return order.map(({ item }) => item)
  }
  return { next, between, pick, shuffled, chance: (probability) => next() < probability }
}

/** FNV-1a over UTF-16 code units, with a final avalanche so that like keys part company. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
