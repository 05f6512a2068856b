import { expect, it } from 'vitest'
import type { PaymentProvider } from '#src/order/payment/provider.ts'
import { inside } from './home.ts'
import { play } from './play.ts'
import { bodyOf } from './seams/provider.ts'
import { inWorld } from './simulate.ts'
import { jobs } from './steps/run-jobs.ts'
import type { World } from './world.ts'

const NO_FAULTS = { fails: 0, lost: 0, crash: 0, delay: 0, unheard: 0 }

/** Nobody heard of the first refund before its bank would not have it; the second comes through. */
function failsOnce(given: PaymentProvider): PaymentProvider {
  return {
    ...given,
    refund: async ({ id }) =>
      id === 'rfd_1'
        ? { providerRef: 're_1', status: 'failed' }
        : { providerRef: 're_2', status: 'succeeded' },
  }
}

it('What a provider says of a refund that failed before we knew it is ours, also after another try (P2)', async () => {
  await inside('sqlite', async (home) => {
    const scenario = { odds: NO_FAULTS, mutation: { provider: failsOnce } }
    const [violation] = await inWorld(home, 1, scenario, async (world, tick) => {
      const { db, call, clock } = world
      const t = db.tables
      await db.insert(t.refunds).values({
        ...{ id: 'rfd_1', providerKey: 'rfd_1', provider: 'stripe', chargeRef: 'pi_1' },
        ...{ amountSatang: 100, currency: 'THB', reason: 'late', status: 'pending', attempts: 0 },
        ...{ nextAtMs: clock.nowMs, createdAt: new Date(clock.nowMs) },
      })
      await doing(world, tick, async () => await jobs.run(world))
      await doing(world, tick, async () => {
        await call('retry', null, async (services) => {
          return await services.order().grants.retry('usr_operator', 'rfd_1', { key: 'key-1' })
        })
        const event = { id: 'evt_1', kind: 'refund.failed', objectRef: 're_1' }
        await call('webhook', null, async (services) => {
          await services.order().webhooks.receive('stripe', bodyOf(event), new Headers())
        })
      })
      const [refund] = await db.select().from(t.refunds)
      expect([refund?.status, refund?.providerRef]).toEqual(['succeeded', 're_2'])
      const [told] = await db.select().from(t.inboxEvents)
      expect(told?.status).toBe('done')
    })
    expect(violation).toBeUndefined()
  })
})

async function doing(world: World, tick: () => void, run: () => Promise<unknown>): Promise<void> {
  const steps = [{ name: 'act', weight: 1, run }]
  await play(
    world,
    tick,
    () => steps.shift(),
    async () => undefined,
  )
}
