import { createMessageBatch } from 'cloudflare:test'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import type { OutboxMessage } from '#src/database/outbox.ts'
import { consume } from '#src/queue.ts'
import type { Market } from './market.ts'
import { tokenOf } from './shopper.ts'

type Letter = { recipient: string; subject: string; body: string; channel: string; html: string }
type Told = { kind: string; title: string; body: string; link: string }

/** The queue of a market, held by the test: what is on it is delivered when and as often as it says. */
export function holdQueue(market: Market) {
  const log = createLog({}, () => undefined)
  const held: OutboxMessage[] = []
  market.bindings.EVENTS = {
    sendBatch: async (messages: { body: OutboxMessage }[]) => {
      held.push(...messages.map(({ body }) => body))
    },
  } as never

  /** Delivers messages as the queue does, each on its own; answers how many were not done. */
  const deliver = async (messages: readonly OutboxMessage[]): Promise<number> => {
    let failed = 0
    for (const body of messages) {
      const batch = createMessageBatch('talat-events', [
        { id: newId('msg'), timestamp: new Date(), attempts: 1, body },
      ])
      const services = market.services()
      await consume(batch as never, services, { ...log, error: () => (failed += 1) } as never)
      await services.close()
    }
    return failed
  }

  /** Sends what waits in the outbox to the queue, and takes it off. */
  const waiting = async (): Promise<OutboxMessage[]> => {
    await market.rest()
    const services = market.services()
    market.pass(11_000)
    await services.sweepOutbox()
    await services.close()
    return held.splice(0)
  }

  /** Delivers all that waits, and what comes of it, `times` each in a shuffled order. */
  const quiet = async (times = 1): Promise<number> => {
    let failed = 0
    for (let some = await waiting(); some.length > 0; some = await waiting()) {
      const copies = Array.from({ length: times }, () => some).flat()
      failed += await deliver(copies.sort(() => Math.random() - 0.5))
      await market.rest()
    }
    return failed
  }

  const toldTo = async ({ email }: { email: string }): Promise<Told[]> => {
    // Hours may have gone by since whoever asks signed in.
    const token = await tokenOf(market, email)
    const headers = { 'accept-language': 'en' }
    const { body } = await market.call('GET', '/me/notifications?limit=100', { token, headers })
    return body.items
  }
  const lettersTo = async ({ email }: { email: string }): Promise<Letter[]> => {
    const { items } = await (await market.request('/dev/inbox.json')).json<{ items: Letter[] }>()
    return items.filter(({ recipient }) => recipient === email)
  }
  return { held, deliver, waiting, quiet, toldTo, lettersTo }
}
