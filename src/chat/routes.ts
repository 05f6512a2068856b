import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import { answeringRoutes } from './answering/routes.ts'
import { erasingRoutes } from './erasing/routes.ts'
import type { ChatEnv } from './index.ts'
import { moderationRoutes } from './moderation/routes.ts'
import { pictureRoutes } from './picture/routes.ts'
import {
  Block,
  FoundMessages,
  ListMessages,
  ListRooms,
  MarkRead,
  Message,
  MessagePage,
  OpenedRoom,
  OpenRoom,
  Room,
  RoomPage,
  RoomParam,
  SayInput,
  SearchMessages,
  UnreadRooms,
} from './schema.ts'

const tag = 'Chat'

/** Talks as their two sides have them; a room serves its shopper and everybody of its shop. */
export const chatRoutes = () =>
  new Hono<ChatEnv>()
    .post(
      '/chat/rooms',
      operation({
        summary: 'Open the room of the caller and a shop',
        tag,
        answers: [201, OpenedRoom],
        problems: ['not_found', 'forbidden'],
        signedIn: true,
      }),
      allow('user'),
      valid('json', OpenRoom),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('chat').open(userId, c.req.valid('json'), c.get('locale')), 201)
      },
    )
    .get(
      '/chat/unread',
      operation({
        summary: 'Count the caller’s talks with something new',
        tag,
        answers: [200, UnreadRooms],
        signedIn: true,
      }),
      allow('user'),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('chat').unread(userId), 200)
      },
    )
    .get(
      '/chat/rooms',
      operation({
        summary: 'List the caller’s talks with shops, newest words first',
        tag,
        answers: [200, RoomPage],
        problems: ['cursor_invalid'],
        signedIn: true,
      }),
      allow('user'),
      valid('query', ListRooms),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('chat').list(userId, c.req.valid('query'), c.get('locale')), 200)
      },
    )
    .get(
      '/chat/messages',
      operation({
        summary: 'Search the caller’s own talks with shops',
        tag,
        answers: [200, FoundMessages],
        signedIn: true,
      }),
      allow('user'),
      valid('query', SearchMessages),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const owner = { side: 'shopper', userId } as const
        const found = await c.get('chat').search(owner, c.req.valid('query'), c.get('locale'))
        return c.json(found, 200)
      },
    )
    .get(
      '/chat/rooms/:id',
      operation({
        summary: 'Read how a talk stands',
        tag,
        answers: [200, Room],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('user'),
      valid('param', RoomParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        return c.json(await c.get('chat').read(id, userId, c.get('locale')), 200)
      },
    )
    .get(
      '/chat/rooms/:id/messages',
      operation({
        summary: 'Read messages of a talk, oldest first',
        tag,
        answers: [200, MessagePage],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('user'),
      valid('param', RoomParam),
      valid('query', ListMessages),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        return c.json(await c.get('chat').messages(id, userId, c.req.valid('query')), 200)
      },
    )
    .post(
      '/chat/rooms/:id/messages',
      operation({
        summary: 'Say something, or show a card or a picture; once for a client id',
        tag,
        answers: [201, Message],
        problems: ['not_found', 'chat_blocked', 'contact_leak'],
        signedIn: true,
      }),
      allow('user', { fresh: true }),
      valid('param', RoomParam),
      valid('json', SayInput),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        const said = await c.get('chat').say(id, userId, c.req.valid('json'), c.get('locale'))
        return c.json(said, 201)
      },
    )
    .post(
      '/chat/rooms/:id/read',
      operation({
        summary: 'Say up to which message one has read',
        tag,
        answers: [204],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('user'),
      valid('param', RoomParam),
      valid('json', MarkRead),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        await c.get('chat').markRead(c.req.valid('param').id, userId, c.req.valid('json').seq)
        return c.body(null, 204)
      },
    )
    .post(
      '/chat/rooms/:id/block',
      operation({
        summary: 'Hear no more of the other side, or do again',
        tag,
        answers: [200, Room],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('user', { fresh: true }),
      valid('param', RoomParam),
      valid('json', Block),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        const { blocked } = c.req.valid('json')
        return c.json(await c.get('chat').block(id, userId, blocked, c.get('locale')), 200)
      },
    )
    .route('/', answeringRoutes())
    .route('/', moderationRoutes())
    .route('/', pictureRoutes())
    .route('/', erasingRoutes())

export type ChatApi = ReturnType<typeof chatRoutes>
