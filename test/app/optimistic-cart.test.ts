import { describe, expect, it } from 'vitest'
import type { CartLine } from '../../app/shapes.ts'
import {
  afterGrant,
  afterLoad,
  afterRefusal,
  apart,
  unanswered,
  type Wish,
  withQuantity,
  withWishes,
} from '../../app/storefront/optimistic-cart.ts'
import { cartOf, lineOf, shopOf } from './carts.ts'

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

  it('has what is put back where it stood, and its shop too', () => {
    const at = (minute: number) => ({ addedAt: `2026-11-22T03:0${minute}:00.000Z` })
    const [one, two, three] = [lineOf('one', at(1)), lineOf('two', at(2)), lineOf('three', at(3))]
    const within = withWishes(cartOf(['a', [one, three]]), wishes(wish(two, 1)))
    expect(within.groups[0]?.lines.map(({ title }) => title)).toEqual(['one', 'two', 'three'])
    const among = withWishes(cartOf(['a', [one]], ['c', [three]]), wishes(wish(two, 1, 'b')))
    expect(among.groups.map(({ shop }) => shop.name)).toEqual(['a', 'b', 'c'])
  })

  it('says at once when a number is more than there is, and when it no longer is', () => {
    const many = withQuantity(lineOf('bowl', { available: 3, problems: ['price_up'] }), 4)
    expect(many.problems).toEqual(['not_enough_stock', 'price_up'])
    expect(withQuantity(many, 3).problems).toEqual(['price_up'])
  })
})

describe('after an answer', () => {
  it('a wish that was granted stays in sight until a basket is loaded that has it', () => {
    const asked = wish(bowl, 3)
    const now = afterGrant(wishes(asked, wish(soap, 2)), asked, 7)
    expect(unanswered(now).map(({ line }) => line.title)).toEqual(['soap'])
    expect([...afterLoad(now, 6).keys()]).toEqual(['var_bowl', 'var_soap'])
    expect([...afterLoad(now, 7).keys()]).toEqual(['var_soap'])
  })

  it('a wish that was refused is over, and what was pressed meanwhile with it', () => {
    const now = wishes(wish(bowl, 7), wish(soap, 2))
    expect([...afterRefusal(now, wish(bowl, 3)).keys()]).toEqual(['var_soap'])
  })

  it('a number that was pressed meanwhile is still to be sent, so that the last one stays', () => {
    const now = wishes(wish(bowl, 7))
    expect(afterGrant(now, wish(bowl, 3), 1)).toBe(now)
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
