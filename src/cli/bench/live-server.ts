import { loadMiniflare } from '../miniflare.ts'
import { freePorts } from '../ports.ts'
import type { Step } from '../stack.ts'
import { Stop } from '../stop.ts'
import { runtimePid } from './runtime.ts'
import { apiAndMeasure, migrationStatements } from './server.ts'

export type LiveServer = {
  ports: { api: number; measure: number }
  pid: number | undefined
  /** Takes a room's object out of memory, as a quiet while does; its sockets stay. */
  sleep(room: string): Promise<void>
  stop(): Promise<void>
}

/** What a part of the bench has to work with. */
export type LiveBench = {
  live: LiveServer
  step: Step
  /** The `Authorization` of a shopper by number. */
  tokenOf(user: number): Promise<string>
}

type LiveOptions = {
  folder: string
  api: string
  measure: string
  variables: Record<string, string>
}

/** The API Worker with its rooms and its queue, in one workerd; and the bench-only Worker that fills D1. */
export async function startLive(options: LiveOptions): Promise<LiveServer> {
  const { Miniflare, convertV4MiniflareOptions } = await loadMiniflare()
  const [api = 0, measure = 0] = await freePorts(2)
  const ports = { api, measure }
  const { base, workers } = apiAndMeasure(options, ports)
  const miniflare = new Miniflare(convertV4MiniflareOptions({ ...base, workers: [...workers] }))
  await miniflare.ready
  return {
    ports,
    pid: runtimePid(),
    sleep: async (name) =>
      await miniflare.unsafeEvictDurableObject('api', 'ChatRoom', {
        name,
        webSockets: 'hibernate',
      }),
    stop: async () => await miniflare.dispose(),
  }
}

export type Seat = {
  room: string
  /** The access token of who sits there. */
  token: string
}

/**
 * Rooms of one shop, with as many sockets of a shopper as of a clerk. Each room has its own two, since
 * one account may have so many sockets over all rooms, and no more.
 */
export async function openRooms(
  { ports }: LiveServer,
  tokenOf: (user: number) => Promise<string>,
  counts: { rooms: number; sockets: number },
): Promise<{ rooms: string[]; seats: Seat[] }> {
  for (const statements of migrationStatements()) {
    await post(ports.measure, '/statements', statements)
  }
  const staff = { first: counts.rooms, after: 2 * counts.rooms }
  await post(ports.measure, `/seed/shoppers?count=${staff.after}`)
  const seeded = await post(ports.measure, `/seed/shop?first=${staff.first}&after=${staff.after}`)
  const { shopId } = (await seeded.json()) as { shopId: string }
  const rooms: string[] = []
  const seats: Seat[] = []
  for (let shopper = 0; shopper < counts.rooms; shopper += 1) {
    const [token, clerk] = [await tokenOf(shopper), await tokenOf(staff.first + shopper)]
    const opened = await post(ports.api, '/api/chat/rooms', { shopId }, token)
    const { id: room } = (await opened.json()) as { id: string }
    rooms.push(room)
    const here = Math.ceil((counts.sockets * (shopper + 1)) / counts.rooms) - seats.length
    for (let n = 0; n < here; n += 1) seats.push({ room, token: n % 2 === 0 ? token : clerk })
  }
  return { rooms, seats }
}

async function post(port: number, path: string, body?: unknown, token?: string): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: token, 'x-client-type': 'native' }),
  }
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers,
    ...init,
  })
  if (!response.ok) throw new Stop(`${path}: ${response.status} ${await response.text()}`)
  return response
}
