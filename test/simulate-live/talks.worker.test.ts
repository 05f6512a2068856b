import { describe, expect, it } from 'vitest'
import { type Played, playTalk } from './play.ts'

const SEEDS = 5

describe('Talks through crashes, doubles and lost sockets', () => {
  it('lose nothing that was acknowledged, and are heard once in one order by all (R1–R4)', {
    timeout: 60_000,
  }, async () => {
    const played: Played[] = []
    for (let seed = 1; seed <= SEEDS; seed += 1) played.push(await playTalk(seed))
    const sum = (of: keyof Played) => played.reduce((total, one) => total + one[of], 0)
    // Fewer would have met nothing.
    expect(sum('messages')).toBeGreaterThan(SEEDS * 200)
    expect(sum('crashes')).toBeGreaterThan(SEEDS)
    expect(sum('evictions')).toBeGreaterThan(SEEDS)
    expect(sum('reconnects')).toBeGreaterThan(SEEDS * 10)
  })
})
