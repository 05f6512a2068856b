import { newSecret } from '#src/common/id.ts'
import { derive } from './keyed.ts'

/** Opaque refresh tokens: 256 bits as 43 characters of base64url, stored only as SHA-256. */
export const newRefreshToken = newSecret

/** False for text that cannot be a refresh token, so that it costs no query. */
export const looksLikeRefreshToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/**
 * The token that follows `token`. Derived, so that two tabs that refresh with one token get one
 * successor, and a lost answer can be asked for again; unknowable without the key.
 */
export const successorOf = (tokenKey: string, token: string): Promise<string> =>
  derive(tokenKey, 'refresh', token)

/** What the database says about a presented token. */
export type PresentedToken = {
  generation: number
  /** When it was exchanged for its successor; null for the current one. */
  usedAt: Date | null
  /** The newest generation of its session. */
  latestGeneration: number
  session: { expiresAt: Date; revokedAt: Date | null }
  userSuspendedAt: Date | null
}

/**
 * `rotate`: the current token. `repeat`: the one just before it, within the grace. `reused`: an older
 * one, so somebody has a copy and the whole session must end. `refused`: nothing behind it is alive.
 */
export type RefreshDecision = 'rotate' | 'repeat' | 'reused' | 'refused'

/** Source: RFC 9700 §4.14.2 (rotation with reuse detection); the grace is ours, `graceMs` milliseconds. */
export function decideRefresh(
  token: PresentedToken | undefined,
  now: Date,
  graceMs: number,
): RefreshDecision {
  if (token === undefined || token.userSuspendedAt !== null) return 'refused'
  if (token.session.revokedAt !== null || token.session.expiresAt <= now) return 'refused'
  if (token.usedAt === null) return 'rotate'
  const previous = token.generation === token.latestGeneration - 1
  return previous && now.getTime() - token.usedAt.getTime() <= graceMs ? 'repeat' : 'reused'
}
