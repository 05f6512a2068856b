import { newDeviceProof, provenDevice } from '#src/auth/device.ts'
import type { Limits, Taken } from '#src/auth/limits.ts'
import type { Passwords } from '#src/auth/password.ts'
import {
  decideRefresh,
  looksLikeRefreshToken,
  newRefreshToken,
  successorOf,
} from '#src/auth/refresh.ts'
import type { AccessTokens } from '#src/auth/tokens.ts'
import { after, before, type Clock } from '#src/common/clock.ts'
import { newId, sha256 } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale, Principal } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query } from '#src/database/database.ts'
import type { AccessService } from '../access/service.ts'
import type { User } from '../profile/schema.ts'
import type { Account } from '../profile/service.ts'
import {
  createAccount,
  createSession,
  endSession,
  findCredentials,
  findPresented,
  forgetSessions,
  type NewSession,
  type Presented,
  rotate,
  sessionOf,
} from './repository.ts'
import { passwordFault } from './rules.ts'
import type { Login, Register } from './schema.ts'

export type AuthDeps = {
  database: Database
  clock: Clock
  limits: Limits
  passwords: Passwords
  tokens: AccessTokens
  /** Derives what must not be guessed; see config/env. */
  tokenKey: string
  describe(account: Account, locale: Locale): Promise<User>
  access: Pick<AccessService, 'ended' | 'announce' | 'act'>
}

/** The client at the other end of a call. */
export type Caller = {
  clientType: 'browser' | 'native'
  clientAddress: string
  userAgent: string | null
  /** The proof of an earlier sign-in that the browser kept. */
  deviceProof: string | null
  locale: Locale
}

export type NewSignIn = {
  user: User
  accessToken: string
  /** Seconds. */
  expiresIn: number
  refreshToken: string
  /** Seconds that the refresh token's session lasts. */
  refreshSeconds: number
  deviceProof: string
}

export type Renewed = Omit<NewSignIn, 'user' | 'deviceProof'>

/** What server-rendered pages learn of the session behind a cookie. */
export type CheckedSession = {
  principal: Principal
  accessToken: string
  /** Seconds. */
  expiresIn: number
  user: User
}

/** Opening an account, and sessions from sign-in to sign-out. */
export function createAuthService(deps: AuthDeps) {
  const { database, clock, limits, passwords, tokens, tokenKey, describe, access } = deps

  const prepareSession = async (userId: string, caller: Caller, now: Date) => {
    const refreshToken = newRefreshToken()
    const session: NewSession = {
      id: newId('ses'),
      userId,
      clientType: caller.clientType,
      userAgent: caller.userAgent?.slice(0, 200) ?? null,
      expiresAt: after(now, SETTINGS.session.sessionMs),
    }
    return { refreshToken, session, tokenHash: await sha256(refreshToken) }
  }

  const signedIn = async (
    account: Account,
    { refreshToken, session }: { refreshToken: string; session: NewSession },
    caller: Caller,
    now: Date,
  ): Promise<NewSignIn> => {
    const principal = { userId: account.id, sessionId: session.id, roles: account.roles }
    const [user, access, deviceProof] = await Promise.all([
      describe(account, caller.locale),
      tokens.issue(principal, now),
      newDeviceProof(tokenKey, account.email),
    ])
    const refreshSeconds = SETTINGS.session.sessionMs / 1000
    return { user, ...access, refreshToken, refreshSeconds, deviceProof }
  }

  const lookUp = async (token: string) => {
    if (!looksLikeRefreshToken(token)) return { found: undefined, decision: 'refused' as const }
    const found = await findPresented(database, await sha256(token))
    return { found, decision: decideRefresh(found, clock.now(), SETTINGS.session.refreshGraceMs) }
  }

  const issueFor = async ({ session, user }: Presented, now: Date) => {
    const principal = { userId: user.id, sessionId: session.id, roles: user.roles }
    return { principal, ...(await tokens.issue(principal, now)) }
  }

  /** Ends a session and, at once, what is heard by it. It may have ended before. */
  const end = async (session: { id: string; userId: string }, now: Date): Promise<void> => {
    const message = access.ended(session.userId, { kind: 'session', sessionId: session.id })
    const announce = (q: Query) => access.announce(q, message)
    if (await endSession(database, session.id, now, announce)) access.act(message)
  }

  return {
    /**
     * Opens an account and signs it in.
     * @throws Problem `validation_failed` for a password that may not be used, `email_taken`, `rate_limited`
     */
    async register({ email, password, name }: Register, caller: Caller): Promise<NewSignIn> {
      refuseOver(await limits.authCall(caller.clientAddress))
      const fault = passwordFault(password, email)
      if (fault !== undefined) {
        throw new Problem('validation_failed', { errors: [{ path: 'password', ...fault }] })
      }
      const now = clock.now()
      const user = { id: newId('usr'), email, name, passwordHash: await passwords.hash(password) }
      const prepared = await prepareSession(user.id, caller, now)
      const { session, tokenHash } = prepared
      if (!(await createAccount(database, user, session, tokenHash, now))) {
        throw new Problem('email_taken')
      }
      return await signedIn({ id: user.id, email, name, roles: [] }, prepared, caller, now)
    },

    /**
     * Signs in. An unknown account, one without a password and a wrong password get one answer, after
     * the same work. @throws Problem `credentials_invalid`, `rate_limited`; `forbidden` for the owner
     * of a suspended account
     */
    async login({ email, password }: Login, caller: Caller): Promise<NewSignIn> {
      refuseOver(await limits.authCall(caller.clientAddress))
      const device = await provenDevice(tokenKey, email, caller.deviceProof)
      refuseOver(await limits.loginTry(email, device))
      const found = await findCredentials(database, email)
      const { matches, rehash } = await passwords.verify(password, found?.passwordHash ?? null)
      if (found === undefined || !matches) throw new Problem('credentials_invalid')
      if (found.suspendedAt !== null) {
        throw new Problem('forbidden', { detail: 'This account is suspended.' })
      }
      const now = clock.now()
      const prepared = await prepareSession(found.id, caller, now)
      const newHash = rehash ? await passwords.hash(password) : null
      await createSession(database, prepared.session, prepared.tokenHash, newHash, now)
      await limits.forgetLoginTries(email, device)
      const { passwordHash: _, suspendedAt: __, ...account } = found
      return await signedIn(account, prepared, caller, now)
    },

    /**
     * Exchanges a refresh token for an access token and the next refresh token. Whoever loses a race,
     * or asks again within the grace, gets the winner's successor. At most three round trips.
     * @throws Problem `token_invalid`; `token_reused` for an older token, which ends the session
     */
    async refresh(token: string, clientAddress: string): Promise<Renewed> {
      refuseOver(await limits.authCall(clientAddress))
      const { found, decision } = await lookUp(token)
      if (found === undefined || decision === 'refused') throw new Problem('token_invalid')
      const now = clock.now()
      if (decision === 'reused') {
        await end({ id: found.session.id, userId: found.user.id }, now)
        throw new Problem('token_reused')
      }
      const refreshToken = await successorOf(tokenKey, token)
      if (decision === 'rotate') {
        const [tokenHash, nextHash] = await Promise.all([sha256(token), sha256(refreshToken)])
        const successor = {
          tokenHash: nextHash,
          sessionId: found.session.id,
          generation: found.generation + 1,
        }
        const won = await rotate(database, tokenHash, successor, now)
        // Who lost the race has the winner's successor too. Only an ended session is refused.
        if (!won && (await lookUp(token)).decision === 'refused') {
          throw new Problem('token_invalid')
        }
      }
      const { accessToken, expiresIn } = await issueFor(found, now)
      const refreshSeconds = (found.session.expiresAt.getTime() - now.getTime()) / 1000
      return { accessToken, expiresIn, refreshToken, refreshSeconds }
    },

    /** Ends the session behind a refresh token and that of a principal, whichever are there. */
    async logout(token: string | null, principal: Principal | null): Promise<void> {
      const now = clock.now()
      if (token !== null && looksLikeRefreshToken(token)) {
        const session = await sessionOf(database, await sha256(token))
        if (session !== undefined) await end(session, now)
        if (session?.id === principal?.sessionId) return
      }
      if (principal === null) return
      await end({ id: principal.sessionId, userId: principal.userId }, now)
    },

    /**
     * Who is behind a refresh token, without using it up: the current one, or the one before within
     * the grace. Null for anything else. Two round trips.
     */
    async checkSession(token: string, locale: Locale): Promise<CheckedSession | null> {
      const { found, decision } = await lookUp(token)
      if (found === undefined || (decision !== 'rotate' && decision !== 'repeat')) return null
      const [issued, user] = await Promise.all([
        issueFor(found, clock.now()),
        describe(found.user, locale),
      ])
      return { ...issued, user }
    },

    /** Forgets sessions long after their last day; some of them a run. */
    async forgetEnded(): Promise<void> {
      const { sessionMs, rowsARun } = SETTINGS.retention
      const limits = { lifeMs: SETTINGS.session.sessionMs, limit: rowsARun }
      await forgetSessions(database, before(clock.now(), sessionMs), limits)
    },
  }
}

export type AuthService = ReturnType<typeof createAuthService>

/** @throws Problem `rate_limited` with when to come back */
export function refuseOver({ allowed, retryAfterSeconds }: Taken): void {
  if (!allowed) throw new Problem('rate_limited', { retryAfterSeconds })
}
