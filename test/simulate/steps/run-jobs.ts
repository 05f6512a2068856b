import { runJobs } from '#src/jobs.ts'
import type { Step } from '../world.ts'

/** The minute's jobs; two runs may meet. */
export const jobs: Step = {
  name: 'run jobs',
  weight: 4,
  run: async ({ call, log }) =>
    await call('jobs', null, async (services) => await runJobs(services, log)),
}
