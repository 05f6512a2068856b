import { describe, expect, it } from 'vitest'
import type { Cart, CartLine } from '../../app/shapes.ts'
import {
  afterAnswer,
  apart,
  formOf,
  type Wish,
  withQuantity,
  withWishes,
} from '../../app/storefront/optimistic-cart.ts'

const shopOf = (name: string) => ({ id: `shp_${name}`, slug: name, name, province: 'ลำปาง' })
const lineOf = (name: string, over: Partial<CartLine> = {}): CartLine => {
  const { quantity, unitPriceSatang } = { quantity: 1, unitPriceSatang: 10_000, ...over }
  return {
    id: `cln_${name}`,
    variantId: `var_${name}`,
    productSlug: name,
    title: name,
    options: [],
    imageUrl: null,
    seenPriceSatang: unitPriceSatang,
    available: 9,
    problems: [],
    ...over,
    quantity,
    unitPriceSatang,
    lineTotalSatang: quantity * unitPriceSatang,
  }
}
const cartOf = (...groups: [shop: string, lines: CartLine[]][]): Cart => {
  const filled = groups.map(([shop, lines]) => ({
    shop: shopOf(shop),
    lines,
    subtotalSatang: lines.reduce((sum, line) => sum + line.lineTotalSatang, 0),
  }))
  const totalSatang = filled.reduce((sum, group) => sum + group.subtotalSatang, 0)
  return { id: 'crt_1', groups: filled, totalSatang }
}
const wish = (line: CartLine, quantity: number, shop = 'a'): Wish => ({
  line,
  shop: shopOf(shop),
  quantity,
})
const wishes = (...all: Wish[]) => new Map(all.map((one) => [one.line.variantId, one]))

const bowl = lineOf('bowl', { quantity: 2, unitPriceSatang: 35_900 })
const soap = lineOf('soap', { unitPriceSatang: 4_550 })
const cart = cartOf(['a', [bowl]], ['b', [soap]])

describe('the cart as it will be', () => {
  it('is the very same while nothing is wished', () => {
    expect(withWishes(cart, new Map())).toBe(cart)
  })

  it('has the wished number in the line, its shop and the whole', () => {
    const seen = withWishes(cart, wishes(wish(bowl, 5)))
    expect(seen.groups[0]?.lines[0]).toMatchObject({ quantity: 5, lineTotalSatang: 179_500 })
    expect(seen.groups[0]?.subtotalSatang).toBe(179_500)
    expect(seen.totalSatang).toBe(184_050)
    expect(cart.totalSatang).toBe(76_350)
  })

  it('loses a line that is to be out, and its shop with the last of them', () => {
    const seen = withWishes(cart, wishes(wish(bowl, 0)))
    expect(seen.groups.map(({ shop }) => shop.id)).toEqual(['shp_b'])
    expect(seen.totalSatang).toBe(4_550)
  })

  it('has a line again that is put back, in its shop or with it', () => {
    const cup = lineOf('cup')
    const beside = withWishes(cart, wishes(wish(cup, 3, 'a')))
    expect(beside.groups[0]?.lines.map(({ title }) => title)).toEqual(['bowl', 'cup'])
    const alone = withWishes(cart, wishes(wish(cup, 3, 'c')))
    expect(alone.groups.map(({ shop }) => shop.id)).toEqual(['shp_a', 'shp_b', 'shp_c'])
    expect(alone.totalSatang).toBe(106_350)
  })

  it('says at once when a number is more than there is, and when it no longer is', () => {
    const many = withQuantity(lineOf('bowl', { available: 3, problems: ['price_up'] }), 4)
    expect(many.problems).toEqual(['not_enough_stock', 'price_up'])
    expect(withQuantity(many, 3).problems).toEqual(['price_up'])
  })
})

describe('what is sent for a wish', () => {
  it('is the number, the removal, or the thing itself when its line is gone already', () => {
    expect(formOf(cart, wish(bowl, 5))).toEqual({ lineId: 'cln_bowl', quantity: '5' })
    expect(formOf(cart, wish(bowl, 0))).toEqual({ lineId: 'cln_bowl', intent: 'remove' })
    expect(formOf(cart, wish(lineOf('cup'), 2))).toEqual({ variantId: 'var_cup', quantity: '2' })
  })

  it('is nothing when the cart is so already', () => {
    expect(formOf(cart, wish(bowl, 2))).toBeNull()
    expect(formOf(cart, wish(lineOf('cup'), 0))).toBeNull()
  })

  it('names the line by its present id, since putting back makes another', () => {
    const again = cartOf(['a', [{ ...bowl, id: 'cln_new' }]])
    expect(formOf(again, wish(bowl, 1))).toEqual({ lineId: 'cln_new', quantity: '1' })
  })
})

describe('after an answer', () => {
  it('a wish is over, granted or refused', () => {
    const asked = wish(bowl, 3)
    expect(afterAnswer(wishes(asked), asked, true).size).toBe(0)
    expect(afterAnswer(wishes(asked), asked, false).size).toBe(0)
  })

  it('a number that was pressed meanwhile is still to be sent, so that the last one stays', () => {
    const asked = wish(bowl, 3)
    const now = wishes(wish(bowl, 7), wish(soap, 2))
    expect(afterAnswer(now, asked, true)).toBe(now)
    expect([...afterAnswer(now, asked, false).keys()]).toEqual(['var_soap'])
  })
})

describe('what can no longer be bought', () => {
  it('stands apart and counts for nothing', () => {
    const mango = lineOf('mango', { available: 0, problems: ['out_of_stock'] })
    const lamp = lineOf('lamp', { available: 0, problems: ['unavailable'] })
    const few = lineOf('few', { quantity: 4, available: 2, problems: ['not_enough_stock'] })
    const { bought, gone } = apart(cartOf(['a', [bowl, mango]], ['b', [lamp]], ['c', [few]]))
    expect(gone.map(({ line, shop }) => [line.title, shop.id])).toEqual([
      ['mango', 'shp_a'],
      ['lamp', 'shp_b'],
    ])
    expect(bought.groups.map(({ shop }) => shop.id)).toEqual(['shp_a', 'shp_c'])
    expect(bought.groups[0]?.subtotalSatang).toBe(71_800)
    expect(bought.totalSatang).toBe(111_800)
  })
})
