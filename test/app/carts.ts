import type { Cart, CartLine } from '../../app/shapes.ts'

export const shopOf = (name: string) => ({ id: `shp_${name}`, slug: name, name, province: 'ลำปาง' })

export const lineOf = (name: string, over: Partial<CartLine> = {}): CartLine => {
  const { quantity, unitPriceSatang } = { quantity: 1, unitPriceSatang: 10_000, ...over }
  return {
    id: `cln_${name}`,
    variantId: `var_${name}`,
    productSlug: name,
    title: name,
    options: [],
    imageUrl: null,
    flash: null,
    listPriceSatang: unitPriceSatang,
    seenPriceSatang: unitPriceSatang,
    available: 9,
    addedAt: '2026-11-22T03:00:00.000Z',
    problems: [],
    ...over,
    quantity,
    unitPriceSatang,
    lineTotalSatang: quantity * unitPriceSatang,
  }
}

export const cartOf = (...groups: [shop: string, lines: CartLine[]][]): Cart => {
  const filled = groups.map(([shop, lines]) => ({
    shop: shopOf(shop),
    lines,
    subtotalSatang: lines.reduce((sum, line) => sum + line.lineTotalSatang, 0),
  }))
  const totalSatang = filled.reduce((sum, group) => sum + group.subtotalSatang, 0)
  return { id: 'crt_1', groups: filled, totalSatang }
}
