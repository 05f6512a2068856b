import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actInRoom, goodsOf, readRoom } from '../chat/room.server.ts'
import { RoomPage } from '../chat/room-page.tsx'
import { useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { localePath } from '../locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'
import { MessageSide } from './message-side.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { api, locale } = context
  const read = await readRoom(context, request, params.roomId ?? '')
  const { room } = read
  // Whoever answers for a shop does so at the shop's own desk.
  if (room.side === 'shop') {
    throw redirect(localePath(locale, `/seller/messages/${room.id}?shop=${room.shop.id}`))
  }
  const orders = api.orders
    .list({ limit: '50' })
    .then(({ items }) => items.filter(({ shop }) => shop.id === room.shop.id))
    .catch(() => [])
  const goods = goodsOf(api, room.shop)
  const { site, chat } = messagesIn(locale)
  return data({ title: site.titled(chat.with(room.shop.name)), read, orders, goods })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, params, request }: ActionFunctionArgs) {
  await accountOf(context, request)
  const roomId = params.roomId ?? ''
  const back = localePath(context.locale, `/messages/${encodeURIComponent(roomId)}`)
  return await actInRoom(context, await request.formData(), roomId, back)
}

export default function MessagePage() {
  const { read, orders, goods } = useLoaderData<typeof loader>()
  const texts = useTexts(chatTexts)
  return (
    <RoomPage
      key={read.room.id}
      data={read}
      answer={useActionData<typeof action>()}
      here={`/messages/${read.room.id}`}
      back="/messages"
      quick={texts.questions}
      attachable={{ goods, orders }}
    >
      <MessageSide orders={orders} goods={goods} />
    </RoomPage>
  )
}
