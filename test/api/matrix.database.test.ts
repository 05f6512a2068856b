import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSecret } from '#src/common/id.ts'
import type { Answer } from '#test/support/market.ts'
import { checkoutBody, makeShopper } from '#test/support/shopper.ts'
import { CASH, guestCart, HOME, PASSWORD } from './examples/example.ts'
import { newKey, operatorToken, POSITIONS, ROLES } from './positions.ts'
import { type Kind, openWorld, type World } from './world.ts'

for (const kind of ['d1', 'postgres'] as const satisfies readonly Kind[]) {
  describe(`Who may reach what, on ${kind}`, () => {
    let world: World
    beforeAll(async () => {
      world = await openWorld(kind)
    }, 60_000)
    afterAll(async () => await world.close())

    describe.each(Object.entries(ROLES))('Z1, Z5: for %s', (_, role) => {
      it.each(POSITIONS)('$name: a foreign id is as unknown as an absent one', async (position) => {
        const as = await role(world)
        await world.market.rest()
        const before = await world.count()
        const foreign = await position.call(world, position.foreign(world), as)
        const absent = await position.call(world, position.absent, as)
        await world.market.rest()
        const seen = ({ status, body }: Answer) => ({ status, ...body, requestId: '' })
        expect(seen(foreign)).toEqual(seen(absent))
        expect([401, 404, 400]).toContain(foreign.status)
        expect(await world.count()).toEqual(before)
      })
    })

    it('the owner reaches each of them, so the pairs above prove something', async () => {
      // Of a shop's moves one follows on where the order is; the others go the same way to it.
      const last = ['DELETE', 'cancel', 'accept', 'payments', 'POST /orders ', 'parcels: the order']
      for (const position of POSITIONS) {
        if (last.some((word) => position.name.includes(word))) continue
        const as = position.owner?.(world) ?? { token: world.stranger.token }
        const answer = await position.call(world, position.foreign(world), as)
        expect([position.name, answer.status < 300]).toEqual([position.name, true])
      }
    })

    it('a list has what is the caller’s own, and nothing that a parameter asks for', async () => {
      const { market, shopper, foreign } = world
      for (const query of ['', '?userId=x', `?id=${foreign.groupId}`, '?limit=100']) {
        const { body } = await market.call('GET', `/orders${query}`, { token: shopper.token })
        expect(JSON.stringify(body)).not.toContain(foreign.orderId)
      }
      const { body } = await market.call('GET', '/me/addresses', { token: shopper.token })
      expect(JSON.stringify(body)).not.toContain(foreign.addressId)
    })

    it('a cart belongs to its token: another one, or none, shows an empty cart', async () => {
      const { market } = world
      const { cartToken, lineId } = await guestCart(world)
      const other = await market.call('GET', '/cart', { cartToken: newSecret() })
      expect(other.body.groups).toEqual([])
      expect((await market.call('GET', '/cart')).body.groups).toEqual([])
      const taken = await market.call('DELETE', `/cart/lines/${lineId}`, {
        cartToken: newSecret(),
      })
      expect(taken.status).toBe(404)
      const own = await market.call('GET', '/cart', { cartToken })
      expect(own.body.groups).toHaveLength(1)
    })

    it('I3: another’s idempotency key shows nothing of the answer it stands for', async () => {
      const { market } = world
      const mine = await guestCart(world)
      const theirs = await guestCart(world)
      const shared = newKey()
      const body = {
        address: HOME,
        contact: { email: 'guest@example.test', phone: '0812345678' },
        shipping: { [world.shop.id]: world.shop.optionId },
        payment: CASH,
      }
      const send = async (cartToken: string) =>
        await market.call('POST', '/orders', { cartToken, key: shared, body })
      const first = await send(mine.cartToken)
      const second = await send(theirs.cartToken)
      expect([first.status, second.status]).toEqual([201, 201])
      expect(second.body.orderGroup.id).not.toBe(first.body.orderGroup.id)
      expect((await send(mine.cartToken)).body).toEqual(first.body)
    })

    describe('A4: after', () => {
      const money = async ({ market, shop, foreign }: World, token: string) => {
        const body = checkoutBody({ addressId: foreign.addressId }, [shop], CASH)
        const answers = [
          await market.call('POST', '/orders', { token, key: newKey(), body }),
          await market.call('POST', `/orders/${foreign.orderId}/cancel`, { token, key: newKey() }),
          await market.call('POST', `/orders/${foreign.arrived.orderId}/received`, {
            token,
            key: newKey(),
          }),
          await market.call('POST', `/orders/${foreign.packed.orderId}/cancel-request`, {
            ...{ token, key: newKey(), body: { reason: 'other' } },
          }),
          await market.call('POST', `/orders/${foreign.kept.orderId}/more-time`, {
            token,
            key: newKey(),
          }),
          await market.call('POST', `/order-groups/${foreign.groupId}/payments`, {
            token,
            key: newKey(),
            body: CASH,
          }),
          await market.call('POST', '/live/tickets', {
            token,
            body: { channel: `order-group:${foreign.groupId}` },
          }),
        ]
        return answers.map(({ status, body: { code } }) => [status, code])
      }
      const refused = Array.from({ length: 7 }, () => [401, 'token_invalid'])

      it('signing out, no route that moves money takes the token any more', async () => {
        const { token, refreshToken } = await makeShopper(world.market)
        await world.market.call('POST', '/auth/logout', { token, body: { refreshToken } })
        expect(await money(world, token)).toEqual(refused)
        const renewed = await world.market.call('POST', '/auth/refresh', { body: { refreshToken } })
        expect([renewed.status, renewed.body.code]).toEqual([401, 'token_invalid'])
      })

      it('being suspended, neither money nor a session is to be had', async () => {
        const { market, db } = world
        const { email, token, refreshToken } = await makeShopper(market)
        const { users } = db.tables
        await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.email, email))
        expect(await money(world, token)).toEqual(refused)
        const renewed = await market.call('POST', '/auth/refresh', { body: { refreshToken } })
        expect([renewed.status, renewed.body.code]).toEqual([401, 'token_invalid'])
        const body = { email, password: PASSWORD }
        const again = await market.call('POST', '/auth/login', { body })
        expect([again.status, again.body.code]).toEqual([403, 'forbidden'])
        const wrong = await market.call('POST', '/auth/login', {
          body: { email, password: 'ปลาทูแม่กลอง' },
        })
        expect([wrong.status, wrong.body.code]).toEqual([401, 'credentials_invalid'])
      })
    })

    it('a path of the operator’s or the seller’s that is not there yet is simply not found', async () => {
      const token = await operatorToken(world)
      for (const path of [
        '/admin/users',
        '/admin/orders',
        `/seller/shops/${world.shop.id}/returns`,
      ]) {
        for (const as of [{}, { token: world.shopper.token }, { token }]) {
          expect((await world.market.call('GET', path, as)).status).toBe(404)
        }
      }
    })
  })
}
