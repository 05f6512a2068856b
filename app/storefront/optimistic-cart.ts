import type { Cart, CartLine } from '../shapes.ts'

type Group = Cart['groups'][number]
export type CartShop = Group['shop']

/** What was pressed about one thing and not answered yet. */
export type Wish = {
  line: CartLine
  shop: CartShop
  /** Pieces; 0 is to have it out. */
  quantity: number
}
/** By variant, since a line that is put back gets another id. */
export type Wishes = ReadonlyMap<string, Wish>

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

function groupOf(shop: CartShop, lines: CartLine[]): Group {
  return { shop, lines, subtotalSatang: sum(lines.map((line) => line.lineTotalSatang)) }
}

/** A line with another quantity, and with what that means for its price and for what is left. */
export function withQuantity(line: CartLine, quantity: number): CartLine {
  const problems = line.problems.filter((problem) => problem !== 'not_enough_stock')
  const tooMany = line.available > 0 && quantity > line.available
  return {
    ...line,
    quantity,
    lineTotalSatang: line.unitPriceSatang * quantity,
    problems: tooMany ? ['not_enough_stock', ...problems] : problems,
  }
}

/** The cart as it will be once every wish is granted: shown at once, taken back where one is not. */
export function withWishes(cart: Cart, wishes: Wishes): Cart {
  if (wishes.size === 0) return cart
  const known = new Set<string>()
  const groups = cart.groups.map(({ shop, lines }) => {
    const wished = lines.flatMap((line) => {
      known.add(line.variantId)
      const wish = wishes.get(line.variantId)
      if (wish === undefined) return [line]
      return wish.quantity === 0 ? [] : [withQuantity(line, wish.quantity)]
    })
    return groupOf(shop, wished)
  })
  for (const [variantId, { line, shop, quantity }] of wishes) {
    if (known.has(variantId) || quantity === 0) continue
    const at = groups.findIndex((group) => group.shop.id === shop.id)
    const back = withQuantity(line, quantity)
    const group = groupOf(shop, [...(groups[at]?.lines ?? []), back])
    if (at === -1) groups.push(group)
    else groups[at] = group
  }
  const left = groups.filter(({ lines }) => lines.length > 0)
  return { ...cart, groups: left, totalSatang: sum(left.map((group) => group.subtotalSatang)) }
}

/** The form that grants a wish, by the cart as the API has it; null when there is nothing to do. */
export function formOf(cart: Cart, { line, quantity }: Wish): Record<string, string> | null {
  const found = cart.groups
    .flatMap((group) => group.lines)
    .find(({ variantId }) => variantId === line.variantId)
  if (found === undefined) {
    return quantity === 0 ? null : { variantId: line.variantId, quantity: String(quantity) }
  }
  if (found.quantity === quantity) return null
  if (quantity === 0) return { lineId: found.id, intent: 'remove' }
  return { lineId: found.id, quantity: String(quantity) }
}

/**
 * What is still wished after one was answered. A number that was pressed meanwhile stands, unless the
 * answer was no: whoever is told so presses again.
 */
export function afterAnswer(wishes: Wishes, asked: Wish, granted: boolean): Wishes {
  const { variantId } = asked.line
  const now = wishes.get(variantId)
  if (granted && now !== undefined && now.quantity !== asked.quantity) return wishes
  const rest = new Map(wishes)
  rest.delete(variantId)
  return rest
}

/** Sold out, off sale or removed: no number of it can be ordered. */
const isGone = (line: CartLine): boolean =>
  line.problems.some((problem) => problem === 'unavailable' || problem === 'out_of_stock')

export type Gone = { line: CartLine; shop: CartShop }

/** What can be bought, with sums of that alone, apart from what no longer can. */
export function apart(cart: Cart): { bought: Cart; gone: Gone[] } {
  const gone = cart.groups.flatMap(({ shop, lines }) =>
    lines.filter(isGone).map((line) => ({ line, shop })),
  )
  const groups = cart.groups
    .map(({ shop, lines }) =>
      groupOf(
        shop,
        lines.filter((line) => !isGone(line)),
      ),
    )
    .filter(({ lines }) => lines.length > 0)
  const totalSatang = sum(groups.map((group) => group.subtotalSatang))
  return { bought: { ...cart, groups, totalSatang }, gone }
}
