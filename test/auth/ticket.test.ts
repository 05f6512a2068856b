import { describe, expect, it } from 'vitest'
import { issueTicket, verifyTicket } from '#src/auth/ticket.ts'

const KEY = 'k'.repeat(43)
const NOW = new Date('2026-11-22T03:00:00Z')
const inSeconds = (count: number) => new Date(NOW.getTime() + count * 1000)
const CHANNEL = 'order-group:grp_1'
const ORIGIN = 'https://talat.example'
const whose = { userId: 'usr_1', channel: CHANNEL, origin: ORIGIN }
const issue = (change: Partial<typeof whose> | { origin: null } = {}) =>
  issueTicket(KEY, { ...whose, ...change }, NOW, 30_000)

describe('a live ticket (R7)', () => {
  it('opens its channel for its user, from its origin, for 30 seconds', async () => {
    const { ticket, expiresAt } = await issue()
    expect(expiresAt).toEqual(inSeconds(30))
    const at = { channel: CHANNEL, origin: ORIGIN, now: inSeconds(29) }
    expect(await verifyTicket(KEY, ticket, at)).toEqual({
      id: expect.stringMatching(/^[\w-]{43}$/),
      userId: 'usr_1',
      expiresAt,
    })
    expect(await verifyTicket(KEY, ticket, { ...at, now: inSeconds(30) })).toBeNull()
  })

  it('can be told apart from every other, so that it is redeemed once', async () => {
    const at = { channel: CHANNEL, origin: ORIGIN, now: NOW }
    const ids = await Promise.all(
      [await issue(), await issue()].map(
        async ({ ticket }) => (await verifyTicket(KEY, ticket, at))?.id,
      ),
    )
    expect(new Set(ids).size).toBe(2)
  })

  it('may stand as a WebSocket sub-protocol, whatever the channel is called', async () => {
    const { ticket } = await issue({ channel: 'chat:ร้าน' })
    expect(ticket).toMatch(/^[\w-]+$/)
    const at = { channel: 'chat:ร้าน', origin: ORIGIN, now: NOW }
    expect(await verifyTicket(KEY, ticket, at)).not.toBeNull()
  })

  it('opens nothing else: another channel, another origin or none', async () => {
    const { ticket } = await issue()
    const others = [
      { channel: 'order-group:grp_2', origin: ORIGIN },
      { channel: CHANNEL, origin: 'https://evil.example' },
      { channel: CHANNEL, origin: 'http://talat.example' },
      { channel: CHANNEL, origin: null },
    ]
    for (const other of others) {
      expect(await verifyTicket(KEY, ticket, { ...other, now: NOW })).toBeNull()
    }
  })

  it('asked for without an origin is redeemed only without one', async () => {
    const { ticket } = await issue({ origin: null })
    const at = { channel: CHANNEL, now: NOW }
    expect(await verifyTicket(KEY, ticket, { ...at, origin: null })).not.toBeNull()
    expect(await verifyTicket(KEY, ticket, { ...at, origin: ORIGIN })).toBeNull()
  })

  it('is refused when a letter of it is changed, or the key is another', async () => {
    const { ticket } = await issue()
    const at = { channel: CHANNEL, origin: ORIGIN, now: NOW }
    expect(await verifyTicket(`${KEY}x`, ticket, at)).toBeNull()
    for (let place = 0; place < ticket.length - 1; place += 7) {
      const letter = ticket[place] === 'A' ? 'B' : 'A'
      const changed = ticket.slice(0, place) + letter + ticket.slice(place + 1)
      expect(await verifyTicket(KEY, changed, at)).toBeNull()
    }
    for (const text of ['', 'a', 'a.b', '====', 'x'.repeat(5000), 'ตั๋ว']) {
      expect(await verifyTicket(KEY, text, at)).toBeNull()
    }
  })
})
