export type ShopRole = 'owner' | 'manager' | 'staff'

declare const PROVEN: unique symbol

/**
 * Proof that an account works for a shop, as its membership stood in the database when this request
 * came in. A shop's rows are reached through `ofShop` (src/database/of-shop.ts), which asks for one;
 * nothing but the look-up of a membership makes one.
 */
export type ShopScope = {
  readonly shopId: string
  /** The member who asks, for the history of what is done. */
  readonly userId: string
  readonly role: ShopRole
  readonly [PROVEN]: true
}

/** For the look-up of a membership alone: whoever calls this has read that row in this request. */
export const provenMember = (row: { shopId: string; userId: string; role: ShopRole }): ShopScope =>
  // The seal is a type and no value, so that a scope cannot be written down by hand.
  row as ShopScope
