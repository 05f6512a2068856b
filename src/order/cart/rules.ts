import type { AddLine, LineProblem } from './schema.ts'

/** Most that one line may hold. */
export const MAX_QUANTITY = 99
/** Most lines a cart may hold; also what one query can ask offers for. */
export const MAX_LINES = 90

export type StoredLine = {
  id: string
  variantId: string
  quantity: number
  seenPriceSatang: number
  addedAt: Date
}

/** Oldest first, as they were put in. */
export const inOrder = (a: StoredLine, b: StoredLine): number =>
  a.addedAt.getTime() - b.addedAt.getTime() || (a.id < b.id ? -1 : 1)

/** A variant as it is put in: now, or when it says that it was, never later than now. */
export function putIn(
  { variantId, quantity, addedAt }: AddLine,
  seenPriceSatang: number,
  now: Date,
): Omit<StoredLine, 'id'> {
  const said = addedAt === undefined ? Number.NaN : Date.parse(addedAt)
  const at = said < now.getTime() && said >= 0 ? new Date(said) : now
  return { variantId, quantity, seenPriceSatang, addedAt: at }
}

/** The lines of a cart with one that was put in, on top of what there was of it. */
export function withAdded(lines: readonly StoredLine[], added: StoredLine): StoredLine[] {
  const { id, quantity, seenPriceSatang } = added
  if (!lines.some((line) => line.id === id)) return [...lines, added].sort(inOrder)
  return lines.map((line) =>
    line.id === id ? { ...line, quantity: line.quantity + quantity, seenPriceSatang } : line,
  )
}

/** What stands between a line and an order, and what moved since it was put in. */
export function lineProblems(
  line: Pick<StoredLine, 'quantity' | 'seenPriceSatang'>,
  offer: { onSale: boolean; available: number; priceSatang: number } | undefined,
): LineProblem[] {
  if (offer === undefined || !offer.onSale) return ['unavailable']
  const problems: LineProblem[] = []
  if (offer.available === 0) problems.push('out_of_stock')
  else if (offer.available < line.quantity) problems.push('not_enough_stock')
  if (offer.priceSatang > line.seenPriceSatang) problems.push('price_up')
  if (offer.priceSatang < line.seenPriceSatang) problems.push('price_down')
  return problems
}

const BLOCKING: readonly LineProblem[] = ['unavailable', 'out_of_stock', 'not_enough_stock']

/** A moved price is shown but does not stand in the way: the cart shows the new one. */
export const blocks = (problem: LineProblem): boolean => BLOCKING.includes(problem)

/**
 * The account's cart with a guest's poured in: same variants add up to at most 99, others join in
 * the order they were added while there is room.
 */
export function mergeLines(own: readonly StoredLine[], guest: readonly StoredLine[]): StoredLine[] {
  const merged = new Map(own.map((line) => [line.variantId, line]))
  for (const line of guest) {
    const known = merged.get(line.variantId)
    if (known !== undefined) {
      const quantity = Math.min(MAX_QUANTITY, known.quantity + line.quantity)
      merged.set(line.variantId, { ...known, quantity })
    } else if (merged.size < MAX_LINES) {
      merged.set(line.variantId, line)
    }
  }
  return [...merged.values()]
}
