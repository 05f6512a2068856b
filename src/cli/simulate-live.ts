import { onEndSignal } from './processes.ts'
import { readWanted } from './simulate.ts'
import { runVitest } from './vitest.ts'

/** The runtime keeps something of each room and socket that ever was: a new one for so many seeds. */
const SEEDS_A_PROCESS = 70
/** What the runtime says of each frame that was on its way into a crash, and where. */
const NOISE = /broken\.outputGateBroken|WebSocketPipe was destroyed|^stack: |^\s*$/
const PLAYED = /played (\{.*\})/

/** Counts by name, as the simulator tells them. */
type Tally = Record<string, number>

/**
 * `npm run simulate:live [-- --seeds 200 --from 1]`: plays talks through crashes, evictions, doubles and
 * lost sockets, some five hundred messages a seed; tells the first that broke a promise, and answers 1
 * then.
 */
export async function run(args: string[]): Promise<number> {
  onEndSignal(process.exit)
  const { from, seeds } = readWanted(args)
  const started = performance.now()
  let before: Tally = {}
  for (let first = from; first < from + seeds; first += SEEDS_A_PROCESS) {
    let now = before
    const part = { from: first, seeds: Math.min(SEEDS_A_PROCESS, from + seeds - first) }
    const quiet = ['test/simulate-live/command.ts', '--reporter=dot', '--disable-console-intercept']
    const env = { TALAT_SIMULATE: JSON.stringify(part) }
    const code = await runVitest('simulate', quiet, env, (line) => {
      const told = PLAYED.exec(line)?.[1]
      if (told !== undefined) {
        now = sum(before, JSON.parse(told) as Tally)
        console.log(`${sentence(now)}, no violation, ${secondsSince(started)} s`)
      } else if (!NOISE.test(line)) console.log(line)
    })
    if (code !== 0) return code
    before = now
  }
  return before.seeds === seeds ? 0 : 1
}

const sum = (one: Tally, other: Tally): Tally =>
  Object.fromEntries(Object.entries(other).map(([name, count]) => [name, count + (one[name] ?? 0)]))

const sentence = (tally: Tally): string =>
  Object.entries(tally)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')

const secondsSince = (started: number) => ((performance.now() - started) / 1000).toFixed(0)
