import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { ofShop } from '#src/database/of-shop.ts'
import { describeEachDatabase } from '../../support/each-database.ts'
import {
  type AccountApp,
  accountApp,
  bearer,
  codeOf,
  newAccount,
  PASSWORD,
} from '../account-app.ts'
import { joinShop, newShop } from '../shop-rows.ts'

describeEachDatabase('Z1: a shop, as whoever calls for it', (open) => {
  let app: AccountApp
  beforeEach(() => {
    app = accountApp(open)
  })

  const call = async (path: string, account?: { accessToken: string }) =>
    await app.send('GET', `/seller/shops/${path}`, undefined, account ? bearer(account) : {})

  const worker = async (shopId: string, role: 'owner' | 'manager' | 'staff') => {
    const account = await newAccount(app)
    await joinShop(open(), shopId, account.user.id, role)
    return account
  }

  it.each([
    ['owner', 200],
    ['manager', 200],
    ['staff', 403],
  ] as const)(
    '%s reaches what all members may, and %i what their role is asked for',
    async (role, status) => {
      const shopId = await newShop(open())
      const account = await worker(shopId, role)
      const answer = await call(`${shopId}/parcels`, account)
      expect(await answer.json()).toMatchObject({ shopId, userId: account.user.id, role })
      expect(answer.headers.get('x-test-trips')).toBe('2')
      expect((await call(`${shopId}/books`, account)).status).toBe(status)
    },
  )

  it('is as unknown as one that is not there to everybody else, and guests sign in first', async () => {
    const [own, other] = [await newShop(open()), await newShop(open())]
    const operator = await newAccount(app)
    const { users } = open().tables
    await open()
      .update(users)
      .set({ roles: ['operator'] })
      .where(eq(users.id, operator.user.id))
    const { email } = operator.user
    const again = await app.send('POST', '/auth/login', { email, password: PASSWORD })
    const strangers = [
      await worker(own, 'owner'),
      await newAccount(app),
      await again.json<{ accessToken: string }>(),
    ]
    for (const place of ['parcels', 'books']) {
      for (const stranger of strangers) {
        for (const id of [other, 'shp_absent', 'a%00b', "'--"]) {
          const answer = await call(`${id}/${place}`, stranger)
          expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found'])
        }
      }
      expect((await call(`${other}/${place}`)).status).toBe(401)
      expect((await call(`shp_absent/${place}`)).status).toBe(401)
    }
  })

  it('A4: is lost with the membership, the role or the session, whatever an old token says', async () => {
    const shopId = await newShop(open())
    const [gone, lowered, out] = [
      await worker(shopId, 'owner'),
      await worker(shopId, 'owner'),
      await worker(shopId, 'staff'),
    ]
    const { shopMembers } = open().tables
    const member = ({ user }: typeof gone) =>
      and(eq(shopMembers.shopId, shopId), eq(shopMembers.userId, user.id))
    await open().delete(shopMembers).where(member(gone))
    await open().update(shopMembers).set({ role: 'staff' }).where(member(lowered))
    await app.send('POST', '/auth/logout', { refreshToken: out.refreshToken }, bearer(out))
    expect((await call(`${shopId}/books`, gone)).status).toBe(404)
    expect((await call(`${shopId}/books`, lowered)).status).toBe(403)
    expect((await call(`${shopId}/parcels`, lowered)).status).toBe(200)
    expect((await call(`${shopId}/parcels`, out)).status).toBe(401)
  })

  it('that is suspended still lets its members send what was sold', async () => {
    const shopId = await newShop(open(), { suspendedAt: new Date('2026-02-01T00:00:00Z') })
    expect((await call(`${shopId}/parcels`, await worker(shopId, 'staff'))).status).toBe(200)
  })

  describe('read through its scope', () => {
    it('gives its own rows alone, and takes no other condition in their place', async () => {
      const [own, other] = [await newShop(open()), await newShop(open())]
      const account = await worker(own, 'owner')
      const scope = await app.module().memberOf(account.user.id, own)
      if (scope === undefined) throw new RangeError('a member')
      const rows = ofShop(open(), scope)
      const { shippingOptions: options } = rows.tables
      const read = rows.select({ shopId: options.shopId }, options)
      expect(new Set((await read).map(({ shopId }) => shopId))).toEqual(new Set([own]))
      expect(await rows.select({ id: options.id }, options, eq(options.shopId, other))).toEqual([])
      // @ts-expect-error a second `where` would put itself in the place of the first
      const unscoped = rows.select({ id: options.id }, options).where
      expect(unscoped).toBeTypeOf('function')
      // @ts-expect-error a scope cannot be written down by hand
      ofShop(open(), { shopId: other, userId: account.user.id, role: 'owner' })
    })
  })
})
