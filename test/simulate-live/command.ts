import { env } from 'cloudflare:workers'
import { it } from 'vitest'
import { playTalk } from './play.ts'

const { from, seeds } = JSON.parse(env.SIMULATE) as { from: number; seeds: number }
const TOLD_EACH = 10
/** What `npm run simulate:live` knows the tally by. */
const PLAYED = 'played '

// What `npm run simulate:live` plays; no part of the tests.
it('nothing that was acknowledged is lost', { timeout: 0 }, async () => {
  const total = { messages: 0, crashes: 0, evictions: 0, reconnects: 0 }
  for (let seed = from; seed < from + seeds; seed += 1) {
    try {
      const { messages, crashes, evictions, reconnects } = await playTalk(seed)
      total.messages += messages
      total.crashes += crashes
      total.evictions += evictions
      total.reconnects += reconnects
    } catch (error) {
      console.log(`npm run simulate:live -- --seeds 1 --from ${seed} plays it again`)
      throw error
    }
    if ((seed - from + 1) % TOLD_EACH === 0 || seed === from + seeds - 1) {
      console.log(`${PLAYED}${JSON.stringify({ seeds: seed - from + 1, ...total })}`)
    }
  }
})
