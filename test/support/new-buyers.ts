import { and, eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '#src/database/database.ts'

/**
 * S7: a group's buyer counts as new in it, by each of their holders, just as long as a use of what is
 * for new buyers stands.
 */
export async function expectNewBuyer(db: Database, groupId: string): Promise<void> {
  const { newBuyerUses, vouchers, voucherUses } = db.tables
  const uses = await db
    .select({ holder: voucherUses.holder, otherHolder: voucherUses.otherHolder })
    .from(voucherUses)
    .innerJoin(vouchers, eq(vouchers.id, voucherUses.voucherId))
    .where(
      and(
        eq(voucherUses.groupId, groupId),
        inArray(voucherUses.state, ['reserved', 'used']),
        eq(vouchers.audience, 'new_buyer'),
      ),
    )
  const counted = await db.select().from(newBuyerUses).where(eq(newBuyerUses.groupId, groupId))
  const holders = new Set(
    uses.flatMap(({ holder, otherHolder }) => [holder, otherHolder ?? holder]),
  )
  expect(counted.map(({ holder }) => holder).sort(), 'new in this group').toEqual(
    [...holders].sort(),
  )
}
