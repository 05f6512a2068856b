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
import { localePath } from '../locale.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'
import { deskOf } from './desk.server.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { shop } = await deskOf(context, request)
  const { api, locale } = context
  const [read, settings] = await Promise.all([
    readRoom(context, request, params.roomId ?? ''),
    api.chat.ofShop.settings(shop.id).catch(() => null),
  ])
  const { room } = read
  // One's own talk as a shopper is not of this desk, nor is a talk of another shop.
  if (room.side === 'shopper') throw redirect(localePath(locale, `/messages/${room.id}`))
  if (room.shop.id !== shop.id) throw redirect(localePath(locale, pathOf(room.id, room.shop.id)))
  const { site, chat } = messagesIn(locale)
  return data({
    title: site.titled(chat.with(room.shopper?.name ?? '')),
    read,
    quick: settings?.quickReplies ?? [],
    goods: goodsOf(api, room.shop),
  })
}

const pathOf = (roomId: string, shopId: string): string =>
  `/seller/messages/${encodeURIComponent(roomId)}?shop=${encodeURIComponent(shopId)}`

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { shop } = await deskOf(context, request)
  const roomId = params.roomId ?? ''
  const back = localePath(context.locale, pathOf(roomId, shop.id))
  return await actInRoom(context, await request.formData(), roomId, back)
}

export default function SellerMessagePage() {
  const { read, quick, goods } = useLoaderData<typeof loader>()
  const { room } = read
  return (
    <RoomPage
      key={room.id}
      data={read}
      answer={useActionData<typeof action>()}
      here={pathOf(room.id, room.shop.id)}
      back={`/seller/messages?shop=${room.shop.id}`}
      quick={quick}
      attachable={{ goods, orders: null }}
    />
  )
}
