import type { Random } from './random.ts'

const DAY_MS = 86_400_000

/** What has sold so far: a few things by the thousand, most by the dozen, new ones hardly at all. */
export function soldSoFar(
  random: Random,
  priceSatang: number,
  publishedAt: Date,
  now: Date,
): number {
  const days = (now.getTime() - publishedAt.getTime()) / DAY_MS
  const appeal = 9 / (random.next() + 0.002) ** 0.95
  const cheap = Math.min(2.2, Math.max(0.25, (30_000 / priceSatang) ** 0.45))
  return Math.floor(Math.min(9_400, appeal * cheap * (0.15 + days / 420)))
}

/** Pieces on the shelf: 4 % of products have none at all, some only the last few. */
export function stockOf(random: Random, kinds: number): number[] {
  const fate = random.next()
  if (fate < 0.04) return Array.from({ length: kinds }, () => 0)
  if (fate < 0.1) return Array.from({ length: kinds }, () => random.between(1, 3))
  return Array.from({ length: kinds }, () =>
    kinds > 1 && random.chance(0.05) ? 0 : Math.max(1, Math.floor(random.next() ** 1.8 * 400)),
  )
}
