import type { D1Database } from '@cloudflare/workers-types'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { judge } from './end-state.ts'
import { holdInvariants } from './invariants.ts'
import { type Random, randomFrom } from './random.ts'
import { createScheduler, type Odds } from './scheduler.ts'
import { freshSchema } from './schema.ts'
import { seedGlobals } from './seams/globals.ts'
import { consumeMessages } from './steps/consume-messages.ts'
import { STEPS } from './steps/index.ts'
import { settleRefund } from './steps/pass-time.ts'
import { jobs } from './steps/run-jobs.ts'
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

type Home = { base: D1Database; migrations: readonly { queries: string[] }[] }

const START = new Date('2026-11-23T03:00:00Z').getTime()
const LENGTH = 45
const AT_ONCE = 4
const ODDS: Odds = { fails: 0.02, lost: 0.02, crash: 0.015, delay: 0.03 }
const SPANS = [
  3 * MINUTE_MS,
  6 * MINUTE_MS,
  31 * MINUTE_MS,
  HOUR_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
]

/** Plays one seed from an empty market to rest. The same seed gives the same trace, byte for byte. */
export async function simulate(home: Home, seed: number, scenario: Scenario = {}): Promise<Run> {
  const { mutation = {}, odds = ODDS } = scenario
  const clock = { nowMs: START }
  const random = randomFrom(seed)
  const scheduler = createScheduler(random, clock, odds)
  await freshSchema(home.base, home.migrations, mutation.schema)
  const globals = seedGlobals(seed, () => clock.nowMs)
  const { trace } = scheduler
  try {
    const world = await createWorld(home.base, scheduler, mutation, scenario.size)
    const { length = LENGTH, steps = STEPS } = scenario
    let left = length
    await play(world, globals.tick, () => {
      left -= 1
      return left < 0 ? undefined : random.weighted(steps)
    })
    await rest(world, globals.tick)
    await judge(world)
    return { seed, violation: undefined, trace }
  } catch (error) {
    if (!(error instanceof Violation)) throw new Error(`seed ${seed}`, { cause: error })
    trace.push(error.message)
    return { seed, violation: error.message, trace }
  } finally {
    globals.undo()
  }
}

/** Lets things begin and calls go, in the order that the seed wants, until nothing is under way. */
async function play(world: World, tick: () => void, next: () => Step | undefined): Promise<void> {
  const { scheduler, random, clock } = world
  let failure: unknown
  let active = 0
  let over = false
  const begin = (step: Step): void => {
    scheduler.note(`— ${step.name}`)
    active += 1
    step
      .run(world)
      .catch((error: unknown) => {
        failure ??= error
      })
      .finally(() => {
        active -= 1
      })
  }
  for (let idle = 0; ; ) {
    await quiet()
    tick()
    if (failure !== undefined) throw failure
    const free = !over && active < AT_ONCE
    if (free && (!scheduler.ready() || random.chance(0.3))) {
      const step = next()
      if (step === undefined) over = true
      else begin(step)
    } else if (scheduler.ready()) {
      idle = 0
      if ((await scheduler.release()) === 'write') await holdInvariants(world.base)
    } else if (!scheduler.idle()) clock.nowMs = scheduler.nextDueAt()
    else if (over && active === 0 && world.running() === 0) return
    else if (active > 0 || over) {
      idle += 1
      if (idle > 100) throw new Error('something waits for what will never come')
    }
  }
}

/** No more faults: jobs, webhooks and messages have time to repair whatever was left behind. */
async function rest(world: World, tick: () => void): Promise<void> {
  const { scheduler, clock, queue, provider } = world
  scheduler.becalm()
  scheduler.note('— calm')
  for (const span of SPANS) {
    clock.nowMs += span
    queue.replay()
    // The jobs repair what they can before a webhook tells them.
    await play(world, tick, oneOfEach([jobs]))
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

/** Whatever runs has come to a seam: what is awaited in between is done in microtasks, all before this. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
}

export type { Random }
