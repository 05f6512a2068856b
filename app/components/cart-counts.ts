import type { Cart, CartLine } from '../shapes.ts'

export const countItems = (cart: Cart): number =>
  cart.groups.flatMap((group) => group.lines).reduce((sum, line) => sum + line.quantity, 0)

const BLOCKING: readonly string[] = ['unavailable', 'out_of_stock', 'not_enough_stock']

/** Stands in the way of ordering, as the API sees it; a price that is another does not. */
export const isBlocked = (line: CartLine): boolean =>
  line.problems.some((problem) => BLOCKING.includes(problem))

/** The flash price that a line has, if it has one. */
export const flashOf = ({ flash, unitPriceSatang, listPriceSatang }: CartLine) =>
  flash !== null && unitPriceSatang === flash.priceSatang && unitPriceSatang < listPriceSatang
    ? flash
    : null

/** How many lines have one. */
export const flashLines = (cart: Cart): number =>
  cart.groups.flatMap(({ lines }) => lines).filter((line) => flashOf(line) !== null).length
