import { DAY_MS, MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import type { Step } from '../world.ts'

const SPANS = [20 * SECOND_MS, 2 * MINUTE_MS, 6 * MINUTE_MS, 16 * MINUTE_MS, 31 * MINUTE_MS]

/** Time goes by: leases, windows and QRs end. */
export const passTime: Step = {
  name: 'pass time',
  weight: 2,
  async run({ random, clock, scheduler }) {
    clock.nowMs += random.pick(SPANS)
    scheduler.note('time goes by')
  },
}

const DAYS = [1, 2, 4, 6]

/** Nobody does what was due: orders are cancelled, agreed to, delivered and completed by themselves. */
export const letDaysPass: Step = {
  name: 'let days pass',
  weight: 5,
  async run({ random, clock, scheduler, running }) {
    // No request lasts for days.
    if (running() > 0) return
    clock.nowMs += random.pick(DAYS) * DAY_MS
    scheduler.note('days go by')
  },
}
