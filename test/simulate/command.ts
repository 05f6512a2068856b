import { env } from 'cloudflare:workers'
import { it } from 'vitest'
import { inside } from './home.ts'
import { simulate } from './simulate.ts'
import { count, type Tally, told } from './tally.ts'

const { from, seeds } = JSON.parse(env.SIMULATE) as { from: number; seeds: number }
const TOLD_EACH = 50

// What `npm run simulate` plays; no part of the tests.
it('no promise is broken', { timeout: 0 }, async () => {
  const tally: Tally = new Map()
  await inside('sqlite', async (home) => {
    for (let seed = from; seed < from + seeds; seed += 1) {
      const { violation, trace } = await simulate(home, seed)
      count(tally, trace)
      if (violation !== undefined || seeds === 1) console.log(trace.join('\n'))
      if (violation !== undefined) {
        console.log(`\nseed ${seed}: ${violation}`)
        console.log(`npm run simulate -- --seeds 1 --from ${seed} plays it again`)
        throw new Error(`seed ${seed}: ${violation}`)
      }
      const played = seed - from + 1
      if (played % TOLD_EACH === 0 || played === seeds) console.log(`${played} seeds, no violation`)
    }
  })
  console.log(told(tally))
})
