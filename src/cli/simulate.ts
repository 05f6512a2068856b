import { parseArgs } from 'node:util'
import { onEndSignal } from './processes.ts'
import { Stop } from './stop.ts'
import { runVitest } from './vitest.ts'

/** Which seeds are wanted; what plays them reads it. */
export type WantedSeeds = { from: number; seeds: number }

const SEEDS = 200

/**
 * `npm run simulate [-- --seeds 200 --from 1]`: plays seeds of the simulator, tells the first that broke
 * a promise with all that led to it, and answers 1 then. A single seed tells all that happened in it.
 */
export async function run(args: string[]): Promise<number> {
  onEndSignal(process.exit)
  const wanted = readWanted(args)
  const quiet = ['test/simulate/command.ts', '--reporter=dot', '--disable-console-intercept']
  // The simulator belongs to the tests, which nothing here imports: it is played by their runner.
  return await runVitest('simulate', quiet, { TALAT_SIMULATE: JSON.stringify(wanted) })
}

/** @throws Stop naming what is not understood */
export function readWanted(args: string[]): WantedSeeds {
  const { seeds, from } = parse(args)
  return { from: number('from', from, 1), seeds: number('seeds', seeds, SEEDS) }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { seeds: { type: 'string' }, from: { type: 'string' } } })
      .values
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
}

function number(name: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new Stop(`--${name} is "${text}"; it must be a whole number from 1.`)
  }
  return Number(text)
}
