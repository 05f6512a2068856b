import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { noLimits } from '#src/auth/limits.ts'
import { MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { orderCaps } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isCheck } from '#src/database/portable.ts'
import type { Payer } from '#src/order/buyer/rules.ts'
import { createBuyerService } from '#src/order/buyer/service.ts'
import { describeEachDatabase } from '#test/support/each-database.ts'

const AT = new Date('2026-11-22T03:00:00Z')
const nobody = async () => {
  throw new RangeError('not asked here')
}

describeEachDatabase('Two orders of one buyer with room for one', (open) => {
  const buyersOf = (database: Database) =>
    createBuyerService({
      database,
      clock: { now: () => AT },
      caps: { ...orderCaps(1), openPerAccount: 2 },
      limits: noLimits,
      checkAddress: nobody,
      accountEmail: nobody,
    })

  const insertGroup = (
    q: Query,
    { tables }: Database,
    { userId, email, phone }: Payer,
  ): Statement => {
    const id = newId('grp')
    const address = {
      recipient: 'มะลิ',
      phone,
      line1: '1',
      subdistrict: 'a',
      district: 'b',
      province: 'c',
      postcode: '10400',
    }
    return q.insert(tables.orderGroups).values({
      ...{ id, number: id, userId, contactEmail: email, contactPhone: phone },
      ...{ locale: 'th', address, paymentStatus: 'pending_payment', totalSatang: 1, vouchers: [] },
      ...{ currency: 'THB', version: 1, placedAt: AT, placedMs: AT.getTime(), paidAt: null },
      expiresAt: new Date(AT.getTime() + 15 * MINUTE_MS),
    })
  }

  /** Orders; a slow one keeps its write open after it was counted. */
  const place = async (payer: Payer, slow = false) => {
    const db = open()
    const hold = await buyersOf(db).hold(payer, 'open', AT)
    const pause = (q: Query): Statement[] =>
      slow && db.dialect === 'postgres'
        ? [q.select({ slept: sql`pg_sleep(0.5)` }).from(sql`(select 1) as once`)]
        : []
    await db.atomically((q) => [...hold(q), ...pause(q), insertGroup(q, db, payer)])
  }

  it('are one order: the second waits for the first and then counts it', async () => {
    // By one holder, so that no later statement mends what an earlier one counted too early.
    const payer = { userId: newId('usr'), email: 'nok@example.test', phone: '+66812345678' }
    // The row they wait for each other at is there before: making it is a lock of another kind.
    await place(payer)
    const first = place(payer, true)
    await new Promise((resolve) => setTimeout(resolve, 150))
    const second = place(payer)
    await first
    await expect(second).rejects.toSatisfy((error) => isCheck(error, 'buyer_holds_most'))
  })
})
