import { unwrap } from './problem.server.ts'
import type {
  FoundMessages,
  MessagePage,
  OpenedRoom,
  OpenRoom,
  Report,
  ReportRoom,
  Room,
  RoomPage,
  SayInput,
  SetShopChat,
  ShopChat,
} from './shapes.ts'

/** A call of the API by its path below `/api`, as whoever asks for the page. */
type Call = (path: string, init?: RequestInit) => Promise<Response>
type Query = Record<string, string | undefined>

/** Talks between shoppers and shops. */
export function chats(call: Call) {
  async function ask<Body>(method: string, path: string, json?: unknown): Promise<Body> {
    const body =
      json === undefined
        ? {}
        : { body: JSON.stringify(json), headers: { 'Content-Type': 'application/json' } }
    return await unwrap<Body>(call(path, { method, ...body }))
  }
  const room = (id: string) => `/chat/rooms/${encodeURIComponent(id)}`
  const shop = (id: string) => `/seller/shops/${encodeURIComponent(id)}/chat`
  return {
    open: (json: OpenRoom) => ask<OpenedRoom>('POST', '/chat/rooms', json),
    rooms: (query: Query) => ask<RoomPage>('GET', `/chat/rooms${search(query)}`),
    find: (query: Query) => ask<FoundMessages>('GET', `/chat/messages${search(query)}`),
    room: (id: string) => ask<Room>('GET', room(id)),
    messages: (id: string, query: Query) =>
      ask<MessagePage>('GET', `${room(id)}/messages${search(query)}`),
    say: (id: string, json: SayInput) => ask<{ seq: number }>('POST', `${room(id)}/messages`, json),
    read: (id: string, seq: number) => ask<void>('POST', `${room(id)}/read`, { seq }),
    block: (id: string, blocked: boolean) => ask<Room>('POST', `${room(id)}/block`, { blocked }),
    report: (id: string, json: ReportRoom) => ask<Report>('POST', `${room(id)}/reports`, json),
    ofShop: {
      rooms: (id: string, query: Query) =>
        ask<RoomPage>('GET', `${shop(id)}/rooms${search(query)}`),
      find: (id: string, query: Query) =>
        ask<FoundMessages>('GET', `${shop(id)}/messages${search(query)}`),
      settings: (id: string) => ask<ShopChat>('GET', shop(id)),
      set: (id: string, json: SetShopChat) => ask<ShopChat>('PUT', shop(id), json),
    },
  }
}

function search(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, value]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
