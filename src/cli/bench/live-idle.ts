import path from 'node:path'
import { startChild } from './child.ts'
import type { Driven } from './live-client.ts'
import { type LiveBench, openRooms } from './live-server.ts'
import { residentMibOf } from './runtime.ts'

/** Ten sockets of a shopper and ten of a clerk: as many as one person may have in a room. */
const ROOMS = 500
const SOCKETS = 10_000
const SETTLE_MS = 3000

/**
 * What ten thousand sockets that say nothing cost, while their rooms are in memory and once they
 * hibernate; and that a message wakes each room afterwards and reaches all of it.
 */
export async function measureIdle({ live, step, tokenOf }: LiveBench) {
  const client = startChild(path.join(import.meta.dirname, 'live-client.ts'))
  try {
    let rooms: string[] = []
    const mib: Record<string, number> = {}
    const note = async (when: string) => {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
      mib[when] = residentMibOf(live.pid)
    }
    await step(`${SOCKETS} sockets in ${ROOMS} rooms`, async () => {
      const opened = await openRooms(live, tokenOf, { rooms: ROOMS, sockets: SOCKETS })
      rooms = opened.rooms
      await note('before')
      const { api: port } = live.ports
      await client.ask({ ask: 'open', kind: 'talat', port, seats: opened.seats })
      await note('open')
    })
    let asleep = 0
    await step('Put every room to sleep', async () => {
      for (const room of rooms) {
        try {
          await live.sleep(room)
        } catch (error) {
          // The runtime puts an idle room to sleep by itself as well.
          if (!String(error).includes('not currently running')) throw error
        }
        asleep += 1
      }
      await note('asleep')
    })
    let driven: Driven | undefined
    await step('A message in each room', async () => {
      driven = await client.ask<Driven>({ ask: 'greet', kind: 'talat' })
    })
    const each = (when: string) =>
      (((mib[when] ?? Number.NaN) - (mib.before ?? 0)) * 1024) / SOCKETS
    const whole = driven?.whole ?? 0
    return {
      lines: [
        `${SOCKETS} idle sockets, ${ROOMS} rooms; resident memory of the runtime, local: on the edge it is spread.`,
        `  before any socket        ${mib.before?.toFixed(0)} MiB`,
        `  open, rooms in memory    ${mib.open?.toFixed(0)} MiB, ${each('open').toFixed(1)} KiB a socket`,
        `  ${asleep} rooms asleep        ${mib.asleep?.toFixed(0)} MiB, ${each('asleep').toFixed(1)} KiB a socket; what was freed is not all given back`,
        `  a message woke and reached the whole of ${whole} of ${ROOMS} rooms, p99 ${driven?.heardMs.p99.toFixed(0)} ms`,
      ],
      kept: whole === ROOMS && driven?.broken === 0,
    }
  } finally {
    client.end()
  }
}
