import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import { issueTicket } from '#src/auth/ticket.ts'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { UserSeats } from '../../durable-objects/user-seats.ts'
import { listen } from './listen.ts'

const MOST = SETTINGS.live.socketsPerUser

/** One user, who sits on channels of his own. */
function sitter() {
  const userId = newId('usr')
  const seats = env.SEATS.get(
    env.SEATS.idFromName(userId),
  ) as unknown as DurableObjectStub<UserSeats>
  const stubOf = (group: string) =>
    env.ORDER_STATUS.get(env.ORDER_STATUS.idFromName(group)) as unknown as DurableObjectStub
  const seat = (ticket: string, group: string, more: object = {}) => ({
    ...{ ticket, address: `order-group:${group}`, sessionId: 'ses_one', shopId: null },
    ...{ askedMs: Date.now(), ...more },
  })
  async function sit(group: string, more: object = {}) {
    const channel = `order-group:${group}`
    const asked = { userId, channel, origin: null }
    const { id, ticket } = await issueTicket(env.TOKEN_KEY ?? '', asked, new Date(), 30_000)
    expect(await seats.take(seat(id, group, more))).toBe(true)
    const headers = { upgrade: 'websocket', 'x-talat-channel': channel }
    const answer = await stubOf(group).fetch(`http://object/api/live/${channel}`, {
      headers: { ...headers, 'sec-websocket-protocol': ticket },
    })
    expect(answer.status).toBe(101)
    const end = listen(answer.webSocket)
    let closed: number | null = null
    void end.closed().then((code) => {
      closed = code
    })
    return { ...end, code: () => closed }
  }
  const rows = async (table: 'seats' | 'ended') =>
    await runInDurableObject(seats, (_, { storage }) =>
      Number(storage.sql.exec(`SELECT count(*) AS rows FROM ${table}`).one().rows),
    )
  return { userId, seats, seat, sit, rows }
}

describe('The seats of a user', () => {
  it(`are ${MOST} over all channels: one more closes the oldest, and no other`, async () => {
    const { sit, rows } = sitter()
    const ends: Awaited<ReturnType<typeof sit>>[] = []
    for (let n = 0; n < MOST; n += 1) ends.push(await sit(newId('grp')))
    const last = await sit(newId('grp'))
    await vi.waitFor(() => expect(ends[0]?.code()).toBe(4001))
    const still = [...ends.slice(1), last]
    expect(still.map((end) => end.code())).toEqual(Array.from({ length: MOST }, () => null))
    expect(await rows('seats')).toBe(MOST)
    for (const { socket } of still) socket.close()
    await vi.waitFor(async () => expect(await rows('seats')).toBe(0))
  })

  it('give way first where nobody came: tickets that opened nothing close no socket', async () => {
    const { seats, seat, sit } = sitter()
    const exec = async (query: string) =>
      await runInDurableObject(seats, (_, { storage }) => storage.sql.exec(query).toArray())
    const kept = await sit(newId('grp'))
    await vi.waitFor(async () =>
      expect(await exec('SELECT 1 FROM seats WHERE sat = 1')).toHaveLength(1),
    )
    for (let n = 1; n < MOST; n += 1) await seats.take(seat(newId('req'), newId('grp')))
    // A ticket's time is over.
    await exec('UPDATE seats SET until = until - 60000 WHERE sat = 0')
    for (let n = 1; n < MOST; n += 1) await seats.take(seat(newId('req'), newId('grp')))
    expect(kept.code()).toBeNull()
    kept.socket.close()
  })

  it('that are given up count no more, so that who comes and goes keeps what he has', async () => {
    const { sit, rows } = sitter()
    const kept = await sit(newId('grp'))
    for (let round = 0; round < 3; round += 1) {
      const some = await Promise.all(Array.from({ length: MOST / 2 }, () => sit(newId('grp'))))
      for (const { socket } of some) socket.close()
      await vi.waitFor(async () => expect(await rows('seats')).toBe(1))
    }
    expect(kept.code()).toBeNull()
    kept.socket.close()
  })

  it('are refused to who asked before that by which he asks had ended, and not after', async () => {
    const { userId, seats, seat } = sitter()
    const asked = (ticket: string, more: object) => seats.take(seat(ticket, newId('grp'), more))
    const before = Date.now()
    await seats.end(userId, { kind: 'shop', shopId: 'shp_one' })
    await seats.end(userId, { kind: 'session', sessionId: 'ses_two' })
    expect(await asked('a', { shopId: 'shp_one', askedMs: before })).toBe(false)
    expect(await asked('b', { sessionId: 'ses_two', askedMs: before })).toBe(false)
    expect(await asked('c', { shopId: 'shp_two', askedMs: before })).toBe(true)
    expect(await asked('d', { askedMs: before })).toBe(true)
    expect(await asked('e', { shopId: 'shp_one', askedMs: before + 60_000 })).toBe(true)
    await seats.end(userId, { kind: 'account' })
    expect(await asked('f', { askedMs: before })).toBe(false)
  })

  it('end also where a channel does not answer at first: it is told again until it does', async () => {
    const { userId, seats, sit, rows } = sitter()
    const here = await sit(newId('grp'))
    const away = await runInDurableObject(seats, (object) => {
      const { ORDER_STATUS } = Reflect.get(object, 'env')
      const get = vi.spyOn(ORDER_STATUS, 'get').mockImplementation(() => {
        throw new Error('the channel is away')
      })
      return get
    })
    await seats.end(userId, { kind: 'session', sessionId: 'ses_one' })
    expect([here.code(), await rows('seats')]).toEqual([null, 1])
    away.mockRestore()
    await vi.waitFor(() => expect(here.code()).toBe(1008), { timeout: 5000 })
    await vi.waitFor(async () => expect(await rows('seats')).toBe(0))
  })

  it('are forgotten whole when the last is over', async () => {
    const { seats, seat, rows } = sitter()
    await seats.take(seat('a', newId('grp')))
    await runInDurableObject(seats, (_, { storage }) =>
      storage.sql.exec('UPDATE seats SET until = 0'),
    )
    expect(await runDurableObjectAlarm(seats)).toBe(true)
    expect(await rows('seats')).toBe(0)
    const alarm = await runInDurableObject(seats, (_, { storage }) => storage.getAlarm())
    expect(alarm).toBeNull()
  })
})
