import type { D1Database } from '@cloudflare/workers-types'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { judge, judgeEnds } from './end-state.ts'
import { play } from './play.ts'
import { randomFrom } from './random.ts'
import { createScheduler, type Odds } from './scheduler.ts'
import { freshSchema } from './schema.ts'
import type { Ground } from './seams/flash-stock.ts'
import { seedGlobals } from './seams/globals.ts'
import { consumeMessages } from './steps/consume-messages.ts'
import { endDisputes } from './steps/dispute.ts'
import { STEPS } from './steps/index.ts'
import { planSale } from './steps/plan-sale.ts'
import { retryRefunds } from './steps/retry-refund.ts'
import { jobs } from './steps/run-jobs.ts'
import { settleRefund } from './steps/settle-refund.ts'
import { settleRest } from './steps/settle-rest.ts'
import { takeWebhook } from './steps/take-webhook.ts'
import type { Size } from './town.ts'
import { Violation } from './violation.ts'
import { createWorld, type Mutation, type Step, type World } from './world.ts'

export type Scenario = {
  /** How many things happen before all faults end. */
  length?: number
  steps?: readonly Step[]
  odds?: Odds
  size?: Size
  mutation?: Mutation
}

export type Run = { seed: number; violation: string | undefined; trace: string[] }

export type Home = {
  base: D1Database
  migrations: readonly { queries: string[] }[]
  /** What objects are made of. */
  ground: Ground
}

const START = new Date('2026-11-23T03:00:00Z').getTime()
const LENGTH = 56
const ODDS: Odds = { fails: 0.02, lost: 0.02, crash: 0.015, delay: 0.03, unheard: 0.03 }
const SPANS = [
  3 * MINUTE_MS,
  6 * MINUTE_MS,
  31 * MINUTE_MS,
  HOUR_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
]

/**
 * Beyond every deadline there is: to send, to answer, to arrive, to complain. The last is for what the
 * minute before has left to say.
 */
const DAYS = [8 * DAY_MS, 15 * DAY_MS, 7 * DAY_MS, 2 * MINUTE_MS]

/** Plays one seed from an empty market to rest. The same seed gives the same trace, byte for byte. */
export async function simulate(home: Home, seed: number, scenario: Scenario = {}): Promise<Run> {
  const { length = LENGTH, steps = STEPS } = scenario
  let left = length
  const [violation, trace] = await inWorld(home, seed, scenario, async (world, tick) => {
    await play(world, tick, oneOfEach([planSale]))
    await play(world, tick, () => {
      left -= 1
      return left < 0 ? undefined : world.random.weighted(steps)
    })
    world.scheduler.becalm()
    world.scheduler.note('— calm')
    await rest(world, tick, SPANS)
    await judge(world)
    await play(world, tick, oneOfEach([endDisputes, settleRest]))
    await rest(world, tick, DAYS)
    await judgeEnds(world)
  })
  return { seed, violation, trace }
}

/** Opens a world for a seed and closes it afterwards; answers the promise that `act` found broken. */
export async function inWorld(
  home: Home,
  seed: number,
  { mutation = {}, odds = ODDS, size }: Scenario,
  act: (world: World, tick: () => void) => Promise<void>,
): Promise<[violation: string | undefined, trace: string[]]> {
  const clock = { nowMs: START }
  const scheduler = createScheduler(randomFrom(seed), clock, odds)
  await freshSchema(home.base, home.migrations, mutation.schema)
  const globals = seedGlobals(seed, () => clock.nowMs)
  const { trace } = scheduler
  try {
    await act(await createWorld(home, scheduler, mutation, size), globals.tick)
    return [undefined, trace]
  } catch (error) {
    if (!(error instanceof Violation)) throw new Error(`seed ${seed}`, { cause: error })
    trace.push(error.message)
    return [error.message, trace]
  } finally {
    globals.undo()
  }
}

/** No more faults: jobs, webhooks and messages have time to repair whatever was left behind. */
async function rest(world: World, tick: () => void, spans: readonly number[]): Promise<void> {
  const { clock, queue, provider } = world
  for (const span of spans) {
    clock.nowMs += span
    queue.replay()
    // The jobs repair what they can before a webhook tells them.
    await play(world, tick, oneOfEach([jobs]))
    await play(world, tick, oneOfEach([retryRefunds]))
    await play(world, tick, () => {
      if (provider.webhooks.length > 0) return takeWebhook
      const pending = [...provider.refunds.values()].some(({ status }) => status === 'pending')
      return pending ? settleRefund : undefined
    })
    for (let round = 0; queue.held().length > 0 && round < 20; round += 1) {
      await play(world, tick, oneOfEach([consumeMessages]))
    }
  }
}

function oneOfEach(steps: readonly Step[]): () => Step | undefined {
  const left = [...steps]
  return () => left.shift()
}
