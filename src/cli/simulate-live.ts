import { onEndSignal } from './processes.ts'
import { readWanted } from './simulate.ts'
import { runVitest } from './vitest.ts'

/**
 * `npm run simulate:live [-- --seeds 200 --from 1]`: plays talks through crashes, doubles and lost
 * sockets, some five hundred messages a seed; tells the first that broke a promise, and answers 1 then.
 */
export async function run(args: string[]): Promise<number> {
  onEndSignal(process.exit)
  const wanted = readWanted(args)
  const quiet = ['test/simulate-live/command.ts', '--reporter=dot', '--disable-console-intercept']
  return await runVitest('simulate', quiet, { TALAT_SIMULATE: JSON.stringify(wanted) })
}
