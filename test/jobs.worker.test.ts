import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { durableTurn } from '#src/auth/limits.ts'
import { createLog } from '#src/common/log.ts'
import type { Services } from '#src/compose.ts'
import { runInTurn } from '#src/jobs.ts'

const MINUTE_MS = 60_000
const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms))

/** Services whose one job that matters takes `ms`; the rest have nothing to do. */
function services(name: string, ms: number, ran: string[], turnMs = MINUTE_MS): Services {
  const order = {
    reconciliation: {
      expire: async () => {
        ran.push('begins')
        await pause(ms)
        ran.push('ends')
      },
    },
  }
  const jobsTurn = durableTurn(env.RATE_LIMITS, name, turnMs)
  return { jobsTurn, order: () => order } as unknown as Services
}

const quiet = createLog({}, () => undefined)

describe('The jobs of a minute', () => {
  it('do not begin while those of the minute before still run', async () => {
    const ran: string[] = []
    const slow = runInTurn(services('slow', 300, ran), quiet)
    await pause(100)
    await runInTurn(services('slow', 0, ran), quiet)
    await slow
    expect(ran).toEqual(['begins', 'ends'])
    await runInTurn(services('slow', 0, ran), quiet)
    expect(ran).toEqual(['begins', 'ends', 'begins', 'ends'])
  })

  it('begin again after a while when a run died and never gave its turn back', async () => {
    const ran: string[] = []
    await durableTurn(env.RATE_LIMITS, 'died', 200).take()
    await runInTurn(services('died', 0, ran, 200), quiet)
    expect(ran).toEqual([])
    await pause(250)
    await runInTurn(services('died', 0, ran, 200), quiet)
    expect(ran).toEqual(['begins', 'ends'])
  })
})
