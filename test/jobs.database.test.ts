import { count, eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { before, DAY_MS, SECOND_MS } from '#src/common/clock.ts'
import { newId, newSecret, sha256 } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { cartId } from '#src/order/cart/service.ts'
import { type MadeProduct, makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper, PASSWORD } from '#test/support/shopper.ts'

const { retention, session } = SETTINGS

describeEachMarket('The jobs forget', (theMarket, open) => {
  let product: MadeProduct
  beforeAll(async () => {
    product = await makeProduct(open(), await makeShop(open()), { stock: 90 })
  })

  describe('a cart', () => {
    const fill = async (owner: { cartToken: string } | { token: string }) => {
      const body = { variantId: product.variantId, quantity: 1 }
      const answer = await theMarket().call('POST', '/cart/lines', { ...owner, body })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    }
    const rows = async (id: string) => {
      const { carts, cartLines } = open().tables
      const found = await open().select().from(carts).where(eq(carts.id, id))
      const lines = await open().select().from(cartLines).where(eq(cartLines.cartId, id))
      return [found.length, lines.length]
    }

    it('of a guest that nobody touched for a month, with its lines, and no other', async () => {
      const [left, kept] = [newSecret(), newSecret()]
      const shopper = await makeShopper(theMarket())
      const userId = (await theMarket().call('GET', '/me', { token: shopper.token })).body.user.id
      const ids = {
        left: await cartId('token', left),
        kept: await cartId('token', kept),
        account: await cartId('user', userId),
      }
      for (const cartToken of [left, kept]) await fill({ cartToken })
      await fill({ token: shopper.token })
      theMarket().pass(retention.guestCartMs - DAY_MS)
      await fill({ cartToken: kept })
      await theMarket().jobs()
      expect(await rows(ids.left)).toEqual([1, 1])
      theMarket().pass(DAY_MS + SECOND_MS)
      await theMarket().jobs()
      expect(await rows(ids.left)).toEqual([0, 0])
      expect(await rows(ids.kept)).toEqual([1, 1])
      expect(await rows(ids.account)).toEqual([1, 1])
    })
  })

  describe('a session', () => {
    const refresh = async (refreshToken: string) =>
      await theMarket().call('POST', '/auth/refresh', { body: { refreshToken } })
    const hashes = async (tokens: string[]) => {
      const { refreshTokens } = open().tables
      const known = await Promise.all(tokens.map(sha256))
      return await open()
        .select({ sessionId: refreshTokens.sessionId })
        .from(refreshTokens)
        .where(inArray(refreshTokens.tokenHash, known))
    }

    it('and its tokens long after its last day; until then a used one is known as such', async () => {
      const { email } = await makeShopper(theMarket())
      const enter = async () =>
        (await theMarket().call('POST', '/auth/login', { body: { email, password: PASSWORD } }))
          .body.refreshToken as string
      const first = await enter()
      const second: string = (await refresh(first)).body.refreshToken
      const third: string = (await refresh(second)).body.refreshToken
      theMarket().pass(session.sessionMs - DAY_MS)
      await theMarket().jobs()
      // A thief's copy ends the family, however old it is.
      expect((await refresh(first)).body.code).toBe('token_reused')
      expect((await refresh(third)).status).toBe(401)
      theMarket().pass(retention.sessionMs)
      await theMarket().jobs()
      const [{ sessionId } = { sessionId: '' }, ...others] = await hashes([first, second, third])
      expect(others).toHaveLength(2)
      theMarket().pass(DAY_MS + SECOND_MS)
      const young = await enter()
      await theMarket().jobs()
      expect(await hashes([first, second, third])).toEqual([])
      const { sessions } = open().tables
      expect(await open().select().from(sessions).where(eq(sessions.id, sessionId))).toEqual([])
      expect((await refresh(young)).status).toBe(200)
    })
  })

  it('a webhook a month after it was settled, and none that waits for an operator', async () => {
    const { inboxEvents } = open().tables
    const statuses = ['done', 'ignored', 'quarantined', 'given_up'] as const
    const now = theMarket().clock.now()
    const event = (status: (typeof statuses)[number], ageMs: number) => ({
      provider: 'stripe' as const,
      eventId: newId('evt'),
      kind: 'charge.updated',
      objectRef: 'pi_1',
      livemode: false,
      status,
      attempts: 1,
      nextAtMs: null,
      receivedAt: before(now, ageMs),
    })
    const old = statuses.map((status) => event(status, retention.inboxMs + SECOND_MS))
    const young = statuses.map((status) => event(status, retention.inboxMs - DAY_MS))
    await open()
      .insert(inboxEvents)
      .values([...old, ...young])
    await theMarket().jobs()
    const ids = [...old, ...young].map(({ eventId }) => eventId)
    const left = await open()
      .select({ eventId: inboxEvents.eventId })
      .from(inboxEvents)
      .where(inArray(inboxEvents.eventId, ids))
    const expected = [...old.slice(2), ...young].map(({ eventId }) => eventId)
    expect(left.map(({ eventId }) => eventId).sort()).toEqual(expected.sort())
  })

  it('no more than so many rows of a table a minute', async () => {
    const { processedMessages } = open().tables
    const consumer = newId('req')
    const end = before(theMarket().clock.now(), retention.consumedMessageMs + SECOND_MS)
    const total = retention.rowsARun + 60
    for (let made = 0; made < total; made += 20) {
      const rows = Array.from({ length: 20 }, (_, n) => ({
        ...{ consumer, messageId: newId('msg') },
        at: before(end, made + n),
      }))
      await open().insert(processedMessages).values(rows)
    }
    const left = async () =>
      (
        await open()
          .select({ rows: count() })
          .from(processedMessages)
          .where(eq(processedMessages.consumer, consumer))
      )[0]?.rows
    await theMarket().jobs()
    expect(await left()).toBe(60)
    await theMarket().jobs()
    expect(await left()).toBe(0)
  })
})
