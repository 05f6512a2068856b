import { before, type Clock } from '#src/common/clock.ts'
import { newId, newSecret, sha256 } from '#src/common/id.ts'
import { sumSatang } from '#src/common/money.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isCheck, isConflict, isStale } from '#src/database/portable.ts'
import type { Offer, ProductService, ShopName } from '#src/product/index.ts'
import { flashHolders } from '../buyer/rules.ts'
import {
  addToLine,
  type CartKey,
  cartsFrom,
  emptyCart,
  endCart,
  forgetGuestCarts,
  readCarts,
  removeLine,
  replaceLines,
  type StoredCart,
  setQuantity,
  touchCart,
  unchangedCart,
  variantsIn,
} from './repository.ts'
import {
  availableOf,
  lineView,
  MAX_LINES,
  MAX_QUANTITY,
  mergeLines,
  putIn,
  type StoredLine,
  unitPriceOf,
  withAdded,
} from './rules.ts'
import type { AddLine, Cart } from './schema.ts'

/** Whose cart: an account's, a guest's by its token, or both when a guest has just signed in. */
export type CartOwner = { userId: string | null; cartToken: string | null }

export type CartDeps = {
  database: Database
  clock: Clock
  offers: ProductService['offers']
  findShops(ids: readonly string[]): Promise<ShopName[]>
  fileUrl(key: string): string
}

/** A cart with what its lines stand for at `at`. */
export type OpenCart = StoredCart & { at: Date; offers: Map<string, Offer>; cartToken?: string }

const TRIES = 3

export function createCartService({ database, clock, offers, findShops, fileUrl }: CartDeps) {
  const { tables } = database

  /** Carts with what their lines stand for, and a variant that is to be put in: one round trip. */
  async function look(keys: readonly CartKey[], added?: string, userId: string | null = null) {
    const at = clock.now()
    // A guest is nobody until they say who they are: their limit is judged at the checkout.
    const [holder] = userId === null ? [] : await flashHolders({ userId, email: '', phone: '' })
    const [rows, offered] = await database.together(
      readCarts(database, keys),
      offers.read(variantsIn(tables, keys), { more: added, holder, at }),
    )
    return { at, carts: cartsFrom(rows, keys), offers: offers.from(offered) }
  }

  /**
   * The caller's cart with its offers and that of a variant to be put in; a signed-in call that
   * still carries a guest's token merges it, once.
   */
  async function open(owner: CartOwner, added?: string): Promise<OpenCart> {
    const minted = owner.userId === null && owner.cartToken === null ? newSecret() : undefined
    const token = owner.cartToken ?? minted
    const guestId = token === undefined ? null : await cartId('token', token)
    if (owner.userId === null) {
      const id = guestId ?? ''
      const key = { id, guest: true }
      const none = { ...key, version: 0, lines: [] }
      // A cart that was just thought of has nothing in it.
      if (minted !== undefined && added === undefined) {
        return { ...none, at: clock.now(), cartToken: minted, offers: new Map() }
      }
      const seen = await look([key], added)
      const { at, offers } = seen
      return { ...(seen.carts[0] ?? none), cartToken: token ?? '', at, offers }
    }
    const ownKey = { id: await cartId('user', owner.userId), guest: false }
    for (let attempt = 1; ; attempt += 1) {
      const keys = guestId === null ? [ownKey] : [ownKey, { id: guestId, guest: true }]
      const seen = await look(keys, added, owner.userId)
      const [own = { ...ownKey, version: 0, lines: [] }, guest] = seen.carts
      if (guest === undefined || guest.version === 0) {
        return { ...own, at: seen.at, offers: seen.offers }
      }
      const lines = mergeLines(own.lines, guest.lines)
      const at = clock.now()
      try {
        await database.atomically((q) => [
          endCart(q, tables, guest),
          emptyCart(q, tables, guest.id),
          unchangedCart(q, tables, own, at),
          ...replaceLines(q, tables, own.id, lines),
        ])
        // What found no room is no longer there.
        const kept = new Set([...lines.map((line) => line.variantId), added])
        const offersKept = [...seen.offers].filter(([variantId]) => kept.has(variantId))
        return { ...own, version: own.version + 1, lines, at, offers: new Map(offersKept) }
      } catch (error) {
        // Another call merged it or changed it at the same moment: look again.
        if (attempt === TRIES || !(isStale(error) || isConflict(error))) throw error
      }
    }
  }

  async function view(cart: OpenCart, locale: Locale): Promise<Cart> {
    const shopOf = (line: StoredLine) => cart.offers.get(line.variantId)?.shopId ?? ''
    const byShop = Map.groupBy(cart.lines, shopOf)
    const shops = new Map(
      (await findShops([...byShop.keys()].filter((id) => id !== ''))).map((shop) => [
        shop.id,
        shop,
      ]),
    )
    const groups = [...byShop].map(([shopId, lines]) => {
      const shop = shops.get(shopId)
      const shown = lines.map((line) =>
        lineView(line, cart.offers.get(line.variantId), cart.at, { locale, fileUrl }),
      )
      return {
        shop: {
          id: shopId,
          slug: shop?.slug ?? '',
          name: (locale === 'en' ? shop?.nameEn : shop?.nameTh) ?? '',
          province: (locale === 'en' ? shop?.provinceEn : shop?.provinceTh) ?? '',
        },
        lines: shown,
        subtotalSatang: sumSatang(shown.map((line) => line.lineTotalSatang)),
      }
    })
    return {
      id: cart.id,
      ...(cart.cartToken === undefined ? {} : { cartToken: cart.cartToken }),
      groups,
      totalSatang: sumSatang(groups.map((group) => group.subtotalSatang)),
    }
  }

  return {
    /** The cart with its offers, for checkout. */
    open: async (owner: CartOwner): Promise<OpenCart> => await open(owner),

    /** The cart as the shopper sees it. */
    async read(owner: CartOwner, locale: Locale): Promise<Cart> {
      return await view(await open(owner), locale)
    },

    /**
     * Puts a variant in, on top of what is there; one that is put back stands where it stood.
     * @throws Problem `not_found` when it is not on sale, `out_of_stock` with `available`, `limit_reached`
     */
    async add(owner: CartOwner, added: AddLine, locale: Locale): Promise<Cart> {
      const { variantId, quantity } = added
      const cart = await open(owner, variantId)
      const known = cart.lines.find((line) => line.variantId === variantId)
      if (known === undefined && cart.lines.length >= MAX_LINES) throw new Problem('limit_reached')
      const offer = cart.offers.get(variantId)
      if (offer === undefined || !offer.onSale) throw new Problem('not_found')
      const sum = (known?.quantity ?? 0) + quantity
      if (sum > MAX_QUANTITY) throw new Problem('limit_reached')
      const available = availableOf(offer, cart.at)
      if (sum > available) throw shortOf(variantId, available)
      const at = clock.now()
      const seenPriceSatang = unitPriceOf(sum, offer, cart.at)
      const line = { id: known?.id ?? newId('cln'), ...putIn(added, seenPriceSatang, at) }
      await change((q) => [touchCart(q, tables, cart, at), addToLine(q, tables, cart.id, line)])
      const lines = withAdded(cart.lines, line)
      return await view({ ...cart, lines }, locale)
    },

    /** Sets a line's quantity. @throws Problem `not_found`, `out_of_stock` with `available` */
    async setQuantity(
      owner: CartOwner,
      lineId: string,
      quantity: number,
      locale: Locale,
    ): Promise<Cart> {
      const cart = await open(owner)
      const line = cart.lines.find((candidate) => candidate.id === lineId)
      if (line === undefined) throw new Problem('not_found')
      const offer = cart.offers.get(line.variantId)
      const available = offer === undefined ? 0 : availableOf(offer, cart.at)
      if (quantity > available && quantity > line.quantity) {
        throw shortOf(line.variantId, available)
      }
      await change((q) => [
        touchCart(q, tables, cart, clock.now()),
        setQuantity(q, tables, cart.id, lineId, quantity),
      ])
      const lines = cart.lines.map((old) => (old === line ? { ...old, quantity } : old))
      return await view({ ...cart, lines }, locale)
    },

    /** Takes a line out. @throws Problem `not_found` */
    async remove(owner: CartOwner, lineId: string, locale: Locale): Promise<Cart> {
      const cart = await open(owner)
      if (!cart.lines.some((line) => line.id === lineId)) throw new Problem('not_found')
      await change((q) => [
        touchCart(q, tables, cart, clock.now()),
        removeLine(q, tables, cart.id, lineId),
      ])
      return await view({ ...cart, lines: cart.lines.filter((line) => line.id !== lineId) }, locale)
    },

    /** The cart becomes an order: it must be as it was seen, and is empty afterwards. */
    consume(q: Query, cart: StoredCart, at: Date): Statement[] {
      return [unchangedCart(q, tables, cart, at), emptyCart(q, tables, cart.id)]
    },

    /** An account's order ended unpaid: its things go back where there is room. */
    async restore(
      userId: string,
      things: { variantId: string; quantity: number; unitPriceSatang: number }[],
    ): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        const cart = await open({ userId, cartToken: null })
        const at = clock.now()
        const lines = mergeLines(
          cart.lines,
          things
            .filter(({ variantId }) => !cart.lines.some((line) => line.variantId === variantId))
            .map(({ variantId, quantity, unitPriceSatang }) => ({
              id: newId('cln'),
              variantId,
              quantity,
              seenPriceSatang: unitPriceSatang,
              addedAt: at,
            })),
        )
        try {
          await database.atomically((q) => [
            unchangedCart(q, tables, cart, at),
            ...replaceLines(q, tables, cart.id, lines),
          ])
          return
        } catch (error) {
          // The shopper is putting things in at the same moment: look again.
          if (attempt === TRIES || !(isStale(error) || isConflict(error))) throw error
        }
      }
    },

    /** Forgets guests' carts that nobody touched for long; some of them a run. Answers how many. */
    async forgetIdle(): Promise<number> {
      const { guestCartMs, rowsARun } = SETTINGS.retention
      return await forgetGuestCarts(database, before(clock.now(), guestCartMs), rowsARun)
    },
  }

  async function change(build: (q: Query) => Statement[]): Promise<void> {
    try {
      await database.atomically(build)
    } catch (error) {
      if (isStale(error)) throw new Problem('not_found')
      if (isCheck(error, 'cart_lines_quantity')) throw new Problem('limit_reached')
      throw error
    }
  }
}

export type CartService = ReturnType<typeof createCartService>

/** A cart's id follows from its owner, so no look-up stands before it. */
export async function cartId(kind: 'user' | 'token', owner: string): Promise<string> {
  return `crt_${(await sha256(`${kind}:${owner}`)).replaceAll('-', '_').slice(0, 32)}`
}

function shortOf(variantId: string, available: number): Problem {
  return new Problem('out_of_stock', { extra: { items: [{ variantId, available }] } })
}
