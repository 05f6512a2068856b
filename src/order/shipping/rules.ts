/** How a shop prices a parcel. Amounts in satang, weights in grams. */
export type ShippingTariff = {
  kind: 'flat' | 'by_weight'
  priceSatang: number
  stepSatang: number
  stepGrams: number
}

/** The price of a parcel: the base covers the first step, each started step after it adds one. */
export function shippingPrice(tariff: ShippingTariff, weightGrams: number): number {
  if (tariff.kind === 'flat') return tariff.priceSatang
  const steps = Math.max(1, Math.ceil(weightGrams / tariff.stepGrams))
  return tariff.priceSatang + (steps - 1) * tariff.stepSatang
}

/** "2–4 วัน", "1 day": how long it takes, for people. */
export function estimateText(minDays: number, maxDays: number, locale: 'th' | 'en'): string {
  const span = minDays === maxDays ? `${maxDays}` : `${minDays}–${maxDays}`
  if (locale === 'th') return `${span} วัน`
  return `${span} ${maxDays === 1 ? 'day' : 'days'}`
}
