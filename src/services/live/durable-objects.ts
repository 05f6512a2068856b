import type { DurableObjectNamespace, DurableObjectStub } from '@cloudflare/workers-types'
import type { LiveEvent } from '#objects/messages.ts'
import { Problem } from '#src/common/problem.ts'
import type { Live } from './index.ts'

/** What stands before the colon of a channel's address. */
type ChannelKind = 'order-group' | 'chat' | 'stock' | 'inbox' | 'admin'

type ChannelRpc = { publish(key: string, event: LiveEvent): Promise<number> }

/** Channels as Durable Objects, one each, by the kind that stands before the colon. */
export function durableLive(objects: Record<ChannelKind, DurableObjectNamespace>): Live {
  const stubOf = (address: string): DurableObjectStub => {
    const [kind, id] = address.split(':')
    const found = Object.entries(objects).find(([name]) => name === kind)?.[1]
    if (found === undefined || id === undefined) throw new Problem('not_found')
    return found.get(found.idFromName(id))
  }
  return {
    async publish(address, key, event) {
      // The binding does not carry the class's type here; OrderStatus implements ChannelRpc.
      await (stubOf(address) as unknown as ChannelRpc).publish(key, event)
    },
    async connect(channel, address, request) {
      const headers = new Headers(request.headers)
      headers.set('x-talat-channel', channel)
      const forwarded = new Request(request, { headers })
      const answer = (await stubOf(address).fetch(forwarded as never)) as unknown as Response
      // An object's answer has fixed headers, and middleware still adds to them.
      return new Response(answer.body, {
        status: answer.status,
        headers: new Headers(answer.headers),
        webSocket: answer.webSocket,
      })
    },
  }
}
