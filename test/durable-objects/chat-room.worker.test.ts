import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { issueTicket } from '#src/auth/ticket.ts'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { ShopHours } from '#src/services/chat-room/index.ts'
import type { ChatRoom } from '../../durable-objects/chat-room.ts'
import type { ChatSide } from '../../durable-objects/messages.ts'
import { listen } from './listen.ts'

const ORIGIN = 'http://127.0.0.1:8788'
const ALWAYS: ShopHours = { spans: [], awayText: null }

/** One room with its shopper and two of the shop. */
function roomOf(hours: ShopHours = ALWAYS) {
  const id = newId('cnv')
  const stub = env.CHAT_ROOMS.get(
    env.CHAT_ROOMS.idFromName(id),
  ) as unknown as DurableObjectStub<ChatRoom>
  const people = { mali: 'shopper', somchai: 'shop', dao: 'shop' } as const
  type Person = keyof typeof people
  const ids = { mali: newId('usr'), somchai: newId('usr'), dao: newId('usr') }
  const member = (who: Person, untilMs = Date.now() + HOUR_MS) => ({
    ...{ userId: ids[who], side: people[who] as ChatSide, name: who, untilMs },
  })
  const admit = async (who: Person, untilMs?: number) =>
    await stub.admit(id, member(who, untilMs), hours)
  const knock = async (who: Person) => {
    const asked = { userId: ids[who], channel: `chat:${id}`, origin: ORIGIN }
    const { ticket } = await issueTicket(env.TOKEN_KEY ?? '', asked, new Date(), 30_000)
    const headers = new Headers({
      upgrade: 'websocket',
      origin: ORIGIN,
      'x-talat-channel': `chat:${id}`,
      'sec-websocket-protocol': ticket,
    })
    return await stub.fetch(`http://object/api/live/chat:${id}`, { headers })
  }
  const open = async (who: Person) => {
    await admit(who)
    const answer = await knock(who)
    expect(answer.status).toBe(101)
    const end = listen(answer.webSocket)
    await end.until(5)
    return {
      ...end,
      say: (clientId: string, body: string) => end.send({ type: 'send', clientId, body }),
      texts: () => end.events().map(({ event }) => event?.body?.text),
      signals: (kind: string) =>
        end.frames.flatMap(({ signal }) => (signal?.kind === kind ? [signal] : [])),
    }
  }
  const text = (clientId: string, words: string) => ({
    ...{ clientId, body: { type: 'text' as const, text: words } },
  })
  const say = async (who: Person, clientId: string, words: string) =>
    await stub.say(id, member(who), hours, text(clientId, words))
  return { id, ids, stub, admit, knock, open, say, member }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('A chat room', () => {
  it('acknowledges what was said with its number, and tells it to everybody in one order (R2)', async () => {
    const { open } = roomOf()
    const [mali, somchai, dao] = [await open('mali'), await open('somchai'), await open('dao')]
    mali.say('a', 'มีสีครามไหมคะ')
    somchai.say('a', 'มีค่ะ')
    for (const one of [mali, somchai, dao]) {
      await vi.waitFor(() => expect(one.events()).toHaveLength(2))
      expect(one.numbers()).toEqual([1, 2])
      expect(new Set(one.texts())).toEqual(new Set(['มีสีครามไหมคะ', 'มีค่ะ']))
    }
    expect(mali.texts()).toEqual(dao.texts())
    const told = mali.frames.filter(({ type, seq }) => type === 'ack' || (type === 'event' && seq))
    expect(told.some(({ type, clientId }) => type === 'ack' && clientId === 'a')).toBe(true)
    for (const { socket } of [mali, somchai, dao]) socket.close()
  })

  it('sends a burst in fewer frames than it has messages, in its order and acknowledged each', async () => {
    const { open } = roomOf()
    const [mali, dao] = [await open('mali'), await open('dao')]
    const before = dao.sent()
    for (let n = 1; n <= 15; n += 1) mali.say(`m${n}`, `ที่ ${n}`)
    await vi.waitFor(() => expect(dao.events()).toHaveLength(15))
    expect(dao.numbers()).toEqual(Array.from({ length: 15 }, (_, n) => n + 1))
    expect(dao.sent() - before).toBeLessThan(8)
    expect(mali.frames.filter(({ type }) => type === 'ack')).toHaveLength(15)
    for (const { socket } of [mali, dao]) socket.close()
  })

  it('is not put to sleep before it has told what it gathered (R3)', async () => {
    const { open, stub } = roomOf()
    const [mali, dao] = [await open('mali'), await open('dao')]
    for (const one of ['a', 'b', 'c']) mali.say(one, one)
    const acks = () => mali.frames.filter(({ type }) => type === 'ack')
    await vi.waitFor(() => expect(acks()).toHaveLength(3), { interval: 1 })
    await evictDurableObject(stub, { webSockets: 'hibernate' })
    await vi.waitFor(() => expect(dao.numbers()).toEqual([1, 2, 3]))
    for (const { socket } of [mali, dao]) socket.close()
  })

  it('tells what was said before it tells that it was taken back', async () => {
    const { id, ids, open, say, stub } = roomOf()
    const dao = await open('dao')
    await say('mali', 'a', 'หนึ่ง')
    await say('mali', 'b', 'สอง')
    await stub.takeBack(id, ids.mali, 2, 0)
    await vi.waitFor(() => expect(dao.signals('removed')).toHaveLength(1))
    const order = dao.frames.map(({ seq, signal }) => (signal === undefined ? seq : signal.kind))
    expect(order.slice(-3)).toEqual([1, 2, 'removed'])
    dao.socket.close()
  })

  it('asks whoever has listened for very long to come anew, at once', async () => {
    const { open } = roomOf()
    const mali = await open('mali')
    const later = Date.now() + SETTINGS.live.socketMs
    vi.spyOn(Date, 'now').mockReturnValue(later)
    mali.say('a', 'ยังอยู่ไหมคะ')
    expect(await mali.closed()).toBe(4002)
  })

  it('gives one number to what the same person sends twice, and two to two people (R4)', async () => {
    const { open, say } = roomOf()
    const mali = await open('mali')
    for (let n = 0; n < 3; n += 1) mali.say('once', 'สวัสดีค่ะ')
    await vi.waitFor(() => expect(mali.frames.filter(({ type }) => type === 'ack')).toHaveLength(3))
    const acks = mali.frames.filter(({ type }) => type === 'ack')
    expect(new Set(acks.map(({ seq }) => seq))).toEqual(new Set([1]))
    expect(mali.numbers()).toEqual([1])
    expect(await say('mali', 'once', 'สวัสดีค่ะ')).toMatchObject({ seq: 1 })
    expect(await say('somchai', 'once', 'ค่ะ')).toMatchObject({ seq: 2 })
    mali.socket.close()
  })

  it('tells who of the shop wrote to the shop alone', async () => {
    const { open, ids, stub } = roomOf()
    const [mali, dao] = [await open('mali'), await open('dao')]
    dao.say('a', 'มีค่ะ')
    await vi.waitFor(() => expect(mali.events()).toHaveLength(1))
    expect(mali.events()[0]?.event).not.toHaveProperty('by')
    expect(dao.events()[0]?.event?.by).toEqual({ id: ids.dao, name: 'dao' })
    mali.send({ type: 'resume', after: 0 })
    await vi.waitFor(() => expect(mali.events()).toHaveLength(2))
    expect(mali.events()[1]?.event).not.toHaveProperty('by')
    expect((await stub.page({ limit: 10 }))[0]?.event.by?.name).toBe('dao')
    for (const { socket } of [mali, dao]) socket.close()
  })

  it('lets in nobody whom the API did not admit, and nobody any more when that is over (R5)', async () => {
    const { admit, knock, open, stub } = roomOf()
    expect((await knock('dao')).status).toBe(403)
    await admit('dao', Date.now() - 1)
    expect((await knock('dao')).status).toBe(403)
    const mali = await open('mali')
    await admit('mali', Date.now() - 1)
    const closed = mali.closed()
    mali.say('a', 'ยังอยู่ไหมคะ')
    expect(await closed).toBe(1008)
    expect(await stub.page({ limit: 10 })).toEqual([])
  })

  it('sends whoever is expelled out at once, keeps what was said, and takes no word more (R5)', async () => {
    const { open, knock, stub, ids } = roomOf()
    const [mali, dao, other] = [await open('mali'), await open('dao'), await open('somchai')]
    dao.say('a', 'สวัสดีค่ะ')
    await vi.waitFor(() => expect(mali.events()).toHaveLength(1))
    const closed = dao.closed()
    await stub.revoke([], ids.dao)
    expect(await closed).toBe(1008)
    expect((await knock('dao')).status).toBe(403)
    other.say('b', 'ยังอยู่ค่ะ')
    await vi.waitFor(() => expect(mali.events()).toHaveLength(2))
    for (const { socket } of [mali, other]) socket.close()
  })

  it('ends a membership by itself when its time is over, also of who only listens', async () => {
    const { open, admit, stub } = roomOf()
    const dao = await open('dao')
    const closed = dao.closed()
    await admit('dao', Date.now() + 50)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await runDurableObjectAlarm(stub)
    expect(await closed).toBe(1008)
  })

  it('refuses what leads past the market, in place, and takes it once it is mended', async () => {
    const { open, say } = roomOf()
    const mali = await open('mali')
    mali.say('a', 'โทร 081-234-5678 ได้ไหมคะ')
    await vi.waitFor(() =>
      expect(mali.frames.at(-1)).toEqual({ type: 'error', code: 'contact_leak', clientId: 'a' }),
    )
    mali.say('a', 'คุยในนี้ได้ไหมคะ')
    await vi.waitFor(() => expect(mali.texts()).toEqual(['คุยในนี้ได้ไหมคะ']))
    expect(await say('mali', 'b', 'line id: mali99')).toEqual({ refused: 'contact_leak' })
    expect(await say('mali', 'c', ' \n ')).toEqual({ refused: 'frame_invalid' })
    mali.socket.close()
  })

  it('takes no word between two sides of which one has had enough, until it has not', async () => {
    const { id, say, stub } = roomOf()
    await stub.block(id, 'shopper', true)
    expect(await say('somchai', 'a', 'ลดให้ค่ะ')).toEqual({ refused: 'blocked' })
    expect(await say('mali', 'a', 'ไม่ค่ะ')).toEqual({ refused: 'blocking' })
    expect((await stub.head()).blocked).toEqual({ shopper: true, shop: false })
    await stub.block(id, 'shopper', false)
    expect(await say('somchai', 'a', 'ขอโทษค่ะ')).toMatchObject({ seq: 1 })
  })

  it('keeps what each side has read and counts what is new, never backward', async () => {
    const { open, say, stub } = roomOf()
    const mali = await open('mali')
    for (const n of [1, 2, 3]) await say('somchai', `s${n}`, `ข้อความ ${n}`)
    expect((await stub.head()).unread).toEqual({ shopper: 3, shop: 0 })
    mali.send({ type: 'read', seq: 2 })
    mali.send({ type: 'read', seq: 1 })
    mali.send({ type: 'read', seq: 999 })
    await vi.waitFor(() =>
      expect(mali.signals('read').slice(-1)[0]).toMatchObject({ side: 'shopper', seq: 3 }),
    )
    // What the shop has read is told by its own messages.
    expect(mali.signals('read').map(({ seq }) => seq)).toEqual([0, 0, 2, 3])
    const { read, unread } = await stub.head()
    expect([read, unread]).toEqual([
      { shopper: 3, shop: 3 },
      { shopper: 0, shop: 0 },
    ])
    mali.socket.close()
  })

  it('forgets the words of a message that is taken back, and tells whoever listens', async () => {
    const { id, ids, open, say, stub } = roomOf()
    const [mali, somchai] = [await open('mali'), await open('somchai')]
    await say('mali', 'a', 'พิมพ์ผิด')
    await say('somchai', 'b', 'คะ')
    const { changes } = await stub.head()
    const long = 0
    expect(await stub.takeBack(id, ids.somchai, 1, long)).toEqual({ refused: 'absent' })
    expect(await stub.takeBack(id, ids.mali, 1, Date.now() + 1)).toEqual({ refused: 'late' })
    for (const _ of [1, 2]) {
      expect(await stub.takeBack(id, ids.mali, 1, long)).toEqual({ picture: null })
    }
    await vi.waitFor(() =>
      expect(somchai.signals('removed')).toEqual([{ kind: 'removed', seqs: [1] }]),
    )
    const [gone, left] = await stub.page({ limit: 9 })
    expect([gone?.event.body, left?.event.body.type]).toEqual([{ type: 'removed' }, 'text'])
    expect((await stub.edited(changes, 9)).map(({ seq }) => seq)).toEqual([1])
    expect(await say('mali', 'a', 'พิมพ์ผิด')).toMatchObject({ event: { body: { type: 'removed' } } })
    for (const { socket } of [mali, somchai]) socket.close()
  })

  it('forgets somebody until a moment: their words, their name, and who they were here', async () => {
    const { id, ids, knock, say, stub, admit } = roomOf()
    await say('mali', 'a', 'ความลับ')
    await say('dao', 'b', 'ได้ค่ะ')
    await admit('mali')
    for (const _ of [1, 2]) {
      await stub.erase(id, ids.mali, Date.now())
      await stub.erase(id, ids.dao, Date.now())
    }
    expect((await knock('mali')).status).toBe(403)
    const { messages, head } = await stub.look({ limit: 9 })
    expect(messages.map(({ event }) => [event.body, event.by])).toEqual([
      [{ type: 'removed' }, undefined],
      [{ type: 'text', text: 'ได้ค่ะ' }, undefined],
    ])
    expect((await stub.edited(0, 9)).map(({ seq }) => seq)).toEqual([1, 2])
    const kept = await runInDurableObject(stub, (_, { storage }) =>
      JSON.stringify(
        ['events', 'members', 'edits'].map((table) =>
          storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
        ),
      ),
    )
    expect(kept).not.toMatch(/ความลับ|"dao"|"mali"/)
    await stub.erase(id, ids.somchai, Date.now())
    expect((await stub.head()).changes).toBe(head.changes)
  })

  it('says who is there and who is typing, and that the last one has gone', async () => {
    const { open } = roomOf()
    const mali = await open('mali')
    const [somchai, dao] = [await open('somchai'), await open('dao')]
    // Of two of a side it is said once that the side is there; what mali saw first was that nobody is.
    const seen = () => mali.signals('presence').filter(({ side }) => side === 'shop')
    await vi.waitFor(() => expect(seen().map((one) => one.online)).toEqual([false, true]))
    somchai.send({ type: 'typing' })
    await vi.waitFor(() =>
      expect(mali.signals('typing')).toEqual([{ kind: 'typing', side: 'shop' }]),
    )
    const online = () =>
      mali
        .signals('presence')
        .filter(({ side }) => side === 'shop')
        .map((one) => one.online)
    somchai.socket.close(1000)
    await somchai.closed().catch(() => undefined)
    expect(online().at(-1)).toBe(true)
    dao.socket.close(1000)
    await vi.waitFor(() => expect(online().at(-1)).toBe(false))
    mali.socket.close()
  })

  it('answers for a shop that is closed, once in a while, and not for one that is open', async () => {
    const closed = {
      spans: [
        {
          day: new Date(Date.now() + 7 * HOUR_MS + 48 * HOUR_MS).getUTCDay(),
          fromMinute: 600,
          toMinute: 601,
        },
      ],
      awayText: 'ตอบพรุ่งนี้เช้าค่ะ',
    }
    const away = roomOf(closed)
    await away.say('mali', 'a', 'ยังมีของไหมคะ')
    await away.say('mali', 'b', 'สองใบค่ะ')
    const said = await away.stub.page({ limit: 10 })
    expect(said.map(({ event }) => [event.from, event.body.type])).toEqual([
      ['shopper', 'text'],
      ['market', 'away'],
      ['shopper', 'text'],
    ])
    expect((await away.stub.head()).unread.shopper).toBe(0)
    const here = roomOf({ ...closed, spans: [] })
    await here.say('mali', 'a', 'ยังมีของไหมคะ')
    expect(await here.stub.page({ limit: 10 })).toHaveLength(1)
  })

  it('tells the queue of its changes until the database has them, whatever the queue does (Q1)', async () => {
    const { id, say, stub } = roomOf()
    const sent: { id: string; version: number }[] = []
    await runInDurableObject(stub, async (room) => {
      const { env: bound } = room as unknown as {
        env: { EVENTS: { send(m: never): Promise<void> } }
      }
      let tries = 0
      const EVENTS = {
        send: async (message: never) => {
          tries += 1
          if (tries < 3) throw new Error('the queue is away')
          sent.push(message)
        },
      }
      Object.defineProperty(room, 'env', { value: { ...bound, EVENTS } })
    })
    await say('mali', 'a', 'สวัสดีค่ะ')
    for (let n = 0; n < 3; n += 1) expect(await runDurableObjectAlarm(stub)).toBe(true)
    const { changes } = await stub.head()
    expect(sent).toEqual([
      {
        id: `${id}:${changes}`,
        kind: 'chat.changed',
        aggregateId: id,
        version: changes,
        payload: {},
      },
    ])
    // Nobody has said that it was heard.
    expect(await runDurableObjectAlarm(stub)).toBe(true)
    expect(sent).toHaveLength(2)
    await stub.told(changes)
    await runDurableObjectAlarm(stub)
    expect(sent).toHaveLength(2)
  })

  it('pages back to its first word, and forward from any', async () => {
    const { say, stub } = roomOf()
    for (let n = 1; n <= 30; n += 1) await say('mali', `m${n}`, `ที่ ${n}`)
    const numbers = async (page: object) =>
      (await stub.page({ limit: 10, ...page })).map(({ seq }) => seq)
    expect(await numbers({})).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30])
    expect(await numbers({ before: 21 })).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
    expect(await numbers({ before: 3 })).toEqual([1, 2])
    expect(await numbers({ after: 27 })).toEqual([28, 29, 30])
    expect(await numbers({ after: 30 })).toEqual([])
  })

  it('is forgotten whole long after its last word, and not before', async () => {
    const { ids, say, stub } = roomOf()
    await say('mali', 'a', 'สวัสดีค่ะ')
    const { changes } = await stub.head()
    await stub.told(changes)
    await stub.revoke([], ids.mali)
    await runDurableObjectAlarm(stub)
    expect(await stub.page({ limit: 10 })).toHaveLength(1)
    const late = Date.now() + 731 * 24 * 60 * MINUTE_MS
    vi.spyOn(Date, 'now').mockReturnValue(late)
    await runInDurableObject(stub, async (room) => await room.alarm())
    vi.restoreAllMocks()
    expect(await stub.page({ limit: 10 })).toEqual([])
  })
})
