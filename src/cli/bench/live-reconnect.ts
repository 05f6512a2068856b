import path from 'node:path'
import { ROOT } from '../paths.ts'
import { startChild } from './child.ts'
import { type LiveBench, openRooms } from './live-server.ts'

const ROOMS = 50
const SOCKETS = 1000

/** What `test/bench/returning.ts` counts. */
export type Returned = {
  /** From the cut until all of them had an open line again. */
  seconds: number
  said: number
  missed: number
  doubled: number
  disordered: number
  /** Sockets that were opened, over all. */
  opened: number
  /** Sockets that were open when all were cut. */
  cut: number
}

/**
 * Cuts a thousand sockets at once, as a lost network does, while messages go on being sent: the storefront's
 * own code brings each back with a new ticket, and nothing may be missed, doubled or out of order.
 */
export async function measureReconnect({ live, step, tokenOf }: LiveBench) {
  const crowd = startChild(path.join(ROOT, 'test/bench/returning.ts'))
  try {
    await step(`${SOCKETS} sockets in ${ROOMS} rooms`, async () => {
      const { seats } = await openRooms(live, tokenOf, { rooms: ROOMS, sockets: SOCKETS })
      await crowd.ask({ ask: 'open', port: live.ports.api, seats })
    })
    let back: Returned | undefined
    await step('Cut every one at once, while the talk goes on', async () => {
      await crowd.ask({ ask: 'talk' })
      back = await crowd.ask<Returned>({ ask: 'return' })
    })
    if (back === undefined) return { lines: [], kept: false }
    const { seconds, said, missed, doubled, disordered, opened, cut } = back
    const all = opened - SOCKETS
    return {
      lines: [
        `${cut} of ${SOCKETS} sockets in ${ROOMS} rooms cut at once; ${all} sockets opened anew with a ticket each:`,
        `  all back after ${seconds.toFixed(1)} s; of ${said} messages said meanwhile by everybody's count`,
        `  ${missed} missed, ${doubled} doubled, ${disordered} out of order`,
      ],
      kept: cut === SOCKETS && all >= SOCKETS && missed + doubled + disordered === 0,
    }
  } finally {
    crowd.end()
  }
}
