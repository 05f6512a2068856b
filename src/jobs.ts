import { describeError, type Log } from './common/log.ts'
import type { Services } from './compose.ts'
import { forgetOldKeys } from './database/idempotency.ts'
import { forgetSent } from './database/outbox.ts'

/** What runs each minute. Every job is safe to run twice, and at the same time as another. */
const MINUTE: Record<string, (services: Services) => Promise<unknown>> = {
  'expire-unpaid': async ({ order }) => await order().reconciliation.expire(),
  'end-overdue': async ({ order }) => await order().deadlines.run(),
  'tell-of-ends': async ({ order }) => await order().announcements.tellOfEnds(),
  'sweep-inbox': async ({ order }) => await order().webhooks.sweep(),
  'reconcile-attempts': async ({ order }) => await order().reconciliation.reconcile(),
  'send-refunds': async ({ order }) => await order().refunds.runDue(),
  // After what ends holds, so that what came back is handed out again in the same minute.
  'flash-sales': async ({ product }) => await product().flashSlots.tidy(),
  'check-books': async ({ order }) => await order().breaks.runIfDue(),
  // Before what sends: letters of the day go out in the minute that they are written.
  'write-digests': async ({ user }) => await user().digests.run(),
  'send-notifications': async ({ user }) => await user().deliveries.runDue(),
  'sweep-outbox': async ({ sweepOutbox }) => await sweepOutbox(),
  'forget-sessions': async ({ user }) => await user().auth.forgetEnded(),
  'forget-carts': async ({ order }) => await order().cart.forgetIdle(),
  'forget-webhooks': async ({ order }) => await order().webhooks.forgetSettled(),
  'forget-keys': async ({ database, clock }) => await forgetOldKeys(database(), clock.now()),
  'forget-buyers': async ({ order }) => await order().forgetBuyers(),
  'forget-notifications': async ({ user }) => await user().notifications.forget(),
  'forget-deliveries': async ({ user }) => await user().deliveries.forget(),
  'forget-operator-events': async ({ operatorFeed }) => await operatorFeed().forget(),
  'forget-uploads': async ({ uploads }) => await uploads().forget(),
  'forget-waits': async ({ chat }) => await chat().pace.forget(),
  'forget-sent': async ({ database, clock }) => await forgetSent(database(), clock.now()),
}

/** The jobs of this minute, unless those of an earlier one still run. */
export async function runInTurn(services: Services, log: Log): Promise<void> {
  if (!(await services.jobsTurn.take())) return log.info('jobs.busy')
  try {
    await runJobs(services, log)
  } finally {
    await services.jobsTurn.giveBack()
  }
}

/** Runs every job of the minute; one that fails does not keep the others from running. */
export async function runJobs(services: Services, log: Log): Promise<void> {
  for (const [name, job] of Object.entries(MINUTE)) {
    try {
      const count = await job(services)
      if (typeof count === 'number' && count > 0) log.info('job.done', { name, count })
    } catch (error) {
      log.error('job.failed', { name, ...describeError(error) })
    }
  }
}
