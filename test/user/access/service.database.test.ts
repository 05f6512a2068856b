import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { createLog } from '#src/common/log.ts'
import type { OutboxMessage } from '#src/database/outbox.ts'
import { createAccessService } from '#src/user/access/service.ts'
import { describeEachDatabase } from '../../support/each-database.ts'
import { accountApp, bearer, heldClock, newAccount } from '../account-app.ts'
import { joinShop, newShop } from '../shop-rows.ts'

describeEachDatabase('Access that ends while somebody listens (R5)', (open) => {
  const desk = (failures = 0) => {
    const tasks: Promise<unknown>[] = []
    const heard = { ended: [] as unknown[], relayed: [] as string[], tries: 0 }
    const access = createAccessService({
      ...{ database: open(), clock: heldClock(), log: createLog({}, () => undefined) },
      endLive: async (userId, ended) => {
        heard.tries += 1
        if (heard.tries <= failures) throw new Error('the object is away')
        heard.ended.push([userId, ended])
      },
      relaySaved: async (messages: readonly OutboxMessage[]) => {
        heard.relayed.push(...messages.map(({ id }) => id))
      },
      defer: (task) => void tasks.push(task),
      sleep: async () => undefined,
    })
    return { access, heard, settled: async () => await Promise.allSettled(tasks) }
  }

  it('is ended by the request itself, twice tried again, and handed to the queue whatever comes of it', async () => {
    for (const [failures, ended] of [
      [0, 1],
      [2, 1],
      [9, 0],
    ] as const) {
      const { access, heard, settled } = desk(failures)
      const message = access.ended('usr_mali', { kind: 'account' })
      access.act(message)
      await settled()
      expect([failures, heard.ended.length, heard.relayed]).toEqual([failures, ended, [message.id]])
    }
  })

  it('a message of it comes as often as it likes, and takes nothing from who has it again', async () => {
    const { access, heard } = desk()
    const account = await newAccount(accountApp(open))
    const userId = account.user.id
    const shopId = await newShop(open())
    const [left, joined] = [
      { userId, ended: { kind: 'shop', shopId } },
      { userId, ended: { kind: 'account' } },
    ]
    await access.follow(left)
    await access.follow(left)
    expect(heard.ended).toHaveLength(2)
    await joinShop(open(), shopId, userId, 'staff')
    await access.follow(left)
    await access.follow(joined)
    expect(heard.ended).toHaveLength(2)
    const { users } = open().tables
    await open().update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId))
    await access.follow(joined)
    expect(heard.ended.slice(2)).toEqual([[userId, { kind: 'account' }]])
  })

  it('whoever signs out, or shows a stolen token, has it announced in the same write, once', async () => {
    const app = accountApp(open)
    const account = await newAccount(app, { 'x-client-type': 'native' })
    const { outboxMessages: t } = open().tables
    const announced = async () => {
      const rows = await open().select().from(t).where(eq(t.aggregateId, account.user.id))
      return rows.map(({ kind, payload }) => [kind, (payload.ended as { kind: string }).kind])
    }
    expect(await announced()).toEqual([])
    for (let time = 0; time < 2; time += 1) {
      const body = { refreshToken: account.refreshToken }
      const out = await app.send('POST', '/auth/logout', body, bearer(account))
      expect(out.status).toBe(204)
      expect(await announced()).toEqual([['access.ended', 'session']])
    }
    const other = await newAccount(app, { 'x-client-type': 'native' })
    const first = { refreshToken: other.refreshToken }
    const { refreshToken } = await (await app.send('POST', '/auth/refresh', first)).json<{
      refreshToken: string
    }>()
    await app.send('POST', '/auth/refresh', { refreshToken })
    app.clock.advance(60_000)
    expect((await app.send('POST', '/auth/refresh', first)).status).toBe(401)
    const rows = await open().select().from(t).where(eq(t.aggregateId, other.user.id))
    expect(rows.map(({ kind }) => kind)).toEqual(['access.ended'])
  })
})
