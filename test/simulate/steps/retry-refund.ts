import { eq } from 'drizzle-orm'
import type { Keyed } from '../model.ts'
import type { Step, World } from '../world.ts'

/** An operator sends a refund that failed once more; now and then two do so at once. */
export const retryRefund: Step = {
  name: 'retry refund',
  weight: 3,
  async run(world) {
    const { random, model } = world
    const failed = await refundsIn(world, 'failed')
    // Also one that is on its way, or has come.
    const from = random.chance(0.9) ? failed : await refundsIn(world, 'pending')
    if (from.length === 0) return
    const id = random.pick(from)
    const first = retrying(world, id)
    if (random.chance(0.6)) return await model.send(first)
    const other = random.chance(0.5) ? first : retrying(world, id)
    return await Promise.all([model.send(first), model.send(other)])
  },
}

/** Operators come to an end with all that failed. */
export const retryRefunds: Step = {
  name: 'retry refunds',
  weight: 0,
  async run(world) {
    for (const id of await refundsIn(world, 'failed')) await world.model.send(retrying(world, id))
  },
}

function retrying({ shoppers, newKey, call }: World, id: string): Keyed {
  const [shopper] = shoppers
  if (shopper === undefined) throw new RangeError('a town without anybody')
  const key = newKey()
  const send = async () =>
    await call('retry-refund', null, async (services) => {
      return (await services.order().grants.retry('usr_operator', id, { key })).body
    })
  return { key, shopper, send }
}

async function refundsIn(
  { db, scheduler }: World,
  status: 'failed' | 'pending',
): Promise<string[]> {
  const { refunds } = db.tables
  const seen = await scheduler.look(
    async () => await db.select({ id: refunds.id }).from(refunds).where(eq(refunds.status, status)),
  )
  return seen.map(({ id }) => id).sort()
}
