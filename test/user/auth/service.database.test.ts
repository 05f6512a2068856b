import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { createPasswords, type Passwords } from '#src/auth/password.ts'
import { MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import type { Database } from '#src/database/database.ts'
import { describeEachDatabase } from '../../support/each-database.ts'
import {
  type AccountApp,
  accountApp,
  bearer,
  codeOf,
  cookieIn,
  countedLimits,
  type Entered,
  fromPage,
  heldClock,
  newAccount,
  PASSWORD,
  someEmail,
  type Tokens,
} from '../account-app.ts'

const NATIVE = { 'x-client-type': 'native' }

describeEachDatabase('an account', (open) => {
  let app: AccountApp
  beforeEach(() => {
    app = accountApp(open)
  })

  describe('register', () => {
    it('opens an account, signs it in and puts the refresh token into a cookie', async () => {
      const email = someEmail()
      const body = { email: email.toUpperCase(), password: PASSWORD, name: '  ณัฐ  ' }
      const answer = await app.send('POST', '/auth/register', body)
      expect(answer.status).toBe(201)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(await answer.json()).toEqual({
        user: { id: expect.stringMatching(/^usr_/), email, name: 'ณัฐ', roles: [], shops: [] },
        accessToken: expect.any(String),
        expiresIn: 600,
      })
      const [cookie] = answer.headers.getSetCookie()
      expect(cookie).toMatch(
        /^__Host-talat_rt=[\w-]{43}; Max-Age=5184000; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
      )
    })

    it('gives a native client its refresh token in the body and no cookie', async () => {
      const body = { email: someEmail(), password: PASSWORD, name: 'Nok' }
      const answer = await app.send('POST', '/auth/register', body, NATIVE)
      expect(await answer.json()).toHaveProperty(
        'refreshToken',
        expect.stringMatching(/^[\w-]{43}$/),
      )
      expect(answer.headers.getSetCookie()).toEqual([])
    })

    it('refuses an email that is taken, however it is written', async () => {
      const { user } = await newAccount(app)
      const body = { email: ` ${user.email.toUpperCase()} `, password: PASSWORD, name: 'Nok' }
      const answer = await app.send('POST', '/auth/register', body)
      expect([answer.status, await codeOf(answer)]).toEqual([409, 'email_taken'])
      expect(answer.headers.getSetCookie()).toEqual([])
    })

    it('of twenty at once with one email lets one through', async () => {
      const body = { email: someEmail(), password: PASSWORD, name: 'Nok' }
      const tries = Array.from({ length: 20 }, () => app.send('POST', '/auth/register', body))
      const statuses = (await Promise.all(tries)).map((answer) => answer.status).toSorted()
      expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)])
    })

    it('does not put a password on an account that has none (A9)', async () => {
      const database = open()
      const email = someEmail()
      await database.insert(database.tables.users).values({
        id: `usr_${email.slice(4, 30)}`,
        email,
        name: 'signs in with LINE',
        passwordHash: null,
        roles: [],
        createdAt: app.clock.now(),
      })
      const register = { email, password: PASSWORD, name: 'Thief' }
      expect((await app.send('POST', '/auth/register', register)).status).toBe(409)
      const login = await app.send('POST', '/auth/login', { email, password: PASSWORD })
      expect([login.status, await codeOf(login)]).toEqual([401, 'credentials_invalid'])
    })

    it.each([
      ['a password that is too short', { password: 'short' }, 'password'],
      ['a password that everybody uses', { password: 'รหัสผ่าน123' }, 'password'],
      ['an email that is none', { email: 'nok' }, 'email'],
      ['no name', { name: ' ' }, 'name'],
      ['a role of its own choosing (Z4)', { roles: ['operator'] }, ''],
      ['a suspension lifted (Z4)', { suspendedAt: null }, ''],
    ])('refuses %s', async (_, change, path) => {
      const body = { email: someEmail(), password: PASSWORD, name: 'Nok', ...change }
      const answer = await app.send('POST', '/auth/register', body)
      const problem = await answer.json<{ code: string; errors: { path: string }[] }>()
      expect([answer.status, problem.code]).toEqual([400, 'validation_failed'])
      expect(problem.errors.map((error) => error.path)).toEqual([path])
    })
  })

  describe('sign in', () => {
    it('answers the account and its own session', async () => {
      const { user } = await newAccount(app)
      const answer = await app.send('POST', '/auth/login', {
        email: user.email,
        password: PASSWORD,
      })
      expect(answer.status).toBe(200)
      const signedIn = await answer.json<Entered>()
      expect(signedIn.user).toEqual(user)
      const me = await app.send('GET', '/me', undefined, bearer(signedIn))
      expect(await me.json()).toEqual({ user })
    })

    it('tells an unknown account and a wrong password apart neither by answer nor by work (A5)', async () => {
      const work: (string | null)[] = []
      const real = createPasswords(10)
      const passwords: Passwords = {
        hash: real.hash,
        verify: async (password, stored) => {
          work.push(stored === null ? 'nobody' : 'somebody')
          return await real.verify(password, stored)
        },
      }
      const counted = accountApp(open, { passwords })
      const { user } = await newAccount(counted)
      const tries = [user.email, someEmail()]
      const answers = await Promise.all(
        tries.map((email) => counted.send('POST', '/auth/login', { email, password: 'wrong one' })),
      )
      const seen = await Promise.all(
        answers.map(async (answer) => ({
          status: answer.status,
          headers: [...answer.headers].filter(([name]) => name !== 'date'),
          body: await answer.text(),
        })),
      )
      expect(seen[0]?.status).toBe(401)
      expect(seen[1]).toEqual(seen[0])
      expect(work.toSorted()).toEqual(['nobody', 'somebody'])
    })

    it('makes the hash anew when its cost is no longer ours (A6)', async () => {
      const old = accountApp(open, { passwords: createPasswords(11) })
      const { user } = await newAccount(old)
      const body = { email: user.email, password: PASSWORD }
      expect((await app.send('POST', '/auth/login', body)).status).toBe(200)
      const database = open()
      const { users } = database.tables
      const [row] = await database.select().from(users).where(eq(users.id, user.id))
      expect(row?.passwordHash).toMatch(/^\$scrypt\$ln=10,/)
      expect((await app.send('POST', '/auth/login', body)).status).toBe(200)
    })

    it('lets nobody guess more than ten times in fifteen minutes (A8)', async () => {
      const { user } = await newAccount(app)
      const guess = async (password: string, headers = {}) =>
        await app.send('POST', '/auth/login', { email: user.email, password }, headers)
      const first = await Promise.all(Array.from({ length: 30 }, (_, n) => guess(`guess no ${n}`)))
      const statuses = first.map((answer) => answer.status)
      expect(statuses.filter((status) => status === 401)).toHaveLength(10)
      expect(statuses.filter((status) => status === 429)).toHaveLength(20)
      const right = await guess(PASSWORD, { 'x-test-address': '198.51.100.1' })
      expect([right.status, right.headers.get('retry-after')]).toEqual([429, '900'])
      app.clock.advance(15 * MINUTE_MS)
      expect((await guess(PASSWORD)).status).toBe(200)
    })

    it('forgets earlier mistakes once the owner got in (A8)', async () => {
      const { user } = await newAccount(app)
      for (const password of [...Array.from({ length: 9 }, () => 'wrong one'), PASSWORD]) {
        await app.send('POST', '/auth/login', { email: user.email, password })
      }
      const again = await app.send('POST', '/auth/login', { email: user.email, password: 'wrong' })
      expect(again.status).toBe(401)
    })

    it('does not lock out the owner, whose device has signed in before (A8)', async () => {
      const email = someEmail()
      const register = { email, password: PASSWORD, name: 'Nok' }
      const entered = await app.send('POST', '/auth/register', register)
      const cookie = entered.headers.getSetCookie()[1]?.split(';')[0] ?? ''
      expect(cookie).toMatch(/^__Host-talat_dv=/)
      const login = async (password: string, headers: Record<string, string> = {}) =>
        (await app.send('POST', '/auth/login', { email, password }, headers)).status
      for (let guess = 0; guess < 11; guess += 1) await login('wrong one')
      expect(await login(PASSWORD)).toBe(429)
      expect(await login(PASSWORD, { cookie })).toBe(200)
      expect(await login(PASSWORD, { cookie: `${cookie.slice(0, -2)}xx` })).toBe(429)
    })

    it('counts the calls of one client address, whatever it asks for', async () => {
      const clock = heldClock()
      const limited = accountApp(open, { clock, limits: countedLimits(clock, 5) })
      const call = async (address: string) => {
        const body = { email: someEmail(), password: 'wrong one' }
        return await limited.send('POST', '/auth/login', body, { 'x-test-address': address })
      }
      for (let count = 0; count < 5; count += 1) {
        expect((await call(`2001:db8::${count}`)).status).toBe(401)
      }
      const over = await call('2001:db8::9')
      expect([over.status, await codeOf(over)]).toEqual([429, 'rate_limited'])
      expect(Number(over.headers.get('retry-after'))).toBe(60)
      expect((await call('2001:db8:0:1::1')).status).toBe(401)
      clock.advance(MINUTE_MS)
      expect((await call('2001:db8::9')).status).toBe(401)
    })

    it('is refused to the owner of a suspended account, who is told, and to nobody else', async () => {
      const { user } = await newAccount(app)
      await suspend(open(), user.id, app.clock.now())
      const login = async (password: string) =>
        (await app.send('POST', '/auth/login', { email: user.email, password })).status
      expect([await login(PASSWORD), await login('wrong one')]).toEqual([403, 401])
    })
  })

  describe('refresh', () => {
    const refresh = (cookie: string, headers = {}) =>
      app.send('POST', '/auth/refresh', undefined, { ...fromPage(cookie), ...headers })

    it('gives a browser an access token and the next cookie, in at most three round trips', async () => {
      const { cookie, user } = await newAccount(app)
      const answer = await refresh(cookie)
      expect(answer.status).toBe(200)
      expect(Number(answer.headers.get('x-test-trips'))).toBeLessThanOrEqual(3)
      const body = await answer.json<Tokens>()
      expect(body).toEqual({ accessToken: expect.any(String), expiresIn: 600 })
      expect(cookieIn(answer)).toMatch(/^[\w-]{43}$/)
      expect(cookieIn(answer)).not.toBe(cookie)
      const me = await app.send('GET', '/me', undefined, bearer(body))
      expect(await me.json()).toHaveProperty('user.id', user.id)
    })

    it('gives a native client the next token in the body', async () => {
      const { refreshToken } = await newAccount(app, NATIVE)
      const answer = await app.send('POST', '/auth/refresh', { refreshToken }, NATIVE)
      expect(await answer.json()).toEqual({
        accessToken: expect.any(String),
        expiresIn: 600,
        refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      })
      expect(answer.headers.getSetCookie()).toEqual([])
    })

    it('never moves a cookie into a body, whatever the client calls itself', async () => {
      const { cookie } = await newAccount(app)
      const answer = await refresh(cookie, NATIVE)
      expect(await answer.json()).not.toHaveProperty('refreshToken')
    })

    it('works while the access token is out of date', async () => {
      const entered = await newAccount(app)
      app.clock.advance(11 * MINUTE_MS)
      const me = await app.send('GET', '/me', undefined, bearer(entered))
      expect([me.status, await codeOf(me)]).toEqual([401, 'token_invalid'])
      expect((await refresh(entered.cookie, bearer(entered))).status).toBe(200)
    })

    it('of fifty at once makes one successor, and nobody is signed out (A2)', async () => {
      const { cookie } = await newAccount(app)
      const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(cookie)))
      expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 50 }, () => 200))
      const trips = answers.map((answer) => Number(answer.headers.get('x-test-trips')))
      expect(Math.max(...trips)).toBeLessThanOrEqual(3)
      const successors = new Set(answers.map(cookieIn))
      expect(successors.size).toBe(1)
      const [next = ''] = [...successors].map((value) => value ?? '')
      expect((await refresh(next)).status).toBe(200)
    })

    it('gives whoever lost the answer the same successor for thirty seconds', async () => {
      const { cookie } = await newAccount(app)
      const first = cookieIn(await refresh(cookie))
      app.clock.advance(30 * SECOND_MS)
      const again = await refresh(cookie)
      expect([again.status, cookieIn(again)]).toEqual([200, first])
    })

    it('with an old token ends the session for everyone, at once (A1)', async () => {
      const { cookie } = await newAccount(app)
      const current = cookieIn(await refresh(cookie)) ?? ''
      app.clock.advance(31 * SECOND_MS)
      const replayed = await refresh(cookie)
      expect([replayed.status, await codeOf(replayed)]).toEqual([401, 'token_reused'])
      const owner = await refresh(current)
      expect([owner.status, await codeOf(owner)]).toEqual([401, 'token_invalid'])
    })

    it('with a token two steps old ends the session even within the grace (A1)', async () => {
      const { cookie } = await newAccount(app)
      const second = cookieIn(await refresh(cookie)) ?? ''
      const third = cookieIn(await refresh(second)) ?? ''
      expect(await codeOf(await refresh(cookie))).toBe('token_reused')
      expect((await refresh(third)).status).toBe(401)
    })

    it('ends one session only: other devices stay signed in (A1)', async () => {
      const { cookie, user } = await newAccount(app)
      const body = { email: user.email, password: PASSWORD }
      const other = cookieIn(await app.send('POST', '/auth/login', body)) ?? ''
      await refresh(cookie)
      app.clock.advance(MINUTE_MS)
      expect((await refresh(cookie)).status).toBe(401)
      expect((await refresh(other)).status).toBe(200)
    })

    it('that is refused never clears the cookie of whoever won (A3)', async () => {
      const { cookie } = await newAccount(app)
      const next = cookieIn(await refresh(cookie)) ?? ''
      app.clock.advance(MINUTE_MS)
      const refusals = [
        await refresh(cookie),
        await refresh(next),
        await refresh('x'.repeat(43)),
        await refresh('not a token'),
        await app.send('POST', '/auth/refresh'),
        await refresh(next, { origin: 'https://evil.example' }),
      ]
      for (const refusal of refusals) {
        expect(refusal.status).toBeGreaterThanOrEqual(401)
        expect(refusal.headers.getSetCookie()).toEqual([])
      }
    })

    it.each([
      ['another site', { origin: 'https://evil.example' }],
      ['a subdomain', { origin: 'https://a.talat.example' }],
      ['a name that begins alike', { origin: 'https://talat.example.evil.example' }],
      ['another port', { origin: 'https://talat.example:8443' }],
      ['an opaque origin', { origin: 'null' }],
      ['nowhere', { origin: '' }],
      ['the same host without encryption', { origin: 'http://talat.example' }],
      ['a name before the host', { origin: 'https://x@talat.example' }],
      ['a name and a password', { origin: 'https://x:y@talat.example' }],
      ['a path', { origin: 'https://talat.example/account' }],
      ['a trailing slash', { origin: 'https://talat.example/' }],
      ['a query', { origin: 'https://talat.example?x' }],
      ['a fragment', { origin: 'https://talat.example#x' }],
      ['the default port written out', { origin: 'https://talat.example:443' }],
      ['capital letters', { origin: 'https://TALAT.example' }],
      ['two origins', { origin: 'https://talat.example https://talat.example' }],
    ])('by cookie is refused from %s (W3)', async (_, headers) => {
      const { cookie } = await newAccount(app)
      const answer = await refresh(cookie, headers)
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'origin_forbidden'])
      expect((await refresh(cookie)).status).toBe(200)
    })

    it('ends with the session, sixty days after signing in', async () => {
      const { cookie } = await newAccount(app)
      app.clock.advance(60 * 24 * 60 * MINUTE_MS - SECOND_MS)
      const late = await refresh(cookie)
      expect(late.headers.getSetCookie()[0]).toContain('; Max-Age=1;')
      app.clock.advance(SECOND_MS)
      expect((await refresh(cookieIn(late) ?? '')).status).toBe(401)
    })

    it('is refused to a suspended account (A4)', async () => {
      const { cookie, user } = await newAccount(app)
      await suspend(open(), user.id, app.clock.now())
      expect((await refresh(cookie)).status).toBe(401)
    })
  })

  describe('sign out', () => {
    const refresh = (cookie: string) =>
      app.send('POST', '/auth/refresh', undefined, fromPage(cookie))

    it('ends refresh and money routes at once, and clears the cookie (A4)', async () => {
      const entered = await newAccount(app)
      const money = () => app.send('GET', '/money', undefined, bearer(entered))
      expect((await money()).status).toBe(200)
      const answer = await app.send('POST', '/auth/logout', undefined, fromPage(entered.cookie))
      expect(answer.status).toBe(204)
      expect(answer.headers.getSetCookie()).toEqual([
        '__Host-talat_rt=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax',
      ])
      expect((await refresh(entered.cookie)).status).toBe(401)
      const refused = await money()
      expect([refused.status, await codeOf(refused)]).toEqual([401, 'token_invalid'])
      expect((await app.send('GET', '/me', undefined, bearer(entered))).status).toBe(401)
    })

    it('works with any link of the chain, an old access token, and again', async () => {
      const entered = await newAccount(app)
      const next = cookieIn(await refresh(entered.cookie)) ?? ''
      app.clock.advance(20 * MINUTE_MS)
      for (let time = 0; time < 2; time += 1) {
        const headers = { ...fromPage(entered.cookie), ...bearer(entered) }
        expect((await app.send('POST', '/auth/logout', undefined, headers)).status).toBe(204)
      }
      expect((await refresh(next)).status).toBe(401)
    })

    it('of nobody is nothing', async () => {
      expect((await app.send('POST', '/auth/logout')).status).toBe(204)
      const unknown = await app.send('POST', '/auth/logout', undefined, fromPage('x'.repeat(43)))
      expect(unknown.status).toBe(204)
    })

    it('of a native client needs its token or its access token only', async () => {
      const one = await newAccount(app, NATIVE)
      const { refreshToken } = one
      expect((await app.send('POST', '/auth/logout', { refreshToken })).status).toBe(204)
      expect((await app.send('POST', '/auth/refresh', { refreshToken })).status).toBe(401)
      const two = await newAccount(app, NATIVE)
      expect((await app.send('POST', '/auth/logout', undefined, bearer(two))).status).toBe(204)
      const after = await app.send('POST', '/auth/refresh', { refreshToken: two.refreshToken })
      expect(after.status).toBe(401)
    })

    it('cannot be done by another site (W3)', async () => {
      const { cookie } = await newAccount(app)
      const headers = fromPage(cookie, 'https://evil.example')
      expect((await app.send('POST', '/auth/logout', undefined, headers)).status).toBe(403)
      expect((await refresh(cookie)).status).toBe(200)
    })
  })

  describe('the session behind a cookie', () => {
    it('is known to server-rendered pages without being renewed', async () => {
      const { cookie, user } = await newAccount(app)
      for (let page = 0; page < 3; page += 1) {
        const session = await app.module().checkSession(cookie, 'th')
        expect(session?.user).toEqual(user)
        expect(session?.principal.userId).toBe(user.id)
        expect(session?.expiresIn).toBe(600)
        const headers = bearer({ accessToken: session?.accessToken ?? '' })
        expect((await app.send('GET', '/me', undefined, headers)).status).toBe(200)
      }
      const answer = await app.send('POST', '/auth/refresh', undefined, fromPage(cookie))
      expect(answer.status).toBe(200)
    })

    it('is known by the token before too, within the grace, and never ends for being asked', async () => {
      const { cookie } = await newAccount(app)
      const answer = await app.send('POST', '/auth/refresh', undefined, fromPage(cookie))
      const next = cookieIn(answer) ?? ''
      expect(await app.module().checkSession(cookie, 'th')).not.toBeNull()
      app.clock.advance(31 * SECOND_MS)
      expect(await app.module().checkSession(cookie, 'th')).toBeNull()
      expect(await app.module().checkSession(next, 'th')).not.toBeNull()
    })

    it('is nobody for anything else', async () => {
      const { cookie } = await newAccount(app)
      await app.send('POST', '/auth/logout', undefined, fromPage(cookie))
      for (const token of [cookie, '', 'x', 'x'.repeat(43)]) {
        expect(await app.module().checkSession(token, 'th')).toBeNull()
      }
    })
  })

  describe('who is asking', () => {
    it('is refused without a token, and with one that is no token (A7)', async () => {
      const statuses = []
      for (const authorization of [undefined, 'Bearer x', 'Bearer ', 'Basic bm9rOnBhc3M=', 'x']) {
        const headers = authorization === undefined ? undefined : { authorization }
        const answer = await app.send('GET', '/me', undefined, headers)
        statuses.push([answer.status, await codeOf(answer)])
      }
      expect(statuses).toEqual([
        [401, 'unauthenticated'],
        ...Array.from({ length: 4 }, () => [401, 'token_invalid']),
      ])
    })

    it('can be checked with the published keys', async () => {
      const keys = await app.send('GET', '/auth/jwks.json')
      expect(await keys.json()).toMatchObject({ keys: [{ kid: 'test', alg: 'ES256' }] })
    })
  })
})

async function suspend(database: Database, userId: string, at: Date) {
  const { users } = database.tables
  await database.update(users).set({ suspendedAt: at }).where(eq(users.id, userId))
}
