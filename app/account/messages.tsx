import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { ChatFrame } from '../chat/frame.tsx'
import { readRooms } from '../chat/rooms.server.ts'
import { RoomsColumn } from '../chat/rooms-column.tsx'
import { listAt, useRooms } from '../chat/use-rooms.ts'
import { usePath, useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'

export { links } from '../chat/links.ts'

/** The shopper's talks; what stands beside them is a page of its own. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { site, chat } = messagesIn(context.locale)
  return data({
    title: site.titled(chat.title),
    rooms: await readRooms(context, request, null),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export default function MessagesPage() {
  const path = usePath()
  const [params] = useSearchParams()
  const rooms = useRooms(useLoaderData<typeof loader>().rooms, listAt(path('/messages'), params))
  const { roomId } = useParams()
  const texts = useTexts(chatTexts)
  return (
    <ChatFrame isTalk={roomId !== undefined}>
      <RoomsColumn
        data={rooms}
        title={texts.title}
        base="/messages"
        current={roomId}
        empty={texts.noRooms}
      />
    </ChatFrame>
  )
}
