/** A price as shops write it: 35, 59, 129, 890, 1,290 baht. In satang. */
export function believablePrice(baht: number): number {
  if (baht < 30) return Math.max(9, Math.round(baht)) * 100
  if (baht < 100)
    return (Math.round((baht - 5) / 10) * 10 + (Math.round(baht) % 2 === 0 ? 5 : 9)) * 100
  if (baht < 1000) return (Math.max(10, Math.round(baht / 10)) * 10 - 1) * 100
  return (Math.round(baht / 100) * 100 - 10) * 100
}

/** What it cost before: 12 to 40 % more, written in the same manner; null when that is no more. */
export function formerPrice(priceSatang: number, markup: number): number | null {
  const former = believablePrice((priceSatang / 100) * markup)
  return former > priceSatang ? former : null
}
