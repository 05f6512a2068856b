import { env } from 'cloudflare:workers'
import { it } from 'vitest'
import { playTalk } from './play.ts'

const { from, seeds } = JSON.parse(env.SIMULATE) as { from: number; seeds: number }
const TOLD_EACH = 10

// What `npm run simulate:live` plays; no part of the tests.
it('nothing that was acknowledged is lost', { timeout: 0 }, async () => {
  const total = { messages: 0, crashes: 0, reconnects: 0 }
  for (let seed = from; seed < from + seeds; seed += 1) {
    try {
      const { messages, crashes, reconnects } = await playTalk(seed)
      total.messages += messages
      total.crashes += crashes
      total.reconnects += reconnects
    } catch (error) {
      console.log(`npm run simulate:live -- --seeds 1 --from ${seed} plays it again`)
      throw error
    }
    const played = seed - from + 1
    if (played % TOLD_EACH !== 0 && played !== seeds) continue
    const { messages, crashes, reconnects } = total
    console.log(
      `${played} seeds: ${messages} messages, ${crashes} crashes, ${reconnects} sockets, no violation`,
    )
  }
})
