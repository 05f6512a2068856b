/** How many of one variant an order wants. */
export type Demand = { variantId: string; quantity: number }

/**
 * Sums demand per variant, in a fixed order: two lines of one variant are checked as one, and
 * concurrent writers lock levels in the same order (S3).
 */
export function sumDemand(lines: readonly Demand[]): Demand[] {
  const sums = new Map<string, number>()
  for (const { variantId, quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0) {
      throw new RangeError(`demand must be a positive integer: ${quantity}`)
    }
    sums.set(variantId, (sums.get(variantId) ?? 0) + quantity)
  }
  return [...sums]
    .map(([variantId, quantity]) => ({ variantId, quantity }))
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
}

/** What a movement does to a level. Level = Σ of these over all movements of a variant (S1). */
export function effectOf(reason: 'held' | 'released' | 'sold' | 'restocked', quantity: number) {
  if (reason === 'restocked') return { onHandDelta: quantity, reservedDelta: 0 }
  if (reason === 'held') return { onHandDelta: 0, reservedDelta: quantity }
  if (reason === 'released') return { onHandDelta: 0, reservedDelta: -quantity }
  return { onHandDelta: -quantity, reservedDelta: -quantity }
}
