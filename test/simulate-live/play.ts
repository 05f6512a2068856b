import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import { issueTicket } from '#src/auth/ticket.ts'
import { DAY_MS } from '#src/common/clock.ts'
import type { ShopHours } from '#src/services/chat-room/index.ts'
import type { ChatRoom } from '../../durable-objects/chat-room.ts'
import { type Random, randomFrom } from '../simulate/random.ts'
import { MOST_AT_ONCE, makePerson, type Person } from './person.ts'

const ORIGIN = 'http://127.0.0.1:8788'
const ROUNDS = 16
/** Rounds of sending again after the last fault. */
const MOST_ROUNDS = 100
/** Looks without an answer after which it is given up: it ends with the answer, so it may be long. */
const PATIENCE = 300
const NEVER_CLOSED: ShopHours = { spans: [], awayText: null }
const PEOPLE = [
  { name: 'mali', side: 'shopper' },
  { name: 'mali-phone', side: 'shopper' },
  { name: 'somchai', side: 'shop' },
  { name: 'dao', side: 'shop' },
  { name: 'noi', side: 'shop' },
] as const

export type Played = { messages: number; crashes: number; evictions: number; reconnects: number }

/**
 * One room's life from one seed: bursts of messages, doubles, lost sockets and crashes in the middle of
 * writes. @throws Error naming the promise that was broken: every acknowledged message is there once,
 * in one order for all (R1–R4).
 */
export async function playTalk(seed: number): Promise<Played> {
  const random = randomFrom(seed)
  const id = `cnv_sim_${seed}_${Date.now()}`
  // Ahead of the real clock: nothing but the seed wakes the object.
  let nowMs = Date.now() + DAY_MS
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => nowMs)
  const stub = () =>
    env.CHAT_ROOMS.get(env.CHAT_ROOMS.idFromName(id)) as unknown as DurableObjectStub<ChatRoom>
  const member = ({ name, side }: (typeof PEOPLE)[number]) => ({
    ...{ userId: `usr_${name}`, side, name, untilMs: nowMs + 1000 * DAY_MS },
  })
  const knock = (who: (typeof PEOPLE)[number]) => async () => {
    try {
      await stub().admit(id, member(who), NEVER_CLOSED)
      const asked = { userId: `usr_${who.name}`, channel: `chat:${id}`, origin: ORIGIN }
      // Tickets are checked by the clock that the object has.
      const { ticket } = await issueTicket(env.TOKEN_KEY ?? '', asked, new Date(), 30_000)
      const headers = new Headers({ upgrade: 'websocket', origin: ORIGIN })
      headers.set('x-talat-channel', `chat:${id}`)
      headers.set('sec-websocket-protocol', ticket)
      const answer = await stub().fetch(`http://object/api/live/chat:${id}`, { headers })
      return answer.webSocket
    } catch {
      return null
    }
  }
  const people = PEOPLE.map((who) => ({ who, person: makePerson(who.name, knock(who)) }))
  const all = people.map(({ person }) => person)
  const played: Played = { messages: 0, crashes: 0, evictions: 0, reconnects: 0 }

  async function comeIn(person: Person): Promise<void> {
    if (person.isHere()) return
    await person.comeIn()
    played.reconnects += 1
  }

  async function crash(): Promise<void> {
    played.crashes += 1
    try {
      await runInDurableObject(stub() as never, async (_, ctx) => ctx.abort('crash'))
    } catch {
      // It broke off, as it should.
    }
    for (const person of all) person.leave()
  }

  // What it held in memory is gone; its sockets hibernate, or are cut as a deploy does.
  async function evict(): Promise<void> {
    try {
      const webSockets = random.chance(0.7) ? 'hibernate' : 'close'
      await evictDurableObject(stub() as never, { webSockets })
      played.evictions += 1
    } catch {
      // It has crashed, and nobody has woken it since.
    }
  }

  async function act({ who, person }: (typeof people)[number]): Promise<void> {
    if (random.chance(0.3)) await comeIn(person)
    const burst = random.between(0, MOST_AT_ONCE)
    for (let n = 0; n < burst; n += 1) {
      const clientId = `${who.name}-${played.messages}`
      const body = `${who.name} says ${played.messages}`
      played.messages += 1
      person.say(clientId, body)
      // Now and then the same comes twice, or by the API as well.
      if (random.chance(0.1)) person.say(clientId, body)
      if (random.chance(0.05)) await sayByApi(who, clientId, body)
    }
    if (random.chance(0.2)) person.nudge({ type: 'typing' })
    if (random.chance(0.2)) person.nudge({ type: 'read', seq: random.between(0, 50) })
    if (random.chance(0.15)) person.leave()
  }

  async function sayByApi(who: (typeof PEOPLE)[number], clientId: string, text: string) {
    try {
      await stub().say(id, member(who), NEVER_CLOSED, { clientId, body: { type: 'text', text } })
    } catch {
      // Whoever asked gets no answer, and has it in the socket's queue as well.
    }
  }

  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      nowMs += 1500
      await Promise.all([
        ...shuffled(random, people).map(act),
        ...(random.chance(0.25) ? [crash()] : []),
      ])
      if (random.chance(0.25)) await evict()
      await pause()
    }
    await rest(all, comeIn, () => {
      nowMs += 1500
    })
    judge(seed, all, await whole(stub()), played)
    return played
  } finally {
    for (const person of all) person.leave()
    clock.mockRestore()
    await forget(stub())
  }
}

const progress = (all: readonly Person[]): number =>
  all.reduce((sum, { acked, heard }) => sum + acked.size + heard.length, 0)

/** What is on its way needs its time: sending it again at once would only be a flood. */
async function settled(all: readonly Person[]): Promise<void> {
  let before = progress(all)
  for (let n = 0; n < PATIENCE && !all.every((person) => person.isSettled()); n += 1) {
    await pause()
    if (progress(all) > before) n = 0
    before = progress(all)
  }
}

/** Nothing fails any more: everybody comes in, and hears and sends what is left. */
async function rest(
  all: readonly Person[],
  comeIn: (person: Person) => Promise<void>,
  tick: () => void,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    tick()
    for (const person of all) await comeIn(person)
    await settled(all)
    const longest = Math.max(...all.map(({ heard }) => heard.length))
    const isDone = all.every((person) => person.hasAll() && person.heard.length === longest)
    if (isDone) return
    tick()
    for (const person of all) person.insist()
  }
}

async function whole(room: DurableObjectStub<ChatRoom>): Promise<{ seq: number; text: string }[]> {
  const found: { seq: number; text: string }[] = []
  for (;;) {
    const page = await room.page({ after: found.length, limit: 200 })
    for (const { seq, event } of page) {
      found.push({ seq, text: event.body.type === 'text' ? event.body.text : event.body.type })
    }
    if (page.length < 200) return found
  }
}

// Hundreds of rooms are played in one process: those that are over would slow those that follow.
async function forget(room: DurableObjectStub<ChatRoom>): Promise<void> {
  try {
    await runInDurableObject(room as never, async (_, ctx) => {
      await ctx.storage.deleteAll()
      ctx.abort('over')
    })
  } catch {
    // It broke off, as it should.
  }
}

function judge(
  seed: number,
  all: readonly Person[],
  kept: readonly { seq: number; text: string }[],
  played: Played,
): void {
  const demand = (promise: string, holds: boolean, detail: () => unknown): void => {
    if (!holds) throw new Error(`seed ${seed}: ${promise}: ${JSON.stringify(detail())}`)
  }
  for (const { name, faults, pending, acked, heard } of all) {
    demand('a person met a fault', faults.length === 0, () => faults.slice(0, 5))
    demand('R1 everything is acknowledged', pending.size === 0, () => [name, [...pending]])
    for (const [clientId, seq] of acked) {
      const [who, n] = [clientId.slice(0, clientId.lastIndexOf('-')), clientId.split('-').at(-1)]
      const there = kept[seq - 1]?.text === `${who} says ${n}`
      demand('R1 what was acknowledged is there', there, () => [clientId, seq, kept[seq - 1]])
    }
    const same =
      heard.length === kept.length && heard.every(({ text }, n) => text === kept[n]?.text)
    demand('R2, R3 all hear all, in one order', same, () => [name, heard.length, kept.length])
  }
  const texts = new Set(kept.map(({ text }) => text))
  demand('R4 nothing is there twice', texts.size === kept.length, () => kept.length - texts.size)
  demand('nothing is missing', kept.length === played.messages, () => [kept.length, played])
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

const pause = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 1))
