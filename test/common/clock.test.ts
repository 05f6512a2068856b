import { describe, expect, it } from 'vitest'
import { doubling, jittered, MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'

describe('A pause', () => {
  it('doubles with each failure, up to the most', () => {
    const pauses = [0, 1, 2, 20, 2000].map((n) => doubling(SECOND_MS, n, 5 * MINUTE_MS))
    expect(pauses).toEqual([1000, 2000, 4000, 300_000, 300_000])
  })

  it('is scattered over its second half, so that what failed together comes back apart', () => {
    const pauses = Array.from({ length: 1000 }, () => jittered(MINUTE_MS))
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(MINUTE_MS / 2)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(MINUTE_MS)
    expect(new Set(pauses.map((ms) => Math.floor(ms / 1000))).size).toBeGreaterThan(20)
  })
})
