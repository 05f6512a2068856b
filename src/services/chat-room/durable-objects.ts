import type { DurableObjectNamespace } from '@cloudflare/workers-types'
import type { ChatRoom, ChatRooms } from './index.ts'

/** Rooms as Durable Objects, one a conversation. */
export function durableChatRooms(objects: DurableObjectNamespace): ChatRooms {
  // The binding does not carry the class's type here; the class says that it is a ChatRoom.
  return (room) => objects.get(objects.idFromName(room)) as unknown as ChatRoom
}
