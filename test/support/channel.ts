import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { LiveEvent } from '../../durable-objects/messages.ts'
import type { UserInbox } from '../../durable-objects/user-inbox.ts'

/** All that a channel's object has told, in the order of its numbers. */
export async function toldOn(
  objects: 'INBOXES' | 'OPERATOR_FEED' | 'ORDER_STATUS' | 'STOCK_WATCH',
  id: string,
): Promise<LiveEvent[]> {
  const stub = env[objects].get(env[objects].idFromName(id))
  return await runInDurableObject(
    // Every channel keeps its events alike.
    stub as unknown as DurableObjectStub<UserInbox>,
    async (channel, { storage }) => {
      await channel.publish('a test looks', { kind: 'notification', id: 'nobody', topic: 'system' })
      return storage.sql
        .exec("SELECT body FROM events WHERE key <> 'a test looks' ORDER BY seq")
        .toArray()
        .map(({ body }): LiveEvent => JSON.parse(String(body)))
    },
  )
}
