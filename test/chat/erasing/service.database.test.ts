import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { createCopyService } from '#src/chat/copy/service.ts'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import { consume } from '#src/queue.ts'
import type { ChatPage } from '#src/services/chat-room/index.ts'
import { JPEG } from '#test/services/upload/samples.ts'
import { uploader } from '#test/services/upload/uploading.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeOperator, makeShopper } from '#test/support/shopper.ts'
import { chatDesk, room, words } from '../desk.ts'

describeEachMarket('What somebody takes back', (theMarket, open) => {
  const desk = chatDesk(theMarket, open)
  const { as, roomOf, copied } = desk
  const { picture } = uploader(theMarket)
  const quiet = createLog({}, () => undefined)

  /** What the queue brings: each message of the outbox that was not acted on, twice over. */
  async function queued(): Promise<void> {
    const { outboxMessages: t } = open().tables
    const done = new Set<string>()
    for (let round = 0; round < 20; round += 1) {
      const rows = await open().select().from(t).where(eq(t.kind, 'chat.erase'))
      const fresh = rows.filter(({ id }) => !done.has(id))
      if (fresh.length === 0) return
      for (const { id, kind, aggregateId, version, payload } of [...fresh, ...fresh]) {
        done.add(id)
        const services = theMarket().services()
        const body = { id, kind, aggregateId, version, payload }
        let acked = false
        const message = { id, attempts: 1, body, ack: () => (acked = true), retry: () => undefined }
        await consume({ messages: [message] } as never, services, quiet)
        await services.close()
        expect(acked).toBe(true)
      }
    }
  }

  /** Every row of every table, as text. */
  async function everything(): Promise<string> {
    const db = open()
    const tables = Object.values(db.tables)
    return JSON.stringify(await Promise.all(tables.map((table) => db.select().from(table))))
  }
  const inRoom = async (id: string): Promise<string> =>
    await runInDurableObject(
      env.CHAT_ROOMS.get(env.CHAT_ROOMS.idFromName(id)) as never,
      (_: unknown, state: DurableObjectState) =>
        JSON.stringify(
          ['events', 'edits', 'members', 'flags'].map((table) =>
            state.storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
          ),
        ),
    )
  const allFiles = async () =>
    (await env.FILES.list({ prefix: 'private/' })).objects.map(({ key }) => key)
  const say = async (who: { token: string }, id: string, text: string, clientId?: string) =>
    (await as(who).post(`/chat/rooms/${id}/messages`, words(text, clientId))).body.seq as number
  const remove = async (who: { token: string }, path: string) =>
    await theMarket().call('DELETE', path, { token: who.token })

  it('is found nowhere any more: in no row, no room, no file, no message (V2)', async () => {
    const canary = `canary-${newId('req')}`
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const path = `/chat/rooms/${id}/messages`
    await say(shopper, id, `ขอส่งที่ ${canary} ค่ะ`, canary)
    await say(desk.seller(), id, 'ได้ค่ะ')
    const key = await picture(shopper, JPEG)
    await as(shopper).post(path, { type: 'picture', clientId: `${canary}-2`, key })
    const unsent = await picture(shopper, JPEG)
    await as(shopper).post(`/chat/rooms/${id}/reports`, { reason: 'rude', note: canary })
    await as(desk.seller()).post(`/chat/rooms/${id}/reports`, { reason: 'spam', seq: 1 })
    await copied(id)
    expect(await everything()).toContain(canary)
    expect(await inRoom(id)).toContain(canary)

    const asked = await remove(shopper, '/me/chat')
    expect([asked.status, asked.body.isDone]).toEqual([202, false])
    await queued()
    const operator = await makeOperator(theMarket(), open())
    const reports = (await as(operator).get('/admin/chat/reports?limit=100')).body.items
    const mine = reports.filter(({ roomId }: { roomId: string }) => roomId === id)
    // A report needs its message until somebody has looked.
    expect(mine.map(({ said }: { said?: { text: string } }) => said?.text)).toContain(
      `ขอส่งที่ ${canary} ค่ะ`,
    )
    for (const { id: report } of mine) {
      await as(operator).post(`/admin/chat/reports/${report}/close`, {})
    }
    expect(await everything()).not.toContain(canary)
    expect(await inRoom(id)).not.toContain(canary)
    const left = await allFiles()
    expect(left.filter((name) => name.includes(key) || name.includes(unsent))).toEqual([])

    const { body } = await as(desk.seller()).get(path)
    type Shown = { seq: number; body: { type: string } }
    expect(body.items.map((one: Shown) => [one.seq, one.body.type])).toEqual([
      [1, 'removed'],
      [2, 'text'],
      [3, 'removed'],
    ])
    const { chatErasures: t } = open().tables
    const [row] = await open().select().from(t).where(eq(t.id, asked.body.id))
    expect(row?.doneAt).not.toBeNull()
  })

  it('comes back by no second try of the same message, and what is said later stays (R4)', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    await say(shopper, id, 'ลืมเถอะค่ะ', 'once')
    await remove(shopper, '/me/chat')
    await new Promise((resolve) => setTimeout(resolve, 2))
    await say(shopper, id, 'ยังอยู่ค่ะ')
    await queued()
    expect(await say(shopper, id, 'ลืมเถอะค่ะ', 'once')).toBe(1)
    const { body } = await as(shopper).get(`/chat/rooms/${id}/messages`)
    expect(body.items.map((one: { body: object }) => one.body)).toEqual([
      { type: 'removed' },
      { type: 'text', text: 'ยังอยู่ค่ะ' },
    ])
  })

  it('is not brought back by a copy that read it before and writes it after (V2, Q2)', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    await say(shopper, id, 'มาช้า')
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let hasRead = () => {}
    const read = new Promise<void>((resolve) => {
      hasRead = resolve
    })
    // The late copy: it has read the words, and is slow to write them.
    const slow = {
      ...{
        head: async () => await room(id).head(),
        told: async (n: number) => await room(id).told(n),
      },
      edited: async (after: number, limit: number) => await room(id).edited(after, limit),
      async page(page: ChatPage) {
        const messages = await room(id).page(page)
        hasRead()
        await held
        return messages
      },
    }
    const copy = createCopyService({
      database: open(),
      rooms: () => slow as never,
      pictures: { keepUntil: async () => undefined },
      showTo: async () => undefined,
    })
    const late = copy.follow(id)
    await read
    await remove(shopper, '/me/chat')
    await queued()
    goOn()
    await late
    const { chatMessages: m, conversations: c } = open().tables
    const rows = await open().select().from(m).where(eq(m.conversationId, id))
    expect(rows.map(({ body, words: said }) => [body, said])).toEqual([[{ type: 'removed' }, null]])
    const [talk] = await open().select().from(c).where(eq(c.id, id))
    expect([talk?.lastType, talk?.lastText]).toEqual(['removed', null])
  })

  it('of a shop’s staff is their name: the words are the shop’s', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    await say(desk.seller(), id, 'ส่งพรุ่งนี้ค่ะ')
    await copied(id)
    await remove(desk.seller(), '/me/chat')
    await queued()
    expect((await as(desk.seller()).get(`/chat/rooms/${id}/messages`)).body.items[0]).toEqual({
      ...{ seq: 1, at: expect.any(String), from: 'shop' },
      body: { type: 'text', text: 'ส่งพรุ่งนี้ค่ะ' },
    })
    const { chatMessages: m } = open().tables
    const [row] = await open().select().from(m).where(eq(m.conversationId, id))
    expect([row?.byId, row?.byName, row?.words]).toEqual([null, null, 'ส่งพรุ่งนี้ค่ะ'])
  })

  it('of a shop’s staff is taken off what the copy learns of afterwards, too', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    await say(desk.seller(), id, 'ยังไม่ได้คัดลอก')
    await remove(desk.seller(), '/me/chat')
    await queued()
    await copied(id)
    await copied(id)
    const { chatMessages: m } = open().tables
    const [row] = await open().select().from(m).where(eq(m.conversationId, id))
    expect([row?.byId, row?.byName]).toEqual([null, null])
  })

  it('is erased in many talks, some with each message of the queue', async () => {
    const shopper = await makeShopper(theMarket())
    const { conversations: c } = open().tables
    const userId = (await theMarket().call('GET', '/me', { token: shopper.token })).body.user.id
    const talks: string[] = []
    for (let n = 0; n < 45; n += 1) {
      const id = newId('cnv')
      talks.push(id)
      await open()
        .insert(c)
        .values({
          ...{ id, userId, shopId: newId('shp'), createdAt: new Date() },
          ...{ lastAtMs: 1, lastSeq: 0, changes: 0, readByShopper: 0, readByShop: 0 },
          ...{ unreadByShopper: 0, unreadByShop: 0, blockedByShopper: false, blockedByShop: false },
        })
    }
    for (const id of [talks[0], talks[44]]) await say(shopper, id ?? '', 'ไปทุกห้อง')
    const { body } = await remove(shopper, '/me/chat')
    expect((await remove(shopper, '/me/chat')).body.id).toBe(body.id)
    await queued()
    for (const id of [talks[0], talks[44]]) expect(await inRoom(id ?? '')).not.toContain('ไปทุกห้อง')
    expect((await remove(shopper, '/me/chat')).body.id).not.toBe(body.id)
  })

  it('may be one message, for some minutes, by whoever wrote it alone', async () => {
    const [shopper, stranger] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const { id } = await roomOf(shopper)
    const at = (seq: number) => `/chat/rooms/${id}/messages/${seq}`
    await say(shopper, id, 'พิมพ์ผิด')
    const key = await picture(shopper, JPEG)
    const sent = { type: 'picture', clientId: newId('req'), key }
    const { url } = (await as(shopper).post(`/chat/rooms/${id}/messages`, sent)).body.body
    await say(shopper, id, 'เก่าแล้ว')
    for (const who of [desk.seller(), stranger]) {
      expect((await remove(who, at(1))).status).toBe(404)
    }
    expect((await remove(shopper, at(9))).status).toBe(404)
    for (const seq of [1, 2, 2]) expect((await remove(shopper, at(seq))).status).toBe(204)
    const gone = await theMarket().request(url, {
      headers: { authorization: `Bearer ${shopper.token}` },
    })
    expect([gone.status, await gone.text()]).toEqual([404, expect.anything()])
    expect((await allFiles()).filter((name) => name.includes(key))).toEqual([])
    await copied(id)
    const found = await as(desk.seller()).get(
      `/seller/shops/${desk.shop().id}/chat/messages?q=${encodeURIComponent('พิมพ์ผิด')}`,
    )
    expect(found.body.items).toEqual([])
    theMarket().pass(16 * MINUTE_MS)
    const body = { refreshToken: shopper.refreshToken }
    const { accessToken } = (await theMarket().call('POST', '/auth/refresh', { body })).body
    const late = await remove({ token: accessToken }, at(3))
    expect([late.status, late.body.code]).toEqual([409, 'transition_refused'])
  })
})
