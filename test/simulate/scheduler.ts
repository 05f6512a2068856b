import type { Random } from './random.ts'

/** What a call through a seam is: it decides which faults there are. */
export type Kind = 'read' | 'write' | 'ask' | 'send' | 'sleep' | 'look'

/** One run of the Worker: a request, a message batch or a minute's jobs. Dead ones never go on. */
export type Isolate = {
  readonly name: string
  dead: boolean
  /** A fault struck it, so that it may answer 5xx. */
  struck: boolean
  onCrash: () => void
}

/** How a call ends: done, refused before it was done, done with its reply lost, or with its isolate. */
export type Fate = 'done' | 'fails' | 'reply lost' | 'crashes before' | 'crashes after'

type Call = {
  isolate: Isolate
  kind: Kind
  label: string
  /** Not before this time, ms. */
  dueAt: number
  run: () => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/**
 * How likely a call fails before or after it is done, kills its isolate or is held back for a while, and
 * that an answer is lost on its way to whoever asked.
 */
export type Odds = { fails: number; lost: number; crash: number; delay: number; unheard: number }

/**
 * Concurrency as the seed wants it. Every call that leaves an isolate waits here; one at a time is let
 * go, so that all that runs side by side does so in an order that can be had again.
 */
export function createScheduler(random: Random, clock: { nowMs: number }, odds: Odds) {
  const trace: string[] = []
  let waiting: Call[] = []
  let made = 0
  let calm = false

  function note(line: string): void {
    trace.push(`${String(clock.nowMs).padStart(13)} ${line}`)
  }

  function fateOf({ kind }: Call): Fate {
    if (calm || kind === 'sleep' || kind === 'look') return 'done'
    const drawn = random.next()
    if (drawn < odds.fails) return 'fails'
    if (kind !== 'read' && drawn < odds.fails + odds.lost) return 'reply lost'
    if (drawn > 1 - odds.crash) return random.chance(0.5) ? 'crashes before' : 'crashes after'
    return 'done'
  }

  function crash(isolate: Isolate): void {
    isolate.dead = true
    isolate.struck = true
    waiting = waiting.filter((call) => call.isolate !== isolate)
    isolate.onCrash()
  }

  const self = {
    trace,
    note,
    clock,
    random,
    /** No faults from here on: what is under way comes to its end. */
    becalm: (): void => {
      calm = true
    },
    isCalm: (): boolean => calm,
    /** Whether an answer is lost on its way. */
    isUnheard: (): boolean => !calm && random.chance(odds.unheard),

    isolate(name: string): Isolate {
      made += 1
      return { name: `${name}#${made}`, dead: false, struck: false, onCrash: () => undefined }
    },

    /** A call through a seam. It is held until its turn; that of a dead isolate never comes. */
    async through<Answer>(
      isolate: Isolate,
      kind: Kind,
      label: string,
      run: () => Promise<Answer>,
      pauseMs = 0,
    ): Promise<Answer> {
      return await new Promise<Answer>((resolve, reject) => {
        if (isolate.dead) return
        const held =
          !calm && kind !== 'look' && random.chance(odds.delay) ? random.between(1, 25_000) : 0
        const dueAt = clock.nowMs + pauseMs + held
        const settled = resolve as (value: unknown) => void
        waiting.push({ isolate, kind, label, dueAt, run, resolve: settled, reject })
      })
    },

    /** Something that is only looked at, such as by the model; in its turn, and never struck. */
    look: async <Answer>(run: () => Promise<Answer>): Promise<Answer> =>
      await self.through(ONLOOKER, 'look', 'model', run),

    /** Whether a call could go now. */
    ready: (): boolean => waiting.some(({ dueAt }) => dueAt <= clock.nowMs),
    idle: (): boolean => waiting.length === 0,

    /** When the next held call may go. */
    nextDueAt: (): number => Math.min(...waiting.map(({ dueAt }) => dueAt)),

    /** Lets one of the calls that are due go. Answers what it was, for whoever checks after a write. */
    async release(): Promise<Pick<Call, 'kind' | 'label'>> {
      const due = waiting.filter(({ dueAt }) => dueAt <= clock.nowMs)
      const call = random.pick(due)
      waiting = waiting.filter((other) => other !== call)
      const fate = fateOf(call)
      const { isolate, kind, label } = call
      if (fate !== 'done') isolate.struck = true
      const line = `${isolate.name} ${kind} ${label}`
      if (fate === 'fails') {
        note(`${line} → fails`)
        call.reject(new Error('Network connection lost.'))
      } else if (fate === 'crashes before') {
        note(`${line} → crashes before`)
        crash(isolate)
      } else {
        const told = await tryOut(call.run)
        note(`${line} → ${fate}${told.error === undefined ? '' : `: ${told.text}`}`)
        if (fate === 'crashes after') crash(isolate)
        else if (fate === 'reply lost') call.reject(new Error('Network connection lost.'))
        else if (told.error === undefined) call.resolve(told.value)
        else call.reject(told.error)
      }
      clock.nowMs += random.between(1, 40)
      return { kind, label }
    },
  }
  return self
}

const ONLOOKER: Isolate = { name: 'onlooker', dead: false, struck: false, onCrash: () => undefined }

export type Scheduler = ReturnType<typeof createScheduler>

async function tryOut(run: () => Promise<unknown>) {
  try {
    return { value: await run(), error: undefined, text: '' }
  } catch (error) {
    const text = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { value: undefined, error: error ?? new Error('nothing'), text: text?.slice(0, 90) }
  }
}
