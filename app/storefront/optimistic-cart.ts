import type { Cart, CartLine } from '../shapes.ts'

type Group = Cart['groups'][number]
export type CartShop = Group['shop']

/** What was pressed about one thing and is in no basket that was loaded yet. */
export type Wish = {
  line: CartLine
  shop: CartShop
  /** Pieces; 0 is to have it out. */
  quantity: number
  /** Which answer of the API granted it; without one it is still to be sent, or on its way. */
  granted?: number
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
    const lines = [...(groups[at]?.lines ?? []), withQuantity(line, quantity)].sort(asPutIn)
    if (at === -1) groups.push(groupOf(shop, lines))
    else groups[at] = groupOf(shop, lines)
  }
  const left = groups.filter(({ lines }) => lines.length > 0)
  // What is put back stands where it stood, as it will once the API has it.
  left.sort((a, b) => asPutIn(a.lines[0], b.lines[0]))
  return { ...cart, groups: left, totalSatang: sum(left.map((group) => group.subtotalSatang)) }
}

/** Times of the API are of one form, so that they compare as texts; lines of one time stay put. */
const asPutIn = (a: CartLine | undefined, b: CartLine | undefined): number => {
  const [one, other] = [a?.addedAt ?? '', b?.addedAt ?? '']
  return one === other ? 0 : one < other ? -1 : 1
}

/** What is still to be sent, oldest press first. */
export const unanswered = (wishes: Wishes): Wish[] =>
  [...wishes.values()].filter(({ granted }) => granted === undefined)

/**
 * What is wished after one was granted by an answer. A number that was pressed meanwhile is still to
 * be sent.
 */
export function afterGrant(wishes: Wishes, asked: Wish, answer: number): Wishes {
  const { variantId } = asked.line
  const now = wishes.get(variantId)
  if (now === undefined || now.quantity !== asked.quantity) return wishes
  return new Map(wishes).set(variantId, { ...now, granted: answer })
}

/** What is wished after one was refused: whoever is told so presses again. */
export function afterRefusal(wishes: Wishes, asked: Wish): Wishes {
  const rest = new Map(wishes)
  rest.delete(asked.line.variantId)
  return rest
}

/** What is wished once the basket was loaded after an answer: what was granted by then is in it. */
export function afterLoad(wishes: Wishes, answer: number): Wishes {
  return new Map([...wishes].filter(([, { granted }]) => granted === undefined || granted > answer))
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
