import type { DurableObjectNamespace, DurableObjectStub } from '@cloudflare/workers-types'
import type { LiveEvent } from '#objects/messages.ts'
import { Problem } from '#src/common/problem.ts'
import type { Live } from './index.ts'

type ChannelRpc = { publish(key: string, event: LiveEvent): Promise<number> }

/** Channels as Durable Objects, one each, by the kind that stands before the colon. */
export function durableLive(objects: { orderStatus: DurableObjectNamespace }): Live {
  const stubOf = (channel: string): DurableObjectStub => {
    const [kind, id] = channel.split(':')
    if (kind !== 'order-group' || id === undefined) throw new Problem('not_found')
    return objects.orderStatus.get(objects.orderStatus.idFromName(id))
  }
  return {
    async publish(channel, key, event) {
      // The binding does not carry the class's type here; OrderStatus implements ChannelRpc.
      await (stubOf(channel) as unknown as ChannelRpc).publish(key, event)
    },
    async connect(channel, request) {
      const headers = new Headers(request.headers)
      headers.set('x-talat-channel', channel)
      const forwarded = new Request(request, { headers })
      const answer = (await stubOf(channel).fetch(forwarded as never)) as unknown as Response
      // The object's headers are sealed, and middleware adds its own to every answer.
      return new Response(answer.body, answer)
    },
  }
}
