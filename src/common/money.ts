/**
 * Money is integer satang (1 THB = 100 satang) everywhere; rates are basis points (1 % = 100 bp).
 * Nothing here uses fractions: intermediate products are BigInt.
 */

/** The largest amount any field takes: 100 million baht. Keeps every sum far below 2^53. */
export const MAX_SATANG = 10_000_000_000

/** Throws a RangeError unless `value` is a safe integer: for amounts that arrive from outside our own arithmetic. */
export function assertSatang(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an amount in satang: ${value}`)
  return value
}

/** Sum of satang amounts; throws a RangeError past 2^53. */
export function sumSatang(amounts: Iterable<number>): number {
  let total = 0
  for (const amount of amounts) total = assertSatang(total + assertSatang(amount))
  return total
}

/**
 * Divides `totalSatang` (≥ 0) in the ratio of `weights` (≥ 0) by largest remainder: the parts are
 * integers, sum exactly to the total, and do not depend on the order of equal weights beyond position.
 * All-zero weights share evenly.
 */
export function allocate(totalSatang: number, weights: readonly number[]): number[] {
  assertSatang(totalSatang)
  if (totalSatang < 0) throw new RangeError('cannot allocate a negative amount')
  if (weights.length === 0) {
    if (totalSatang === 0) return []
    throw new RangeError('nothing to allocate to')
  }
  if (weights.some((weight) => weight < 0 || !Number.isSafeInteger(weight))) {
    throw new RangeError('weights must be non-negative integers')
  }
  const even = weights.every((weight) => weight === 0)
  const shares = weights.map((weight) => BigInt(even ? 1 : weight))
  const whole = shares.reduce((sum, share) => sum + share, 0n)
  const total = BigInt(totalSatang)
  const parts = shares.map((share) => (total * share) / whole)
  const remainders = shares.map((share, index) => ({ index, rest: (total * share) % whole }))
  let left = Number(total - parts.reduce((sum, part) => sum + part, 0n))
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of remainders) {
    if (left === 0) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1
  }
  return parts.map(Number)
}

/**
 * What of an amount belongs to `count` of `whole` pieces when `before` of them had theirs: the parts
 * are integers and sum to the amount, in whatever portions the pieces go.
 */
export function portion(
  amountSatang: number,
  { before, count, whole }: { before: number; count: number; whole: number },
): number {
  const amount = BigInt(assertSatang(amountSatang))
  const upTo = (pieces: number) => Number((amount * BigInt(pieces)) / BigInt(whole))
  return upTo(before + count) - upTo(before)
}

/** `amountSatang × rateBp / 10000`, rounded half up. */
export function shareOf(amountSatang: number, rateBp: number): number {
  const product = BigInt(assertSatang(amountSatang)) * BigInt(rateBp)
  const sign = product < 0n ? -1n : 1n
  return Number(sign * ((sign * product * 2n + 10_000n) / 20_000n))
}

/**
 * VAT contained in a VAT-inclusive amount: amount × rate / (100 % + rate), half up.
 * Source: Thai Revenue Code s.79, s.80 (price includes VAT; 7 % of the net is 7/107 of the gross).
 */
export function vatWithin(grossSatang: number, vatRateBp: number): number {
  const gross = BigInt(assertSatang(grossSatang))
  const rate = BigInt(vatRateBp)
  const whole = 10_000n + rate
  return Number((gross * rate * 2n + whole) / (whole * 2n))
}
