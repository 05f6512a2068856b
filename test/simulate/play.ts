import { holdInvariants } from './invariants.ts'
import { tablesOf } from './seams/database.ts'
import type { Step, World } from './world.ts'

const AT_ONCE = 4

/** Lets things begin and calls go, in the order that the seed wants, until nothing is under way. */
export async function play(
  world: World,
  tick: () => void,
  next: () => Step | undefined,
  afterWrite: (base: World['base'], tables: string[]) => Promise<void> = holdInvariants,
): Promise<void> {
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
    world.flash.ringDue()
    if (failure !== undefined) throw failure
    const free = !over && active < AT_ONCE
    if (free && (!scheduler.ready() || random.chance(0.3))) {
      const step = next()
      if (step === undefined) over = true
      else begin(step)
    } else if (scheduler.ready()) {
      idle = 0
      const { kind, label } = await scheduler.release()
      if (kind === 'write') await afterWrite(world.base, tablesOf(label))
    } else if (!scheduler.idle()) clock.nowMs = scheduler.nextDueAt()
    else if (over && active === 0 && world.running() === 0) return
    else if (active > 0 || over) {
      idle += 1
      if (idle > 100) throw new Error('something waits for what will never come')
    }
  }
}

/** Whatever runs has come to a seam: what is awaited in between is done in microtasks, all before this. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
}
