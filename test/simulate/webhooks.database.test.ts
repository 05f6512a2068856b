import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { PaymentProvider } from '#src/order/payment/provider.ts'
import { permutations } from '../support/permutations.ts'
import { inside } from './home.ts'
import { play } from './play.ts'
import { bodyOf } from './seams/provider.ts'
import { inWorld } from './simulate.ts'
import { placing } from './steps/place-order.ts'
import type { World } from './world.ts'

const KINDS = [
  'payment_intent.created',
  'payment_intent.requires_action',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'charge.succeeded',
  'charge.updated',
]
const SIZE = {
  ...{ accounts: 1, guests: 0 },
  ...({ stock: [9000, 9000], quota: [1, 1] } as {
    stock: [number, number]
    quota: [number, number]
  }),
}
const NO_FAULTS = { fails: 0, lost: 0, crash: 0, delay: 0, unheard: 0 }

describe('Webhooks about one charge', () => {
  it.each(['before', 'after'] as const)(
    'in every order of up to six, each twice, %s the order is answered, come to one end (P1, P2)',
    async (when) => {
      const ends = new Map<string, number>()
      await inside('sqlite', async (home) => {
        let told: (ref: string) => Promise<void> = async () => undefined
        const provider = (given: PaymentProvider): PaymentProvider => ({
          ...given,
          async start(order) {
            const started = await given.start(order)
            await told(started.providerRef)
            return started
          },
        })
        const scenario = { odds: NO_FAULTS, size: SIZE, mutation: { provider } }
        const [violation] = await inWorld(home, 1, scenario, async (world, tick) => {
          for (let count = 1; count <= KINDS.length; count += 1) {
            for (const order of permutations(KINDS.slice(0, count))) {
              let ref = ''
              const tell = async (of: string) => {
                ref = of
                pay(world, of)
                for (const kind of order) await twice(world, kind, of)
              }
              const wait = async (of: string) => {
                ref = of
              }
              told = when === 'before' ? tell : wait
              await doing(world, tick, async () => await place(world))
              if (when === 'after') await doing(world, tick, async () => await tell(ref))
              const end = await endOf(world, ref, count)
              ends.set(end, (ends.get(end) ?? 0) + 1)
            }
          }
        })
        expect(violation).toBeUndefined()
      })
      expect([...ends.values()]).toEqual([1 + 2 + 6 + 24 + 120 + 720])
      expect([...ends.keys()][0]).toContain('"payment":"paid"')
    },
    300_000,
  )
})

async function doing(world: World, tick: () => void, act: () => Promise<unknown>): Promise<void> {
  const steps = [{ name: 'act', weight: 1, run: act }]
  const nothing = async () => undefined
  await play(world, tick, () => steps.shift(), nothing)
}

async function place(world: World): Promise<void> {
  const { shoppers, shops, variants, call, model } = world
  const [shopper] = shoppers
  const [variant] = variants
  const [shop] = shops
  if (shopper === undefined || variant === undefined || shop === undefined) throw new RangeError()
  const { userId, cartToken, addressId } = shopper
  await call('cart', shopper, async (services) => {
    const line = { variantId: variant.id, quantity: 1 }
    await services.order().cart.add({ userId, cartToken }, line, 'th')
  })
  const input = {
    addressId: addressId ?? '',
    shipping: { [shop.id]: shop.optionId },
    payment: { provider: 'stripe', method: 'promptpay' } as const,
  }
  const placed = await model.send(placing(world, shopper, input, world.newKey()))
  expect(placed.kind).toBe('answer')
}

function pay({ provider }: World, ref: string): void {
  const charge = provider.charges.get(ref)
  if (charge === undefined) throw new RangeError(`no charge ${ref}`)
  provider.pay(charge)
}

async function twice({ call }: World, kind: string, objectRef: string): Promise<void> {
  for (let time = 1; time <= 2; time += 1) {
    const event = { id: `evt_${objectRef}_${kind}`, kind, objectRef }
    const taken = await call('webhook', null, async (services) => {
      await services.order().webhooks.receive('stripe', bodyOf(event), new Headers())
    })
    expect(taken.kind).toBe('answer')
  }
}

/** All that is kept about the group of a charge, without what is its own: ids, times and counts of events. */
async function endOf({ db }: World, ref: string, count: number): Promise<string> {
  const t = db.tables
  const [attempt] = await db
    .select()
    .from(t.paymentAttempts)
    .where(eq(t.paymentAttempts.providerRef, ref))
  if (attempt === undefined) throw new RangeError(`no attempt of ${ref}`)
  const { groupId } = attempt
  const [group] = await db.select().from(t.orderGroups).where(eq(t.orderGroups.id, groupId))
  const orders = await db.select().from(t.orders).where(eq(t.orders.groupId, groupId))
  const history = await db.select().from(t.orderHistory).where(eq(t.orderHistory.groupId, groupId))
  const holds = await db
    .select()
    .from(t.stockReservations)
    .where(eq(t.stockReservations.groupId, groupId))
  const journals = await db
    .select()
    .from(t.ledgerJournals)
    .where(eq(t.ledgerJournals.groupId, groupId))
  const messages = await db
    .select()
    .from(t.outboxMessages)
    .where(eq(t.outboxMessages.aggregateId, groupId))
  const inbox = await db.select().from(t.inboxEvents).where(eq(t.inboxEvents.objectRef, ref))
  return JSON.stringify({
    payment: group?.paymentStatus,
    orders: orders.map(({ status, version }) => [status, version]),
    attempt: [attempt.status, attempt.version, attempt.nextAction?.type],
    history: history
      .map(({ version, event, toStatus }) => `${version} ${event} ${toStatus}`)
      .sort(),
    holds: holds.map(({ state, quantity }) => [state, quantity]),
    journals: journals.map(({ event, sealed }) => [event.split(':')[0], sealed]),
    messages: messages.length,
    allKept: inbox.length === count && inbox.every(({ status }) => status === 'done'),
  })
}
