import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { ChatFrame } from '../chat/frame.tsx'
import { readRooms } from '../chat/rooms.server.ts'
import { RoomsColumn } from '../chat/rooms-column.tsx'
import { listAt, useRooms } from '../chat/use-rooms.ts'
import { Link } from '../components/link.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'
import { deskOf } from './desk.server.ts'

/** What shoppers ask a shop. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { shop, shops } = await deskOf(context, request)
  const { site, chat } = messagesIn(context.locale)
  return data({
    title: site.titled(chat.seller.title),
    shop,
    others: shops.filter(({ id }) => id !== shop.id).map(({ id, name }) => ({ id, name })),
    rooms: await readRooms(context, request, shop.id),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export default function SellerMessagesPage() {
  const { shop, others, rooms: read } = useLoaderData<typeof loader>()
  const path = usePath()
  const [params] = useSearchParams()
  const rooms = useRooms(read, listAt(path('/seller/messages'), params))
  const { roomId } = useParams()
  const texts = useTexts(chatTexts)
  return (
    <ChatFrame isTalk={roomId !== undefined}>
      <RoomsColumn
        data={rooms}
        title={texts.seller.title}
        base="/seller/messages"
        shopId={shop.id}
        current={roomId}
        empty={texts.noRoomsOfShop}
      >
        {others.map(({ id, name }) => (
          <Link key={id} to={`/seller/messages?shop=${id}`} className="chip">
            {name}
          </Link>
        ))}
      </RoomsColumn>
    </ChatFrame>
  )
}
