import { expect } from 'vitest'
import type { Database } from '#src/database/database.ts'
import { makeProduct, makeShop } from './make.ts'
import type { Market } from './market.ts'
import { intentOf, orderAsGuest } from './shopper.ts'
import { expectSound, type Facts, sum } from './soundness.ts'

/** What the provider takes for a dispute. */
export const FEE = 50_000

const CARD = { provider: 'stripe', method: 'card' }

export type DisputedOrder = Awaited<ReturnType<ReturnType<typeof disputesOf>['ordered']>>

/** Groups of two orders, and banks that take back what was paid for them. */
export function disputesOf(theMarket: () => Market, open: () => Database) {
  /** A group of two orders, of 1,040 and 540 baht. */
  const ordered = async () => {
    const [db, market] = [open(), theMarket()]
    const wants = await Promise.all(
      [100_000, 50_000].map(async (priceSatang) => {
        const shop = await makeShop(db)
        return { shop, product: await makeProduct(db, shop, { priceSatang }) }
      }),
    )
    const placed = await orderAsGuest(market, wants, { payment: CARD })
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const { orderGroup, orderToken } = placed.body
    const groupId: string = orderGroup.id
    const intent = intentOf(market, groupId)
    const [first, second] = orderGroup.orders.map(
      (order: { id: string; lines: { id: string }[] }) => ({
        orderId: order.id,
        lineId: order.lines[0]?.id ?? '',
      }),
    )
    return { groupId, intent, orderToken: orderToken as string, first, second, wants }
  }

  return {
    ordered,

    paid: async () => {
      const placed = await ordered()
      await theMarket().control(`/payment_intents/${placed.intent}/approve`)
      await theMarket().deliver()
      return placed
    },

    /** A dispute about a charge; answers its id. */
    dispute: async ({ intent }: { intent: string }, said: object = {}): Promise<string> => {
      const opened = await theMarket().control(`/payment_intents/${intent}/dispute`, said)
      return ((await opened.json()) as { id: string }).id
    },

    sound: async ({ groupId }: { groupId: string }) => {
      await theMarket().deliver()
      return await expectSound(open(), theMarket(), groupId)
    },
  }
}

/** What stands on an account for a group. */
export const on = ({ entries }: Pick<Facts, 'entries'>, account: string): number =>
  sum(entries.filter((entry) => entry.account === account).map((entry) => entry.amountSatang))
