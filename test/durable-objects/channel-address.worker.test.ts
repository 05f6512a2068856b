import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createApi } from '#src/api.ts'
import { issueTicket } from '#src/auth/ticket.ts'
import { newId } from '#src/common/id.ts'
import { durableLive } from '#src/services/live/durable-objects.ts'
import { inboxOf, OPERATOR_FEED, stockOf } from '#src/services/live/index.ts'
import { listen } from './listen.ts'

const ORIGIN = 'https://talat.example'
const api = createApi()
const live = durableLive({
  'order-group': env.ORDER_STATUS,
  chat: env.CHAT_ROOMS,
  stock: env.STOCK_WATCH,
  inbox: env.INBOXES,
  admin: env.OPERATOR_FEED,
})

async function open(channel: string, userId: string | null) {
  const holder = { userId, channel, origin: ORIGIN }
  const { ticket } = await issueTicket(env.TOKEN_KEY ?? '', holder, new Date(), 30_000)
  const ctx = createExecutionContext()
  const headers = { upgrade: 'websocket', origin: ORIGIN, 'sec-websocket-protocol': ticket }
  const request = new Request(`${ORIGIN}/api/live/${channel}`, { headers })
  const response = await api.fetch(request, env, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

const told = (id: string) => ({ kind: 'notification' as const, id, topic: 'order' })

it('everybody calls an inbox by one name and hears of their own alone', async () => {
  const [anna, boon] = [newId('usr'), newId('usr')]
  const [one, other] = [await open('inbox', anna), await open('inbox', boon)]
  const heard = [listen(one.webSocket), listen(other.webSocket)] as const
  await live.publish(inboxOf(anna), 'a', told('ntf_a'))
  await live.publish(inboxOf(boon), 'b', told('ntf_b'))
  await heard[0].until(2)
  await heard[1].until(2)
  expect(heard.map((ear) => ear.events().map(({ event }) => event))).toEqual([
    [told('ntf_a')],
    [told('ntf_b')],
  ])
})

it('nobody has an inbox without an account', async () => {
  expect((await open('inbox', null)).status).toBe(403)
})

it('all operators hear one feed', async () => {
  const one = listen((await open('admin', newId('usr'))).webSocket)
  const other = listen((await open('admin', newId('usr'))).webSocket)
  await live.publish(OPERATOR_FEED, 'one', told('ntf_1'))
  await one.until(2)
  await other.until(2)
  expect(one.numbers()).toEqual(other.numbers())
})

it('of a product a page without an account may hear', async () => {
  const productId = newId('prd')
  const ear = listen((await open(`stock:${productId}`, null)).webSocket)
  const variants = [{ variantId: newId('var'), available: 3 }]
  await live.publish(stockOf(productId), 'v1', { kind: 'stock', productId, version: 1, variants })
  await ear.until(2)
  expect(ear.events()[0]?.event).toMatchObject({ kind: 'stock', version: 1, variants })
})
