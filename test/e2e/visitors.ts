import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { createCookieJar } from '../../app/cookies.server.ts'
import { keepCartToken, keepOrderToken } from '../../app/session.server.ts'
import type { Card } from './shopping.ts'

/** Somebody, with what no one else may ever be shown. */
export type Visitor = {
  who: string
  /** As the browser sends them to a page. */
  cookie: string
  /** As a client of the API sends them. */
  headers: Record<string, string>
  secrets: string[]
  order?: { groupId: string; orderId: string }
  addressId?: string
}

export const PASSWORD = 'ปลาทูแม่กลองคอหัก'
const ADDRESS = {
  phone: '0812345678',
  subdistrict: 'สุเทพ',
  district: 'เมืองเชียงใหม่',
  province: 'เชียงใหม่',
  postcode: '50200',
}

export const nobody: Visitor = { who: 'nobody', cookie: '', headers: {}, secrets: [] }

type Given = { api: string; storefront: string; who: string; card: Card; name?: string }

/** What the local server says when it lost the connection to its own worker, and no API said. */
const LOST = 'Network connection lost'
const TRIES = 3

/** A call of the API that has to succeed; one that the local server lost is made again. */
export async function call<Body>(
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Body> {
  let said = ''
  for (let n = 0; n < TRIES; n += 1) {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', 'x-client-type': 'native', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (answer.ok) return (await answer.json()) as Body
    said = `${answer.status} ${await answer.text()}`
    if (!said.includes(LOST)) break
  }
  throw new Error(`${url}: ${said}`)
}

export const addressOf = (who: string) => ({ ...ADDRESS, recipient: who, line1: `บ้านของ ${who}` })

/** An account that was made at the form, with nothing in it. */
export async function account({
  api,
  storefront,
  who,
  name,
}: Omit<Given, 'card'>): Promise<Visitor & { email: string }> {
  const email = `${who}.${Date.now()}@example.test`
  const form = new URLSearchParams({ name: name ?? who, email, password: PASSWORD })
  const entered = await fetch(`${storefront}/register`, {
    method: 'POST',
    headers: { origin: storefront },
    body: form,
    redirect: 'manual',
  })
  expect(entered.status, await entered.text()).toBe(302)
  const cookies = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    // They were greeted on the page after the form.
    .filter((pair) => !pair.startsWith('__Host-talat_greeting='))
  const { accessToken } = await call<{ accessToken: string }>(`${api}/api/auth/login`, {
    email,
    password: PASSWORD,
  })
  return {
    ...{ who, email },
    cookie: cookies.join('; '),
    headers: { authorization: `Bearer ${accessToken}` },
    secrets: [name ?? who, email, accessToken, ...values(cookies)],
  }
}

/** A signed-in shopper with an address, an unpaid order and a basket. */
export async function shopper(given: Given): Promise<Visitor> {
  const { api, card, who } = given
  const made = await account(given)
  const { headers } = made
  const { id } = await call<{ id: string }>(`${api}/api/me/addresses`, addressOf(who), headers)
  const { groupId, orderId } = await place(api, card, headers, { addressId: id })
  await putIn(api, card, headers)
  const order = { groupId, orderId }
  return { ...made, order, secrets: [...made.secrets, id, ...Object.values(order)] }
}

/** A guest with an unpaid order and a basket, known by tokens alone. */
export async function guest({ api, storefront, who, card }: Given): Promise<Visitor> {
  const first = await putIn(api, card, {})
  const order = await place(
    api,
    card,
    { 'x-cart-token': first },
    {
      address: addressOf(who),
      contact: { email: `${who}@example.test`, phone: ADDRESS.phone },
    },
  )
  const token = await putIn(api, card, {})
  const { groupId, orderId, orderToken = '' } = order
  return {
    who,
    cookie: guestCookie(storefront, token, { groupId, orderToken }),
    headers: { 'x-cart-token': token, 'x-order-token': orderToken },
    order: { groupId, orderId },
    secrets: [who, `${who}@example.test`, token, groupId, orderId, orderToken],
  }
}

/** What a guest's browser sends along: the basket, and an order that was placed from it. */
export function guestCookie(
  storefront: string,
  cartToken: string,
  order?: { groupId: string; orderToken: string },
): string {
  const jar = createCookieJar(new Request(storefront))
  keepCartToken(jar, cartToken)
  if (order !== undefined) keepOrderToken(jar, order.groupId, order.orderToken)
  const lines = jar.headers().map((line) => line.split(';')[0] ?? '')
  return lines.join('; ')
}

/** A browser that sends these cookies to the storefront. */
export async function contextOf(
  browser: Browser,
  storefront: string,
  cookie: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  const pairs = cookie === '' ? [] : cookie.split('; ')
  await context.addCookies(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      return {
        name,
        value: pair.slice(at + 1),
        domain: new URL(storefront).hostname,
        path: '/',
        httpOnly: true,
        secure: name.startsWith('__Host-'),
        sameSite: 'Lax' as const,
      }
    }),
  )
  return context
}

const values = (cookies: string[]) => cookies.map((pair) => pair.slice(pair.indexOf('=') + 1))

/** Puts one piece of a product into a basket; answers the guest's token, if there is one. */
export async function putIn(
  api: string,
  card: Pick<Card, 'slug'>,
  headers: Record<string, string>,
): Promise<string> {
  const { variants } = await call<{ variants: { id: string; available: number }[] }>(
    `${api}/api/products/${card.slug}`,
  )
  const variantId = variants.find(({ available }) => available > 0)?.id ?? ''
  return await putVariantIn(api, variantId, 1, headers)
}

/** The same for one variant, so many times. */
export async function putVariantIn(
  api: string,
  variantId: string,
  quantity: number,
  headers: Record<string, string>,
): Promise<string> {
  const line = { variantId, quantity }
  const cart = await call<{ cartToken?: string }>(`${api}/api/cart/lines`, line, headers)
  return cart.cartToken ?? ''
}

export type Placed = {
  orderToken?: string
  orderGroup: { id: string; orders: { id: string }[] }
  payment: { status: string; nextAction?: { instructionsUrl?: string } | null }
}

/** Orders what is in the basket, by PromptPay unless `how` says otherwise. */
export async function orderBasket(
  api: string,
  headers: Record<string, string>,
  how: object,
): Promise<Placed> {
  const { groups } = await call<{ groups: { shopId: string; options: { id: string }[] }[] }>(
    `${api}/api/cart/shipping-options`,
    undefined,
    headers,
  )
  const shipping = groups.map(({ shopId, options }) => [shopId, options[0]?.id])
  const payment = { provider: 'stripe', method: 'promptpay' }
  return await call<Placed>(
    `${api}/api/orders`,
    { payment, shipping: Object.fromEntries(shipping), ...how },
    { ...headers, 'idempotency-key': crypto.randomUUID() },
  )
}

/** Orders one piece, unpaid. */
export async function place(
  api: string,
  card: Card,
  headers: Record<string, string>,
  how: object,
): Promise<{ groupId: string; orderId: string; orderToken?: string }> {
  await putIn(api, card, headers)
  const { orderToken, orderGroup } = await orderBasket(api, headers, how)
  return {
    groupId: orderGroup.id,
    orderId: orderGroup.orders[0]?.id ?? '',
    ...(orderToken === undefined ? {} : { orderToken }),
  }
}
