import { createAccessTokens } from '../../auth/tokens.ts'
import type { Request } from './client.ts'

/** What the market of the bench has to ask for. */
export type World = {
  products: {
    id: string
    slug: string
    shopId: string
    variantId: string
    priceSatang: number
    optionId: string
  }[]
  categories: { slug: string }[]
}

export type Operation = {
  name: string
  worker: 'api' | 'measure' | 'storefront' | 'forgetful'
  requests: Request[]
  /** False when a request works only once. */
  repeat: boolean
  /** Everything is asked for once before each round, so that only what is kept is measured. */
  askFirst?: boolean
}

/** Shoppers of each kind; a checkout takes a full cart that nobody ordered yet. */
export const SHOPPERS = { adding: 100, ordering: 800 }

const SORTS = ['newest', 'price-asc', 'best-selling', 'rating']

type Principal = (n: number) => Promise<Record<string, string>>

/** Signs in whom `seedShoppers` made: an authorization header each. */
export function signedInShoppers(sessionKey: string): Principal {
  const tokens = createAccessTokens(sessionKey, 600_000)
  return async (n) => {
    const principal = { userId: `usr_${n}`, sessionId: `ses_usr_${n}`, roles: [] }
    const { accessToken } = await tokens.issue(principal, new Date())
    return { authorization: `Bearer ${accessToken}`, 'x-client-type': 'native' }
  }
}

/** Everything that is measured, the comparison first. */
export async function operations(world: World, signedIn: Principal): Promise<Operation[]> {
  const { products, categories } = world
  const read = (name: string, paths: string[], worker: 'api' | 'measure' = 'api'): Operation => ({
    name,
    worker,
    repeat: true,
    requests: shuffled(paths).map((path) => ({ method: 'GET', path })),
  })
  const pages = categories
    .slice(0, 10)
    .flatMap(({ slug }) => SORTS.map((sort) => `/api/products?category=${slug}&sort=${sort}`))
  const detail = ({ slug }: { slug: string }) => `/api/products/${encodeURIComponent(slug)}`
  // As visitors are: the n-th most popular is seen about a n-th as often as the first.
  const visits = products.flatMap(
    (_, n) => products[Math.floor(products.length ** (((n * 7919) % 10_007) / 10_007)) - 1] ?? [],
  )
  return [
    read('hello', ['/hello'], 'measure'),
    // The least that a page from there can cost.
    read('smallest of the Cache API', ['/cached'], 'measure'),
    // What every call of the API costs before it does anything.
    read('health, no database', ['/api/health']),
    read(
      'one row of D1',
      products.map(({ id }) => `/rows/${id}`),
      'measure',
    ),
    // Half of them the front page, half a category in some order.
    read(
      'product list',
      pages.flatMap((path) => ['/api/products', path]),
    ),
    // A price that nobody else asks for, so that no cache can know the answer.
    read(
      'product list, all different',
      products.map((_, n) => `/api/products?maxPriceSatang=${50_000_000 + n}`),
    ),
    read('product detail', visits.map(detail)),
    read('product detail, all different', products.map(detail)),
    {
      name: 'add to cart',
      worker: 'api',
      repeat: true,
      requests: await Promise.all(
        Array.from(
          { length: SHOPPERS.adding * 3 },
          async (_, n) => await addToCart(world, n % SHOPPERS.adding, n, signedIn),
        ),
      ),
    },
    {
      name: 'checkout',
      worker: 'api',
      repeat: false,
      requests: await Promise.all(
        ordering().map(async (shopper) => await checkout(world, shopper, signedIn)),
      ),
    },
  ]
}

/** The carts that are ordered: two things of two shops each. */
export const fullCarts = (world: World) =>
  ordering().map((shopper) => ({ userId: `usr_${shopper}`, lines: basket(world, shopper) }))

const ordering = () => Array.from({ length: SHOPPERS.ordering }, (_, n) => SHOPPERS.adding + n)

function basket({ products }: World, shopper: number) {
  const first = products[(shopper * 7) % products.length]
  const second = products.find(
    ({ shopId }, n) => n > (shopper * 13) % (products.length / 2) && shopId !== first?.shopId,
  )
  return first === undefined || second === undefined ? [] : [first, second]
}

async function addToCart(
  { products }: World,
  shopper: number,
  n: number,
  signedIn: Principal,
): Promise<Request> {
  const { variantId } = products[n % products.length] ?? { variantId: '' }
  return {
    method: 'POST',
    path: '/api/cart/lines',
    headers: await signedIn(shopper),
    body: JSON.stringify({ variantId, quantity: 1 }),
  }
}

async function checkout(world: World, shopper: number, signedIn: Principal): Promise<Request> {
  return {
    method: 'POST',
    path: '/api/orders',
    headers: { ...(await signedIn(shopper)), 'idempotency-key': `bench-checkout-${shopper}` },
    body: JSON.stringify({
      addressId: `adr_usr_${shopper}`,
      shipping: Object.fromEntries(
        basket(world, shopper).map(({ shopId, optionId }) => [shopId, optionId]),
      ),
      payment: { provider: 'cod', method: 'cash' },
    }),
  }
}

// The same order in every run.
function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item, n) => ({ item, at: (n * 7919) % 10_007 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
