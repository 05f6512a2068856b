import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { DAY_MS } from '#src/common/clock.ts'
import { isProblem } from '#src/common/problem.ts'
import { describeEachDatabase } from '../../support/each-database.ts'
import {
  type AccountApp,
  accountApp,
  bearer,
  newAccount,
  PASSWORD,
  type Tokens,
} from '../account-app.ts'
import { joinShop, newShop } from '../shop-rows.ts'

describeEachDatabase('your account', (open) => {
  let app: AccountApp
  beforeEach(() => {
    app = accountApp(open)
  })
  const me = (headers: Record<string, string>) => app.send('GET', '/me', undefined, headers)

  it('is answered in two round trips, however many shops it runs', async () => {
    const entered = await newAccount(app)
    for (let count = 0; count < 3; count += 1) {
      const database = open()
      await joinShop(database, await newShop(database), entered.user.id, 'staff')
    }
    const answer = await me(bearer(entered))
    expect(answer.status).toBe(200)
    expect(Number(answer.headers.get('x-test-trips'))).toBeLessThanOrEqual(2)
    const { user } = await answer.json<{ user: { shops: object[] } }>()
    expect(user.shops).toHaveLength(3)
  })

  it('names its shops in the language of the request, with the role in each', async () => {
    const entered = await newAccount(app)
    const database = open()
    const id = await newShop(database)
    await joinShop(database, id, entered.user.id, 'owner')
    for (const [language, name] of [
      ['th', 'ร้านผ้า'],
      ['en', 'Cloth shop'],
      ['de', 'ร้านผ้า'],
    ] as const) {
      const answer = await me({ ...bearer(entered), 'accept-language': language })
      const { user } = await answer.json<{ user: { shops: object[] } }>()
      expect(user.shops).toEqual([{ id, slug: id, name, role: 'owner' }])
    }
  })

  it('takes another name, in three round trips, and is called by it from then on', async () => {
    const entered = await newAccount(app)
    const rename = (name: unknown, more: object = {}) =>
      app.send('PATCH', '/me', { name, ...more }, bearer(entered))
    const renamed = await rename('  มะลิ วัลย์ ')
    expect(renamed.status).toBe(200)
    expect(Number(renamed.headers.get('x-test-trips'))).toBeLessThanOrEqual(3)
    const { user } = await renamed.json<{ user: object }>()
    expect(user).toMatchObject({ name: 'มะลิ วัลย์', email: entered.user.email, shops: [] })
    expect(await (await me(bearer(entered))).json()).toEqual({ user })

    for (const wrong of [' ', 'a\nb', 'ก'.repeat(81), 7, undefined]) {
      expect((await rename(wrong)).status, String(wrong)).toBe(400)
    }
    // What an account may do is nobody's own to say (Z4).
    for (const more of [{ roles: ['operator'] }, { email: 'a@example.com' }, { id: 'usr_other' }]) {
      expect((await rename('Thief', more)).status).toBe(400)
    }
    expect(await (await me(bearer(entered))).json()).toEqual({ user })
  })

  it('is not renamed by a guest, nor with what is left of a token (A4)', async () => {
    const entered = await newAccount(app)
    expect((await app.send('PATCH', '/me', { name: 'Nobody' })).status).toBe(401)
    expect((await app.send('POST', '/auth/logout', {}, bearer(entered))).status).toBe(204)
    const late = await app.send('PATCH', '/me', { name: 'Late' }, bearer(entered))
    expect(late.status).toBe(401)
  })

  it('never shows what only we may know', async () => {
    const text = await (await me(bearer(await newAccount(app)))).text()
    expect(text).not.toMatch(/scrypt|hash|suspended|createdAt/i)
  })

  it('loses a role that was taken away at once on money routes (A4)', async () => {
    const entered = await newAccount(app)
    const grant = async (roles: 'operator'[]) => {
      const database = open()
      const { users } = database.tables
      await database.update(users).set({ roles }).where(eq(users.id, entered.user.id))
    }
    await grant(['operator'])
    const login = { email: entered.user.email, password: PASSWORD }
    const operator = await (await app.send('POST', '/auth/login', login)).json<Tokens>()
    const money = async () => (await app.send('GET', '/money', undefined, bearer(operator))).status
    expect(await money()).toBe(200)
    await grant([])
    expect(await money()).toBe(401)
  })

  it('is shut at once when it is suspended, or its session is over (A4)', async () => {
    const { user, accessToken } = await newAccount(app)
    const database = open()
    const { users, sessions } = database.tables
    const [session] = await database.select().from(sessions).where(eq(sessions.userId, user.id))
    const principal = { userId: user.id, sessionId: session?.id ?? '', roles: [] }
    const live = () => app.module().sessionIsLive(principal)
    expect(await live()).toBe(true)
    expect(await app.module().sessionIsLive({ ...principal, userId: 'usr_other' })).toBe(false)
    expect(await app.module().sessionIsLive({ ...principal, roles: ['operator'] })).toBe(false)
    await database.update(users).set({ suspendedAt: app.clock.now() }).where(eq(users.id, user.id))
    expect(await live()).toBe(false)
    expect((await me(bearer({ accessToken }))).status).toBe(401)
    await database.update(users).set({ suspendedAt: null }).where(eq(users.id, user.id))
    app.clock.advance(60 * DAY_MS)
    expect(await live()).toBe(false)
  })

  it('says where to write to, without asking twice after the guard', async () => {
    const { user } = await newAccount(app)
    const database = open()
    const { sessions } = database.tables
    const [session] = await database.select().from(sessions).where(eq(sessions.userId, user.id))
    const principal = { userId: user.id, sessionId: session?.id ?? '', roles: [] }
    const module = app.module()
    expect(await module.emailOf(principal)).toBe(user.email)
    await module.sessionIsLive(principal)
    expect(await module.emailOf(principal)).toBe(user.email)
    const stranger = { ...principal, userId: 'usr_other' }
    const refused = await module.emailOf(stranger).catch((error: unknown) => error)
    expect(isProblem(refused, 'token_invalid')).toBe(true)
  })
})
