import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideRefresh,
  looksLikeRefreshToken,
  newRefreshToken,
  type PresentedToken,
  type RefreshDecision,
  successorOf,
} from '#src/auth/refresh.ts'

const KEY = 'k'.repeat(43)
const NOW = new Date('2026-11-22T03:00:00Z')
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const GRACE_MS = 30_000

const token = (change: Partial<PresentedToken> = {}): PresentedToken => ({
  generation: 3,
  usedAt: null,
  latestGeneration: 3,
  session: { expiresAt: ago(-3600), revokedAt: null },
  userSuspendedAt: null,
  ...change,
})

const TABLE: [string, PresentedToken | undefined, RefreshDecision][] = [
  ['an unknown token', undefined, 'refused'],
  ['the current token', token(), 'rotate'],
  ['the one before, just used', token({ generation: 2, usedAt: NOW }), 'repeat'],
  ['the one before, after 30 s', token({ generation: 2, usedAt: ago(30) }), 'repeat'],
  ['the one before, after 31 s', token({ generation: 2, usedAt: ago(31) }), 'reused'],
  ['an older one, within the grace', token({ generation: 1, usedAt: ago(5) }), 'reused'],
  ['the first one, long after', token({ generation: 0, usedAt: ago(900) }), 'reused'],
  [
    'the current one of a session that was signed out',
    token({ session: { expiresAt: ago(-60), revokedAt: ago(1) } }),
    'refused',
  ],
  [
    'an old one of a session that was signed out',
    token({ generation: 0, usedAt: ago(99), session: { expiresAt: ago(-9), revokedAt: ago(1) } }),
    'refused',
  ],
  [
    'the current one of a session that is over',
    token({ session: { expiresAt: NOW, revokedAt: null } }),
    'refused',
  ],
  ['the current one of a suspended account', token({ userSuspendedAt: ago(1) }), 'refused'],
]

describe('a refresh token that is presented', () => {
  it.each(TABLE)('%s', (_, presented, decision) => {
    expect(decideRefresh(presented, NOW, GRACE_MS)).toBe(decision)
  })

  it('is renewed only when it is the last of its chain or the one before (A1)', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(120), (latest, back, seconds) => {
        const generation = Math.max(0, latest - back)
        const usedAt = generation === latest ? null : ago(seconds)
        const decision = decideRefresh(
          token({ generation, latestGeneration: latest, usedAt }),
          NOW,
          GRACE_MS,
        )
        const renewed = decision === 'rotate' || decision === 'repeat'
        expect(renewed).toBe(generation === latest || (generation === latest - 1 && seconds <= 30))
        if (!renewed) expect(decision).toBe('reused')
      }),
    )
  })
})

describe('the successor of a refresh token', () => {
  it('is the same each time it is asked for, and looks like any token', async () => {
    const first = newRefreshToken()
    const next = await successorOf(KEY, first)
    expect(await successorOf(KEY, first)).toBe(next)
    expect(next).not.toBe(first)
    expect(looksLikeRefreshToken(first) && looksLikeRefreshToken(next)).toBe(true)
  })

  it('cannot be known without the key', async () => {
    const first = newRefreshToken()
    expect(await successorOf(`${KEY}x`, first)).not.toBe(await successorOf(KEY, first))
  })

  it.each(['', 'x', 'a'.repeat(44), `${'a'.repeat(42)}=`, `${'a'.repeat(42)}'`])(
    'is never asked for %j',
    (text) => {
      expect(looksLikeRefreshToken(text)).toBe(false)
    },
  )
})
