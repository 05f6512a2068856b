import type { CookieJar } from './cookies.server.ts'
import type { Locale } from './locale.ts'
import { unwrap } from './problem.server.ts'
import {
  cartToken,
  dropCartToken,
  keepCartToken,
  orderToken,
  type SessionReader,
  type SignedInUser,
} from './session.server.ts'
import type {
  Address,
  AddressFields,
  Brand,
  Cart,
  Category,
  ListedOrder,
  OrderDetail,
  Page,
  PaymentChoice,
  PlacedOrder,
  PlaceOrder,
  Product,
  ProductCard,
  Review,
  ShippingOptions,
  Shop,
} from './shapes.ts'

/** A name of the binding alone: the API believes our forwarded client address on this host only. */
const API_ORIGIN = 'http://api.internal'

/** A service binding, as far as we use it. */
export type ApiFetcher = { fetch(input: string | Request, init?: RequestInit): Promise<Response> }

export type ApiDeps = {
  fetcher: ApiFetcher
  request: Request
  locale: Locale
  requestId: string
  jar: CookieJar
  session: SessionReader
}
type SignedIn = { user: SignedInUser; accessToken: string; expiresIn: number }
type Credentials = { email: string; password: string }
type Query = Record<string, string | undefined>

/** The market's API for this request: the shopper's session, language, address and basket go along. */
export function createApi(deps: ApiDeps) {
  const { jar, session } = deps

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('Accept-Language', deps.locale)
    headers.set('X-Request-Id', deps.requestId)
    const from = deps.request.headers
    headers.set('X-Talat-Client-Address', from.get('cf-connecting-ip') ?? '127.0.0.1')
    headers.set('User-Agent', from.get('user-agent') ?? '')
    const current = await session.read()
    if (current !== null) headers.set('Authorization', `Bearer ${current.accessToken}`)
    return await deps.fetcher.fetch(`${API_ORIGIN}/api${path}`, { ...init, headers })
  }
  const get = <Body>(path: string, query: Query = {}): Promise<Body> =>
    unwrap(send(`${path}${search(query)}`))
  const write = <Body>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Body> => unwrap(send(path, withBody(method, body, headers)))

  /** Calls that see the basket carry the guest's token; a signed-in call merges it, once. */
  const cartHeaders = (): Record<string, string> => {
    const token = cartToken(jar)
    return token === null ? {} : { 'X-Cart-Token': token }
  }
  async function basket(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) {
    const cart = await unwrap<Cart>(send(path, withBody(method, body, cartHeaders())))
    if (cart.cartToken !== undefined) keepCartToken(jar, cart.cartToken)
    else if ((await session.read()) !== null && cartToken(jar) !== null) dropCartToken(jar)
    return cart
  }
  const guestHeaders = (orderGroupId: string): Record<string, string> => {
    const token = orderToken(jar, orderGroupId)
    return token === null ? {} : { 'X-Order-Token': token }
  }

  const withCookies = (): Record<string, string> => ({
    Cookie: deps.request.headers.get('cookie') ?? '',
  })

  async function enter(path: string, body: object): Promise<SignedIn> {
    // Among them is the proof that this device signed in before, which keeps its own tries.
    const response = await send(path, withBody('POST', body, withCookies()))
    jar.forward(response)
    return unwrap<SignedIn>(Promise.resolve(response))
  }

  return {
    auth: {
      login: (body: Credentials) => enter('/auth/login', body),
      register: (body: Credentials & { name: string }) => enter('/auth/register', body),
      async logout(): Promise<void> {
        // The API takes its cookie only from its own host, which this call is made to; that the
        // browser's request came from our page was checked at the door.
        const headers = { ...withCookies(), Origin: API_ORIGIN }
        jar.forward(await send('/auth/logout', withBody('POST', {}, headers)))
      },
    },
    addresses: {
      list: () => get<{ items: Address[] }>('/me/addresses').then((page) => page.items),
      add: (body: AddressFields & { isDefault?: boolean }) =>
        write<Address>('POST', '/me/addresses', body),
    },
    products: {
      list: (query: Query) => get<Page<ProductCard>>('/products', query),
      read: (slug: string) => get<Product>(`/products/${encodeURIComponent(slug)}`),
      reviews: (slug: string, query: Query = {}) =>
        get<Page<Review>>(`/products/${encodeURIComponent(slug)}/reviews`, query),
    },
    categories: () => get<{ items: Category[] }>('/categories').then((page) => page.items),
    brands: () => get<{ items: Brand[] }>('/brands').then((page) => page.items),
    shop: (slug: string) => get<Shop>(`/shops/${encodeURIComponent(slug)}`),
    cart: {
      read: () => basket('GET', '/cart'),
      add: (variantId: string, quantity: number) =>
        basket('POST', '/cart/lines', { variantId, quantity }),
      setQuantity: (lineId: string, quantity: number) =>
        basket('PATCH', `/cart/lines/${encodeURIComponent(lineId)}`, { quantity }),
      remove: (lineId: string) => basket('DELETE', `/cart/lines/${encodeURIComponent(lineId)}`),
      shippingOptions: (addressId?: string) =>
        unwrap<ShippingOptions>(
          send(`/cart/shipping-options${search({ addressId })}`, { headers: cartHeaders() }),
        ),
    },
    orders: {
      place: (body: PlaceOrder, key: string) =>
        write<PlacedOrder>('POST', '/orders', body, {
          ...cartHeaders(),
          'Idempotency-Key': key,
        }),
      list: (query: Query) => get<Page<ListedOrder>>('/orders', query),
      read: (id: string, groupId: string) =>
        unwrap<OrderDetail>(
          send(`/orders/${encodeURIComponent(id)}`, { headers: guestHeaders(groupId) }),
        ),
      readGroup: (id: string) =>
        unwrap<PlacedOrder>(
          send(`/order-groups/${encodeURIComponent(id)}`, { headers: guestHeaders(id) }),
        ),
      payAgain: (id: string, choice: PaymentChoice, key: string) =>
        write<PlacedOrder>('POST', `/order-groups/${encodeURIComponent(id)}/payments`, choice, {
          ...guestHeaders(id),
          'Idempotency-Key': key,
        }),
      act: (id: string, event: 'cancel' | 'received', key: string, groupId: string) =>
        write<OrderDetail>('POST', `/orders/${encodeURIComponent(id)}/${event}`, undefined, {
          ...guestHeaders(groupId),
          'Idempotency-Key': key,
        }),
    },
  }
}

export type Api = ReturnType<typeof createApi>

function search(query: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, value)
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

function withBody(method: string, body: unknown, headers: Record<string, string>): RequestInit {
  if (body === undefined) return { method, headers }
  return {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }
}
