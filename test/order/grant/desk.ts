import { beforeAll } from 'vitest'
import { DAY_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import { makeShop } from '#test/support/make.ts'
import type { Market } from '#test/support/market.ts'
import {
  makeOperator,
  makeSeller,
  makeShopper,
  type Seller,
  type Shopper,
  tokenOf,
} from '#test/support/shopper.ts'
import { expectSound } from '#test/support/soundness.ts'

/** A shop with its seller, a shopper and an operator of one suite, and what they do with an order. */
export function openDesk(theMarket: () => Market, open: () => Database) {
  const who = {} as {
    shop: Awaited<ReturnType<typeof makeShop>>
    seller: Seller
    shopper: Shopper
    operator: { email: string }
  }
  beforeAll(async () => {
    who.shop = await makeShop(open())
    who.seller = await makeSeller(theMarket(), open(), who.shop.id)
    who.shopper = await makeShopper(theMarket())
    who.operator = await makeOperator(theMarket(), open())
  })
  return {
    who,

    /** Posts as somebody, signed in anew and under a key of its own. */
    call: async (as: { email: string }, path: string, body?: object, language = 'th') =>
      await theMarket().call('POST', path, {
        ...{ token: await tokenOf(theMarket(), as.email), key: newId('req') },
        headers: { 'accept-language': language },
        ...(body === undefined ? {} : { body }),
      }),

    ofShop: (orderId: string, act: string) =>
      `/seller/shops/${who.shop.id}/orders/${orderId}/${act}`,

    /** All that is known of a group once its messages have come, which must be sound; of one order. */
    async sound({ groupId }: { groupId: string }) {
      await theMarket().rest()
      await theMarket().deliver()
      const facts = await expectSound(open(), theMarket(), groupId)
      const [now] = facts.orders
      if (now === undefined) throw new RangeError('a group without an order')
      const { id, version, status, dueAt } = now
      return { ...facts, id, version, status, dueAt }
    },

    /** Lets days go by, with the minute's jobs, and comes back to today. */
    async passDays(...days: number[]) {
      for (const n of days) {
        theMarket().pass(n * DAY_MS)
        await theMarket().jobs()
      }
      for (const n of days) theMarket().pass(-n * DAY_MS)
    },
  }
}
