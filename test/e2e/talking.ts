import { DEMO_EMAILS, DEMO_PASSWORD } from '../../migrations/market/accounts.ts'
import type { World } from './open-world.ts'
import { call } from './visitors.ts'

type Shop = { id: string; slug: string; name: string }
export type DemoSeller = { cookie: string; headers: Record<string, string>; shop: Shop }

/** The seller of the demo market, signed in at the form and at the API. */
export async function demoSeller({ api, storefront }: World): Promise<DemoSeller> {
  const login = { email: DEMO_EMAILS.seller, password: DEMO_PASSWORD }
  const { user, accessToken } = await call<{ user: { shops: Shop[] }; accessToken: string }>(
    `${api}/api/auth/login`,
    login,
  )
  const [shop] = user.shops
  if (shop === undefined) throw new RangeError('the seller has no stall')
  const entered = await fetch(`${storefront}/sign-in`, {
    method: 'POST',
    headers: { origin: storefront },
    body: new URLSearchParams(login),
    redirect: 'manual',
  })
  const cookies = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.startsWith('__Host-talat_greeting='))
  return { cookie: cookies.join('; '), headers: { authorization: `Bearer ${accessToken}` }, shop }
}

/** Its ids: of the shop too, and of a thing that it sells. */
export type Talk = { room: string; shop: string; product: string }

/** A talk with that shop in which each side has said something. */
export async function talkWith(
  { api }: World,
  shopper: Record<string, string>,
  { headers, shop }: DemoSeller,
): Promise<Talk> {
  const rooms = `${api}/api/chat/rooms`
  const { items } = await call<{ items: { id: string }[] }>(`${api}/api/products?shop=${shop.slug}`)
  const { id } = await call<{ id: string }>(rooms, { shopId: shop.id }, shopper)
  const product = items[0]?.id ?? ''
  const say = async (who: Record<string, string>, what: object) =>
    await call(`${rooms}/${id}/messages`, { clientId: crypto.randomUUID(), ...what }, who)
  await say(shopper, { type: 'product', productId: product })
  await say(shopper, { type: 'text', text: 'สวัสดีค่ะ เข้าไมโครเวฟได้ไหมคะ แล้วห่อเป็นของขวัญให้ได้หรือเปล่า' })
  await say(headers, { type: 'text', text: 'เข้าได้ค่ะ ห่อให้ฟรี ชอบกระดาษสาสีครามหรือสีครีมคะ' })
  return { room: id, shop: shop.id, product }
}
