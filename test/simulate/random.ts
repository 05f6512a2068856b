/** Numbers that follow from one seed, and nothing else: the only chance there is in a simulation. */
export type Random = {
  /** A number from 0 up to 1. */
  next(): number
  /** 32 bits. */
  bits(): number
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** An item by its weight. */
  weighted<Item extends { weight: number }>(items: readonly Item[]): Item
}

/** mulberry32 by Tommy Ettinger: small, fast, and the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = (): number => bits() / 4_294_967_296
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    bits,
    between,
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    weighted(items) {
      const sum = items.reduce((total, { weight }) => total + weight, 0)
      let left = next() * sum
      for (const item of items) {
        left -= item.weight
        if (left < 0) return item
      }
      throw new RangeError('nothing to pick from')
    },
  }
}
