import type { Cart, CartLine } from '../shapes.ts'

export const countItems = (cart: Cart): number =>
  cart.groups.flatMap((group) => group.lines).reduce((sum, line) => sum + line.quantity, 0)

/** Stands in the way of ordering; a price that moved does not. */
export const isBlocked = (line: CartLine): boolean =>
  line.problems.some((problem) => problem !== 'price_up' && problem !== 'price_down')
