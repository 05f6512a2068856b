import { eachOf } from '#src/common/each.ts'
import { type Bought, FATES, type Fate, type Ordered, orderAll, STAGES, sendAll } from './fates.ts'
import type { World } from './open-world.ts'
import type { Stage } from './parcel-rows.ts'
import { readJson } from './read-json.ts'
import type { Card } from './shopping.ts'
import { demoSeller, type Talk, talkWith } from './talking.ts'
import {
  account,
  addressOf,
  call,
  guestCookie,
  orderBasket,
  type Placed,
  putIn,
  putVariantIn,
} from './visitors.ts'

/** The people of a tour; each has a browser of their own. */
export type Person =
  /** Carries nothing, as on a first visit. */
  | 'nobody'
  /** Comes with nothing, and goes with something in the basket. */
  | 'passer'
  /** A guest with things of three shops. */
  | 'guest'
  /** A guest whose things were bought by others meanwhile. */
  | 'latecomer'
  /** Has an account and a basket, and nothing else. */
  | 'newcomer'
  /** Has an address, a basket, and orders in every state there is. */
  | 'regular'
  /** The regular, whose browser keeps codes: two that take something off and one of nothing. */
  | 'saver'
  /** Answers for a shop that the regular writes to. */
  | 'seller'

/** What a tour walks through, made once: it shows the same in every look. */
export type Scene = {
  cookies: Record<Person, string>
  /** Slugs of the market. */
  goods: {
    product: string
    choices: string
    soldOut: string
    shop: string
    province: string
    category: string
  }
  /** Ids of the regular's orders. */
  groups: Record<Fate, string>
  orders: Record<Fate | Stage, string>
  /** The regular's one address. */
  addressId: string
  /** The talk of the regular and the seller's shop. */
  talk: Talk
}

type Detail = Card & {
  shop: { provinceSlug: string }
  category: { slug: string }
  variants: { id: string; available: number }[]
}

const PLENTY = 50

type Scarce = { id: string; available: number }
type Market = Bought & { goods: Scene['goods']; scarce: Scarce[] }

/** The people of a tour in each language; baskets and orders are made over the public API. */
export async function settleIn(world: World, languages: readonly string[]): Promise<Scene[]> {
  const market = await lookAround(world.api, languages.length * 2)
  const made = await Promise.all(
    languages.map(async (language, n) => {
      // What one has bought up, no other can.
      const scarce = market.scarce.slice(n * 2, n * 2 + 2)
      return await sceneOf(world, language, { ...market, scarce })
    }),
  )
  const ordered = made.map(({ ordered }) => ordered)
  await sendAll(world, ordered)
  return made.map(({ scene }) => scene)
}

async function sceneOf(
  world: World,
  language: string,
  market: Market,
): Promise<{ scene: Scene; ordered: Ordered }> {
  const { api, storefront } = world
  const { cards, goods, scarce } = market
  const who = (name: string) => ({ api, storefront, who: `${name}-${language}`, name: 'มะลิ ใจดี' })
  const baskets: Record<'guest' | 'latecomer', string> = { guest: '', latecomer: '' }
  for (const card of cards) baskets.guest = await putIn(api, card, withCart(baskets.guest))
  for (const { id } of scarce) {
    baskets.latecomer = await putVariantIn(api, id, 2, withCart(baskets.latecomer))
  }
  const newcomer = await account(who('newcomer'))
  for (const card of cards.slice(0, 1)) await putIn(api, card, newcomer.headers)

  const regular = await account(who('regular'))
  const { id: addressId } = await call<{ id: string }>(
    `${api}/api/me/addresses`,
    addressOf('มะลิ ใจดี'),
    regular.headers,
  )
  // All of one thing that the latecomer wants, and all but one of the other.
  for (const [left, { id, available }] of scarce.entries()) {
    await putVariantIn(api, id, available - left, regular.headers)
  }
  await orderBasket(api, regular.headers, { addressId })
  const placed = await orderAll(world, regular.headers, addressId, market)
  for (const card of cards) await putIn(api, card, regular.headers)

  const seller = await demoSeller(world)
  const talk = await talkWith(world, regular.headers, seller)

  const ids = (of: (one: Placed) => string | undefined) =>
    Object.fromEntries(FATES.map((fate) => [fate, of(placed[fate]) ?? ''])) as Record<Fate, string>
  const stages = STAGES.map((stage, n) => [stage, placed.moving.orderGroup.orders[n]?.id ?? ''])
  const scene = {
    goods,
    addressId,
    talk,
    groups: ids(({ orderGroup }) => orderGroup.id),
    orders: {
      ...ids(({ orderGroup }) => orderGroup.orders[0]?.id),
      ...(Object.fromEntries(stages) as Record<Stage, string>),
    },
    cookies: {
      nobody: '',
      passer: '',
      guest: guestCookie(storefront, baskets.guest),
      latecomer: guestCookie(storefront, baskets.latecomer),
      newcomer: newcomer.cookie,
      regular: regular.cookie,
      seller: seller.cookie,
      saver: `${regular.cookie}; __Host-talat_vouchers=TALAT10.SONGFREE.NOSUCH`,
    },
  }
  return { scene, ordered: { headers: regular.headers, placed } }
}

const withCart = (token: string): Record<string, string> =>
  token === '' ? {} : { 'x-cart-token': token }

async function lookAround(api: string, scarceCount: number): Promise<Market> {
  const { items } = await readJson<{ items: Card[] }>(`${api}/api/products?limit=100`)
  const details = new Map<string, Detail>()
  await eachOf(items, 4, async ({ slug }) => {
    const url = `${api}/api/products/${slug}`
    details.set(slug, await call<Detail>(url, undefined, { 'accept-language': 'en' }))
  })
  // As they are listed, whichever was answered first: a tour shows the same things each time.
  const all = items.flatMap(({ slug }) => details.get(slug) ?? [])
  const openOf = ({ variants }: Detail) => variants.filter(({ available }) => available > 0).length
  const find = (what: string, fits: (product: Detail) => boolean): Detail => {
    const found = all.find(fits)
    if (found === undefined) throw new RangeError(`the market has no ${what}`)
    return found
  }
  // What is bought here again and again must not run out.
  const plenty = all.filter(({ variants }) =>
    variants.every(({ available }) => available >= PLENTY),
  )
  // Of the shops with the longest names: what does not fit is seen with them.
  const cards = [...new Map(plenty.map((one) => [one.shop.id, one])).values()]
    .sort((a, b) => b.shop.name.length - a.shop.name.length)
    .slice(0, 3)
  if (cards.length < 3) throw new RangeError('too few shops have plenty')
  const plain = find('product', (one) => plenty.includes(one) && one.variants.length === 1)
  const scarce = all
    .flatMap(({ variants }) => variants)
    .filter(({ available }) => available > 1 && available < PLENTY)
    .sort((a, b) => a.available - b.available)
  if (scarce.length < scarceCount) throw new RangeError('too few things are scarce')
  let cash: Detail | undefined
  for (const product of all.filter((one) => openOf(one) > 0)) {
    const shop = await readJson<{ acceptsCod: boolean }>(`${api}/api/shops/${product.shop.slug}`)
    if (shop.acceptsCod) cash = product
    if (cash !== undefined) break
  }
  return {
    goods: {
      product: plain.slug,
      choices: find('choice', (one) => openOf(one) > 1).slug,
      soldOut: find('thing sold out', (one) => openOf(one) === 0).slug,
      shop: plain.shop.slug,
      province: plain.shop.provinceSlug,
      category: plain.category.slug,
    },
    cards,
    cash: cash ?? find('cash', () => false),
    scarce,
  }
}
