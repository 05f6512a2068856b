import { createLog } from '#src/common/log.ts'
import { isProblem } from '#src/common/problem.ts'
import { createTasks } from '#src/common/tasks.ts'
import { compose, type Services } from '#src/compose.ts'
import { openDatabase } from '#src/database/open.ts'
import type { PaymentProvider } from '#src/order/payment/provider.ts'
import { withCircuit } from '#src/order/payment/providers/circuit.ts'
import { createModel, type Outcome } from './model.ts'
import type { Isolate, Scheduler } from './scheduler.ts'
import { bindingsOf } from './seams/bindings.ts'
import type { Rewrite } from './seams/database.ts'
import { createFlashTwin, type Remade } from './seams/flash-stock.ts'
import { createProviderTwin } from './seams/provider.ts'
import { createQueueTwin } from './seams/queue.ts'
import type { Home } from './simulate.ts'
import { buildTown, type Shopper, SIZE, type Size } from './town.ts'
import { Violation } from './violation.ts'

/** What a mutant makes worse, each at a seam; production code has no switch for any of it. */
export type Mutation = {
  rewrite?: Rewrite
  provider?: (provider: PaymentProvider) => PaymentProvider
  /** An object of a flash sale, each time that it begins. */
  flash?: Remade
  /** What is acknowledged before it is dealt with. */
  acknowledgesFirst?: 'webhooks' | 'messages'
  /** Statements after the migrations. */
  schema?: (sqlOf: (table: string) => Promise<string>) => Promise<string[]>
}

/** A town with its buyers, payers, provider and queue, and the Worker that serves it. */
export async function createWorld(
  { base, ground }: Home,
  scheduler: Scheduler,
  mutation: Mutation = {},
  size: Size = SIZE,
) {
  const { random, clock } = scheduler
  const db = openDatabase({ kind: 'd1', binding: base })
  const town = await buildTown(db, random, clock.nowMs, size)
  const provider = createProviderTwin(scheduler)
  const queue = createQueueTwin()
  const flash = createFlashTwin(ground, scheduler, mutation.flash)
  const model = createModel(db, scheduler)
  const log = createLog({}, () => undefined)
  const running = new Set<Isolate>()

  function servicesOf(isolate: Isolate, shopper: Shopper | null): Services {
    const { reachedBy } = provider
    const reached = reachedBy(isolate, scheduler)
    const { userId = null, sessionId = '' } = shopper ?? {}
    const principal = userId === null ? null : { userId, sessionId, roles: [] }
    return compose({
      env: bindingsOf(isolate, scheduler, { base, queue, flash, rewrite: mutation.rewrite }),
      log,
      tasks: createTasks(),
      principal: () => principal,
      clock: { now: () => new Date(clock.nowMs) },
      providers: new Map([['stripe', withCircuit(mutation.provider?.(reached) ?? reached)]]),
      sleep: async (ms) =>
        await scheduler.through(isolate, 'sleep', `${ms} ms`, async () => {}, ms),
    })
  }

  /**
   * Runs something in an isolate of its own. A crash leaves it where it stands and its caller without
   * an answer. A 5xx where no fault struck is a fault of ours.
   */
  async function call<Answer>(
    name: string,
    shopper: Shopper | null,
    act: (services: Services) => Promise<Answer>,
  ): Promise<Outcome<Answer>> {
    const isolate = scheduler.isolate(name)
    running.add(isolate)
    const services = servicesOf(isolate, shopper)
    return await new Promise((resolve, reject) => {
      const end = () => running.delete(isolate)
      isolate.onCrash = () => {
        end()
        resolve({ kind: 'silence' })
      }
      const failed = (error: unknown): Outcome<Answer> => {
        if (isProblem(error) && error.status < 500) return { kind: 'refused', problem: error }
        if (isolate.struck) return { kind: 'silence' }
        throw new Violation('W1', `${isolate.name} failed without a fault: ${textOf(error)}`)
      }
      const answered = async (): Promise<Outcome<Answer>> => ({
        kind: 'answer',
        value: await act(services),
      })
      answered()
        .catch(failed)
        .then((outcome) => {
          scheduler.note(`${isolate.name} ← ${describe(outcome)}`)
          resolve(scheduler.isUnheard() ? { kind: 'silence' } : outcome)
        }, reject)
        // What was left to be done after the answer goes on in the same isolate.
        .then(services.close)
        .then(end, end)
    })
  }

  return {
    base,
    db,
    ...town,
    scheduler,
    random,
    clock,
    provider,
    queue,
    flash,
    model,
    mutation,
    log,
    call,
    /** Isolates that have not come to their end. */
    running: (): number => running.size,
    newKey: (): string => `key-${random.bits().toString(36)}`,
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

/** One thing that somebody does. A new one is a file beside the others and a line in `index.ts`. */
export type Step = {
  name: string
  /** How often it is chosen, beside the others. */
  weight: number
  run(world: World): Promise<unknown>
}

const describe = (outcome: Outcome<unknown>): string =>
  outcome.kind === 'refused' ? `refused ${outcome.problem.code}` : outcome.kind

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error)
