import type { Client } from '../src/client.ts'
import { unwrap } from './problem.server.ts'
import { segment } from './segment.server.ts'
import type { OpenRoom, ReportRoom, SayInput, SetShopChat } from './shapes.ts'

/** Talks between shoppers and shops. */
export function chats({ chat: client }: Client) {
  const { rooms, messages } = client.chat
  const { chat: ofShop } = client.seller.shops[':shopId']
  const room = rooms[':id']
  const at = (id: string) => ({ id: segment(id) })
  const of = (shopId: string) => ({ shopId: segment(shopId) })
  return {
    open: (json: OpenRoom) => unwrap(rooms.$post({ json })),
    rooms: (query: Parameters<typeof rooms.$get>[0]['query']) => unwrap(rooms.$get({ query })),
    unread: async () => (await unwrap(client.chat.unread.$get())).unreadRooms,
    find: (query: Parameters<typeof messages.$get>[0]['query']) => unwrap(messages.$get({ query })),
    room: (id: string) => unwrap(room.$get({ param: at(id) })),
    messages: (id: string, query: Parameters<typeof room.messages.$get>[0]['query']) =>
      unwrap(room.messages.$get({ param: at(id), query })),
    say: (id: string, json: SayInput) => unwrap(room.messages.$post({ param: at(id), json })),
    read: (id: string, seq: number) => unwrap(room.read.$post({ param: at(id), json: { seq } })),
    block: (id: string, blocked: boolean) =>
      unwrap(room.block.$post({ param: at(id), json: { blocked } })),
    remove: (id: string, seq: string) =>
      unwrap(room.messages[':seq'].$delete({ param: { ...at(id), seq: segment(seq) } })),
    report: (id: string, json: ReportRoom) => unwrap(room.reports.$post({ param: at(id), json })),
    /** Has all erased that the caller said until now. */
    forget: () => unwrap(client.me.chat.$delete()),
    ofShop: {
      rooms: (id: string, query: Parameters<typeof rooms.$get>[0]['query']) =>
        unwrap(ofShop.rooms.$get({ param: of(id), query })),
      find: (id: string, query: Parameters<typeof messages.$get>[0]['query']) =>
        unwrap(ofShop.messages.$get({ param: of(id), query })),
      pace: (id: string) => unwrap(ofShop.pace.$get({ param: of(id) })),
      settings: (id: string) => unwrap(ofShop.$get({ param: of(id) })),
      set: (id: string, json: SetShopChat) => unwrap(ofShop.$put({ param: of(id), json })),
    },
  }
}
