import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Database } from '#src/database/database.ts'
import { describeOwnDatabase } from '#test/support/each-database.ts'
import { makeShop } from '#test/support/make.ts'
import { openMarket } from '#test/support/market.ts'
import { makeSeller, makeShopper } from '#test/support/shopper.ts'

type Account = { token: string; email: string }

describeOwnDatabase('The people of a shop', (open, config) => {
  let market: ReturnType<typeof openMarket>
  let db: Database
  beforeAll(() => {
    market = openMarket(config)
    db = open()
  })
  afterAll(() => {
    market.close()
    vi.restoreAllMocks()
  })

  const team = async () => {
    const shop = await makeShop(db)
    const as = async (role: 'owner' | 'manager' | 'staff') =>
      await makeSeller(market, db, shop.id, role)
    const [owner, manager, staff] = [await as('owner'), await as('manager'), await as('staff')]
    const people = `/seller/shops/${shop.id}/members`
    return { shop, owner, manager, staff, people }
  }
  const say = async (method: string, path: string, { token }: Account, body?: object) =>
    await market.call(method, path, { token, ...(body === undefined ? {} : { body }) })
  const idOf = async ({ token }: Account): Promise<string> =>
    (await market.call('GET', '/me', { token })).body.user.id
  const historyOf = async (shopId: string) => {
    const { shopMemberHistory: t } = db.tables
    const rows = await db.select().from(t).where(eq(t.shopId, shopId)).orderBy(asc(t.version))
    return rows.map(({ version, event, userId, by }) => [version, event, userId, by])
  }

  it('are listed, with their addresses for those who manage, and with what may be made of them', async () => {
    const { owner, manager, staff, people } = await team()
    const whole = await say('GET', people, owner)
    expect(whole.body).toMatchObject({ nextCursor: null, invitable: ['owner', 'manager', 'staff'] })
    expect(whole.body.items).toHaveLength(3)
    const seen = async (by: Account, userId: string) =>
      (await say('GET', people, by)).body.items.find(
        (one: { userId: string }) => one.userId === userId,
      )
    expect(await seen(owner, owner.userId)).toMatchObject({ roles: [], removable: false })
    expect(await seen(manager, staff.userId)).toMatchObject({
      ...{ email: staff.email, role: 'staff', status: 'member', expiresAt: null },
      ...{ roles: [], removable: true },
    })
    expect(await seen(staff, owner.userId)).toMatchObject({ email: null, removable: false })
    expect(await seen(staff, staff.userId)).toMatchObject({ email: staff.email, removable: true })
  })

  it('come by an invitation that they accept, and may not before', async () => {
    const { shop, owner, people } = await team()
    const mali = await makeShopper(market)
    const userId = await idOf(mali)
    const asked = await say('POST', people, owner, { email: mali.email, role: 'staff' })
    expect(asked.status).toBe(201)
    expect(asked.body).toMatchObject({ userId, status: 'invited', role: 'staff', removable: true })
    expect((await say('GET', people, mali)).status).toBe(404)
    const { body } = await say('GET', '/me/shop-invitations', mali)
    expect(body.items).toMatchObject([{ shop: { id: shop.id }, role: 'staff' }])
    expect((await say('POST', `/me/shop-invitations/${shop.id}/accept`, mali)).status).toBe(204)
    expect((await say('GET', people, mali)).status).toBe(200)
    expect((await say('GET', '/me/shop-invitations', mali)).body.items).toEqual([])
    expect((await say('POST', `/me/shop-invitations/${shop.id}/accept`, mali)).status).toBe(404)
    const twice = await say('POST', people, owner, { email: mali.email, role: 'staff' })
    expect([twice.status, twice.body.code]).toEqual([409, 'already_member'])
    expect(await historyOf(shop.id)).toEqual([
      [1, 'invited', userId, owner.userId],
      [2, 'joined', userId, userId],
    ])
  })

  it('do not come when they decline, or it is taken back, or too late', async () => {
    const { shop, manager, people } = await team()
    const own = `/me/shop-invitations/${shop.id}`
    const mali = await makeShopper(market)
    const userId = await idOf(mali)
    const ask = async () => await say('POST', people, manager, { email: mali.email, role: 'staff' })
    await ask()
    expect((await say('DELETE', own, mali)).status).toBe(204)
    await ask()
    expect((await say('DELETE', `${people}/${userId}`, manager)).status).toBe(204)
    expect((await say('POST', `${own}/accept`, mali)).status).toBe(404)
    await ask()
    const { shopInvitations: t } = db.tables
    await db
      .update(t)
      .set({ expiresAt: new Date(0) })
      .where(eq(t.userId, userId))
    expect((await say('POST', `${own}/accept`, mali)).status).toBe(404)
    expect((await say('GET', '/me/shop-invitations', mali)).body.items).toEqual([])
    expect((await ask()).status).toBe(201)
    expect((await say('POST', `${own}/accept`, mali)).status).toBe(204)
    const events = (await historyOf(shop.id)).map(([, event]) => event)
    expect(events).toEqual([
      ...['invited', 'declined', 'invited', 'withdrawn', 'invited', 'invited', 'joined'],
    ])
  })

  it('are invited by those who manage, up to their own role, by the email of an account', async () => {
    const { manager, staff, people } = await team()
    const mali = await makeShopper(market)
    const by = async (who: Account, body: object) => {
      const answer = await say('POST', people, who, body)
      return [answer.status, answer.body.code, answer.body.errors?.[0]?.code]
    }
    const { email } = mali
    expect(await by(staff, { email, role: 'staff' })).toEqual([403, 'forbidden', undefined])
    expect(await by(manager, { email, role: 'manager' })).toEqual([403, 'forbidden', undefined])
    const unknown = { email: 'nobody@example.test', role: 'staff' }
    expect(await by(manager, unknown)).toEqual([400, 'validation_failed', 'no_account'])
    expect((await by(manager, { email, role: 'staff' }))[0]).toBe(201)
  })

  it('get another role from those who may give it; nobody raises himself, and an owner stays', async () => {
    const { shop, owner, manager, staff, people } = await team()
    const make = async (by: Account, userId: string, role: string) => {
      const answer = await say('PATCH', `${people}/${userId}`, by, { role })
      return [answer.status, answer.body.code ?? answer.body.role]
    }
    expect(await make(owner, staff.userId, 'manager')).toEqual([200, 'manager'])
    expect(await make(manager, manager.userId, 'owner')).toEqual([403, 'forbidden'])
    expect(await make(manager, owner.userId, 'staff')).toEqual([403, 'forbidden'])
    expect(await make(owner, owner.userId, 'staff')).toEqual([409, 'last_owner'])
    expect(await make(manager, manager.userId, 'staff')).toEqual([200, 'staff'])
    expect(await make(owner, owner.userId, 'owner')).toEqual([200, 'owner'])
    expect((await historyOf(shop.id)).map(([, event]) => event)).toEqual([
      ...['role_changed', 'role_changed'],
    ])
  })

  it('go when an owner says so, or by themselves; the last owner stays', async () => {
    const { shop, owner, manager, staff, people } = await team()
    const out = async (by: Account, userId: string) => {
      const answer = await say('DELETE', `${people}/${userId}`, by)
      return [answer.status, answer.body.code]
    }
    expect(await out(manager, owner.userId)).toEqual([403, 'forbidden'])
    expect(await out(owner, owner.userId)).toEqual([409, 'last_owner'])
    expect(await out(staff, staff.userId)).toEqual([204, undefined])
    expect((await say('GET', people, staff)).status).toBe(404)
    expect(await out(owner, manager.userId)).toEqual([204, undefined])
    expect(await out(owner, manager.userId)).toEqual([404, 'not_found'])
    expect(await historyOf(shop.id)).toEqual([
      [1, 'left', staff.userId, staff.userId],
      [2, 'removed', manager.userId, owner.userId],
    ])
    const { outboxMessages: t } = db.tables
    const sent = await db.select().from(t).where(eq(t.aggregateId, manager.userId))
    expect(sent.map(({ kind, payload }) => [kind, payload.ended])).toEqual([
      ['access.ended', { kind: 'shop', shopId: shop.id }],
    ])
  })

  it('of two owners who lower each other at once one stays', async () => {
    const { shop, owner, people } = await team()
    for (let round = 0; round < 5; round += 1) {
      const other = await makeSeller(market, db, shop.id, 'owner')
      const answers = await Promise.all([
        say('PATCH', `${people}/${other.userId}`, owner, { role: 'staff' }),
        say('PATCH', `${people}/${owner.userId}`, other, { role: 'staff' }),
      ])
      const { shopMembers: t } = db.tables
      const rows = await db.select().from(t).where(eq(t.shopId, shop.id))
      const owners = rows.filter(({ role }) => role === 'owner').map(({ userId }) => userId)
      expect(owners).toHaveLength(1)
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
      await db.update(t).set({ role: 'owner' }).where(eq(t.userId, owner.userId))
      await db.delete(t).where(eq(t.userId, other.userId))
    }
  })

  it('of another shop are as unknown as nobody', async () => {
    const [{ owner, people }, other] = [await team(), await team()]
    for (const userId of [other.staff.userId, 'usr_absent']) {
      expect((await say('PATCH', `${people}/${userId}`, owner, { role: 'staff' })).status).toBe(404)
      expect((await say('DELETE', `${people}/${userId}`, owner)).status).toBe(404)
    }
    expect((await say('GET', other.people, owner)).status).toBe(404)
  })

  it('are no more than a shop may have', async () => {
    const { shop, owner, people } = await team()
    const { users, shopMembers } = db.tables
    const createdAt = new Date('2026-11-01T00:00:00Z')
    for (let n = 3; n < 50; n += 1) {
      const id = `usr_${shop.id}_${n}`
      const account = { id, email: `${id}@example.test`, name: 'ฟ้า', roles: [], createdAt }
      await db.insert(users).values(account)
      await db
        .insert(shopMembers)
        .values({ ...{ shopId: shop.id, userId: id }, role: 'staff', createdAt })
    }
    const { email } = await makeShopper(market)
    const full = await say('POST', people, owner, { email, role: 'staff' })
    expect([full.status, full.body.code]).toEqual([422, 'limit_reached'])
  })
})
