import { type Client, createClient } from '../src/client.ts'
import { chats } from './chat.server.ts'
import type { CookieJar } from './cookies.server.ts'
import type { Locale } from './locale.ts'
import { notifications } from './notifications.server.ts'
import { operating } from './operating.server.ts'
import { type Answer, unwrap } from './problem.server.ts'
import { segment } from './segment.server.ts'
import {
  cartToken,
  dropCartToken,
  keepCartToken,
  orderToken,
  type SessionReader,
} from './session.server.ts'
import type {
  AddToCart,
  AskQuote,
  CancelReason,
  Cart,
  ChangeAddress,
  NewAddress,
  PaymentChoice,
  PlaceOrder,
  PutWatch,
} from './shapes.ts'
import { staffing } from './staff.server.ts'
import { uploads } from './uploads.server.ts'

/** Where the API is for its own: a name that no network knows. */
const API_ORIGIN = 'http://api.internal'

/** A service binding, as far as we use it. */
export type ApiFetcher = { fetch(input: string | Request, init?: RequestInit): Promise<Response> }

/**
 * A page that is kept: the nonce that no visitor gets, whether a part of it could not be had, and how
 * many parts are still asked for.
 */
export type ForAll = { readonly nonce: string; failed: boolean; asking: number }

export type ApiDeps = {
  fetcher: ApiFetcher
  request: Request
  locale: Locale
  requestId: string
  jar: CookieJar
  session: SessionReader
  /** Told when the API failed: what is made without its answer is not for everybody. */
  forAll: ForAll | null
}

type Credentials = { email: string; password: string }
type Sent = Record<string, string>

/** The market's API for this request: the shopper's session, language, address and basket go along. */
export function createApi(deps: ApiDeps) {
  const client = createClient(API_ORIGIN, { fetch: (input, init) => send(deps, input, init) })
  return {
    ...browsing(client),
    auth: accounts(client, deps),
    me: account(client),
    notifications: notifications(client),
    addresses: addresses(client),
    cart: baskets(client, deps),
    orders: orders(client, deps),
    vouchers: vouchers(client),
    watches: watches(client),
    chat: chats(client),
    staff: staffing(client),
    operating: operating(client),
    uploads: uploads(client, (path, init) => send(deps, API_ORIGIN + path, init)),
  }
}

export type Api = ReturnType<typeof createApi>

async function send(deps: ApiDeps, input: RequestInfo | URL, init?: RequestInit) {
  const from = deps.request.headers
  const headers = new Headers(init?.headers)
  headers.set('Accept-Language', deps.locale)
  headers.set('X-Request-Id', deps.requestId)
  headers.set('X-Talat-Client-Address', from.get('cf-connecting-ip') ?? '127.0.0.1')
  headers.set('User-Agent', from.get('user-agent') ?? '')
  const session = await deps.session.read()
  if (session !== null) headers.set('Authorization', `Bearer ${session.accessToken}`)
  const ask = async () => await deps.fetcher.fetch(String(input), { ...init, headers })
  return deps.forAll === null ? await ask() : await noted(deps.forAll, ask)
}

// A page with a hole is shown, but not kept for others.
async function noted(forAll: ForAll, ask: () => Promise<Response>): Promise<Response> {
  forAll.asking += 1
  try {
    const answer = await ask()
    if (!answer.ok && answer.status !== 404) forAll.failed = true
    return answer
  } catch (error) {
    forAll.failed = true
    throw error
  } finally {
    forAll.asking -= 1
  }
}

function browsing({ product, user, order, flashSales }: Client) {
  return {
    products: {
      list: (query: Parameters<typeof product.products.$get>[0]['query']) =>
        unwrap(product.products.$get({ query })),
      read: (slug: string) =>
        unwrap(product.products[':slug'].$get({ param: { slug: segment(slug) } })),
      reviews: (slug: string) =>
        unwrap(
          product.products[':slug'].reviews.$get({ param: { slug: segment(slug) }, query: {} }),
        ),
      shipping: async (slug: string) =>
        (
          await unwrap(
            order.products[':slug']['shipping-options'].$get({ param: { slug: segment(slug) } }),
          )
        ).options,
    },
    /** The flash sale that runs now, if any, and the next one. */
    flashSales: async () => (await unwrap(flashSales['flash-sales'].$get())).items,
    categories: async () => (await unwrap(product.categories.$get())).items,
    brands: async () => (await unwrap(product.brands.$get({ query: { limit: '100' } }))).items,
    provinces: async () => (await unwrap(product.provinces.$get())).items,
    shops: async (query: Parameters<typeof product.shops.$get>[0]['query']) =>
      (await unwrap(product.shops.$get({ query }))).items,
    shop: (slug: string) => unwrap(user.shops[':slug'].$get({ param: { slug: segment(slug) } })),
  }
}

function accounts({ user }: Client, { jar, request }: ApiDeps) {
  // Among them is the proof that this device signed in before, which has password tries of its own.
  const cookies: Sent = { Cookie: request.headers.get('cookie') ?? '' }
  async function keepingCookies<Body>(call: Promise<Answer<Body>>): Promise<Body> {
    const answer = await call
    jar.forward(answer.headers)
    return await unwrap(Promise.resolve(answer))
  }
  return {
    login: (json: Credentials) =>
      keepingCookies(user.auth.login.$post({ json }, { headers: cookies })),
    register: (json: Credentials & { name: string }) =>
      keepingCookies(user.auth.register.$post({ json }, { headers: cookies })),
    // The API takes its cookie only from its own host, which this call is made to; that the browser
    // spoke from our page was checked at the door.
    logout: () =>
      keepingCookies(
        user.auth.logout.$post({ json: {} }, { headers: { ...cookies, Origin: API_ORIGIN } }),
      ),
  }
}

function account({ user }: Client) {
  return {
    read: async () => (await unwrap(user.me.$get())).user,
    rename: async (name: string) => (await unwrap(user.me.$patch({ json: { name } }))).user,
  }
}

function addresses({ user }: Client) {
  const { addresses: all } = user.me
  return {
    list: async () => (await unwrap(all.$get())).items,
    /** The same with how many there may be. */
    book: () => unwrap(all.$get()),
    /** However often it is sent with one key, it is one address. */
    add: (json: NewAddress, key?: string) =>
      unwrap(all.$post({ json }, { headers: key === undefined ? {} : { 'Idempotency-Key': key } })),
    change: (id: string, json: ChangeAddress) =>
      unwrap(all[':id'].$patch({ param: { id: segment(id) }, json })),
    remove: (id: string) => unwrap(all[':id'].$delete({ param: { id: segment(id) } })),
  }
}

function baskets({ order }: Client, { jar, session }: ApiDeps) {
  const { cart } = order
  /** A guest's token goes along; a signed-in call that still carries one merges it, once. */
  async function keeping(call: (options: { headers: Sent }) => Promise<Answer<Cart>>) {
    const found = await unwrap(call({ headers: tokenHeaders(jar) }))
    if (found.cartToken !== undefined) keepCartToken(jar, found.cartToken)
    else if ((await session.read()) !== null && cartToken(jar) !== null) dropCartToken(jar)
    return found
  }
  return {
    read: () => keeping((options) => cart.$get(undefined, options)),
    add: (json: AddToCart) => keeping((options) => cart.lines.$post({ json }, options)),
    setQuantity: (id: string, quantity: number) =>
      keeping((options) =>
        cart.lines[':id'].$patch({ param: { id: segment(id) }, json: { quantity } }, options),
      ),
    remove: (id: string) =>
      keeping((options) => cart.lines[':id'].$delete({ param: { id: segment(id) } }, options)),
    /** What it would cost with these vouchers; nothing is written. */
    quote: (json: AskQuote) => unwrap(cart.quote.$post({ json }, { headers: tokenHeaders(jar) })),
    shippingOptions: (addressId: string | undefined) =>
      unwrap(
        cart['shipping-options'].$get(
          { query: addressId === undefined ? {} : { addressId } },
          { headers: tokenHeaders(jar) },
        ),
      ),
  }
}

function vouchers({ order }: Client) {
  const { me, vouchers: all } = order
  return {
    /** What anybody may claim, of the market and of these shops. */
    list: async (shopIds: readonly string[] = []) =>
      (await unwrap(all.$get({ query: shopIds.length === 0 ? {} : { shops: shopIds.join(',') } })))
        .items,
    mine: async () => (await unwrap(me.vouchers.$get())).items,
    claim: (code: string) => unwrap(me.vouchers.$post({ json: { code } })),
  }
}

function watches({ product }: Client) {
  const { watches: all } = product.me
  return {
    list: (cursor?: string) => unwrap(all.$get({ query: cursor === undefined ? {} : { cursor } })),
    /** What of one product somebody waits for. */
    of: async (productId: string) =>
      (await unwrap(all.$get({ query: { productId, limit: '100' } }))).items,
    put: (json: PutWatch) => unwrap(all.$put({ json })),
    remove: (id: string) => unwrap(all[':id'].$delete({ param: { id: segment(id) } })),
  }
}

function orders({ order }: Client, { jar }: ApiDeps) {
  const { orders: all, 'order-groups': groups } = order
  const guest = (groupId: string): Sent => {
    const token = orderToken(jar, groupId)
    return token === null ? {} : { 'X-Order-Token': token }
  }
  return {
    place: (json: PlaceOrder, key: string) =>
      unwrap(all.$post({ json }, { headers: { ...tokenHeaders(jar), 'Idempotency-Key': key } })),
    list: (query: Parameters<typeof all.$get>[0]['query']) => unwrap(all.$get({ query })),
    read: (id: string, groupId: string) =>
      unwrap(all[':id'].$get({ param: { id: segment(id) } }, { headers: guest(groupId) })),
    readGroup: (id: string) =>
      unwrap(groups[':id'].$get({ param: { id: segment(id) } }, { headers: guest(id) })),
    /** The same by a token that this browser does not keep yet. */
    openGroup: (id: string, token: string) =>
      unwrap(
        groups[':id'].$get({ param: { id: segment(id) } }, { headers: { 'X-Order-Token': token } }),
      ),
    payAgain: (id: string, json: PaymentChoice, key: string) =>
      unwrap(
        groups[':id'].payments.$post(
          { param: { id: segment(id) }, json },
          { headers: { ...guest(id), 'Idempotency-Key': key } },
        ),
      ),
    cancel: (id: string, key: string, groupId: string) =>
      unwrap(
        all[':id'].cancel.$post(
          { param: { id: segment(id) } },
          { headers: { ...guest(groupId), 'Idempotency-Key': key } },
        ),
      ),
    requestCancel: (id: string, key: string, groupId: string, reason: CancelReason) =>
      unwrap(
        all[':id']['cancel-request'].$post(
          { param: { id: segment(id) }, json: { reason } },
          { headers: { ...guest(groupId), 'Idempotency-Key': key } },
        ),
      ),
    moreTime: (id: string, key: string, groupId: string) =>
      unwrap(
        all[':id']['more-time'].$post(
          { param: { id: segment(id) } },
          { headers: { ...guest(groupId), 'Idempotency-Key': key } },
        ),
      ),
    received: (id: string, key: string, groupId: string) =>
      unwrap(
        all[':id'].received.$post(
          { param: { id: segment(id) } },
          { headers: { ...guest(groupId), 'Idempotency-Key': key } },
        ),
      ),
  }
}

function tokenHeaders(jar: CookieJar): Sent {
  const token = cartToken(jar)
  return token === null ? {} : { 'X-Cart-Token': token }
}
