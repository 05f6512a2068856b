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

/** A call of the API that has to succeed. */
export async function call<Body>(
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Body> {
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', 'x-client-type': 'native', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Body
}

export const addressOf = (who: string) => ({ ...ADDRESS, recipient: who, line1: `บ้านของ ${who}` })

/** A signed-in shopper with an address, an unpaid order and a basket. */
export async function shopper({ api, storefront, who, card, name }: Given): Promise<Visitor> {
  const email = `${who}.${Date.now()}@example.test`
  const form = new URLSearchParams({ name: name ?? who, email, password: PASSWORD })
  const entered = await fetch(`${storefront}/register`, {
    method: 'POST',
    headers: { origin: storefront },
    body: form,
    redirect: 'manual',
  })
  expect(entered.status, await entered.text()).toBe(302)
  const cookies = entered.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const { accessToken } = await call<{ accessToken: string }>(`${api}/api/auth/login`, {
    email,
    password: PASSWORD,
  })
  const headers = { authorization: `Bearer ${accessToken}` }
  const { id } = await call<{ id: string }>(`${api}/api/me/addresses`, addressOf(who), headers)
  const order = await place(api, card, headers, { addressId: id })
  await putIn(api, card, headers)
  return {
    who,
    cookie: cookies.join('; '),
    headers,
    order,
    addressId: id,
    secrets: [name ?? who, email, id, accessToken, ...values(cookies), ...Object.values(order)],
  }
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
  const jar = createCookieJar(new Request(storefront))
  keepCartToken(jar, token)
  keepOrderToken(jar, order.groupId, order.orderToken ?? '')
  return {
    who,
    cookie: jar
      .headers()
      .map((line) => line.split(';')[0] ?? '')
      .join('; '),
    headers: { 'x-cart-token': token, 'x-order-token': order.orderToken ?? '' },
    order,
    secrets: [who, `${who}@example.test`, token, ...Object.values(order)],
  }
}

const values = (cookies: string[]) => cookies.map((pair) => pair.slice(pair.indexOf('=') + 1))

/** Puts one piece of a product into a basket; answers the guest's token, if there is one. */
async function putIn(api: string, card: Card, headers: Record<string, string>): Promise<string> {
  const { variants } = await call<{ variants: { id: string; available: number }[] }>(
    `${api}/api/products/${card.slug}`,
  )
  const variantId = variants.find(({ available }) => available > 0)?.id
  const cart = await call<{ cartToken?: string }>(
    `${api}/api/cart/lines`,
    { variantId, quantity: 1 },
    headers,
  )
  return cart.cartToken ?? ''
}

type Placed = { orderToken?: string; orderGroup: { id: string; orders: { id: string }[] } }

/** Orders one piece, unpaid. */
export async function place(
  api: string,
  card: Card,
  headers: Record<string, string>,
  from: object,
): Promise<{ groupId: string; orderId: string; orderToken?: string }> {
  await putIn(api, card, headers)
  const { groups } = await call<{ groups: { shopId: string; options: { id: string }[] }[] }>(
    `${api}/api/cart/shipping-options`,
    undefined,
    headers,
  )
  const { orderToken, orderGroup } = await call<Placed>(
    `${api}/api/orders`,
    {
      ...from,
      shipping: Object.fromEntries(groups.map(({ shopId, options }) => [shopId, options[0]?.id])),
      payment: { provider: 'stripe', method: 'promptpay' },
    },
    { ...headers, 'idempotency-key': crypto.randomUUID() },
  )
  return {
    groupId: orderGroup.id,
    orderId: orderGroup.orders[0]?.id ?? '',
    ...(orderToken === undefined ? {} : { orderToken }),
  }
}
