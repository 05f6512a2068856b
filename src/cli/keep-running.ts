import { launch, type Program, type Running, sleep } from './processes.ts'

export type Care = {
  /** Whether the program answers at all; it may take its time. */
  answers(): Promise<boolean>
  /** Told in a sentence when the program is started again. */
  say(line: string): void
  /** How often it is asked, and after how many silences in a row it is taken for dead. */
  everyMs?: number
  silences?: number
}

/** More often than this within ten minutes, and something is wrong that a start does not mend. */
const MOST_STARTS = 5
const WITHIN_MS = 600_000

/**
 * Keeps a program that is up running: wrangler's development server ends, or falls silent for good,
 * after some hundred requests that were cut off in the middle of their body. `ended` is for one that does so again and again.
 */
export function keepRunning(program: Program, first: Running, care: Care): Running {
  let current = first
  let stopped = false
  let over = false

  async function keep(): Promise<number> {
    const starts: number[] = []
    for (;;) {
      const silent = await endOrSilence(current, care)
      // Also one that ended: what it had started lives on, and holds its port.
      await current.stop()
      const code = await current.ended
      const recent = starts.filter((at) => at > Date.now() - WITHIN_MS).length
      if (stopped || recent >= MOST_STARTS) {
        over = true
        return code
      }
      starts.push(Date.now())
      const why = silent ? 'did not answer any more' : 'ended by itself'
      care.say(`${program.name} ${why} and is started again. Its log: ${program.log}`)
      current = launch({ ...program, continues: true })
    }
  }

  return {
    name: program.name,
    log: program.log,
    ended: keep(),
    isOver: () => over,
    async stop() {
      stopped = true
      await current.stop()
    },
  }
}

/** True when the program fell silent, false when it ended. */
async function endOrSilence(running: Running, care: Care): Promise<boolean> {
  const { answers, everyMs = 5000, silences = 4 } = care
  let silent = 0
  while (!running.isOver()) {
    await Promise.race([running.ended, sleep(everyMs)])
    if (running.isOver()) break
    silent = (await answers()) ? 0 : silent + 1
    if (silent >= silences) return true
  }
  return false
}
