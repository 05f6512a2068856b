import { after } from '#src/common/clock.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { expectNoDrift } from '../support/soundness.ts'
import { demand, soundly } from './violation.ts'
import type { World } from './world.ts'

const ENDED_UNPAID = ['expired', 'cancelled']

/** S2, S7: of what an operator put into a slot no more was sold than was in it, and none of it too dear. */
export async function judgeCampaigns(world: World): Promise<void> {
  const { db, model, shoppers } = world
  const t = db.tables
  const lines = await db.select().from(t.orderLines)
  const groups = await db.select().from(t.orderGroups)
  const stands = new Set(
    groups.filter(({ paymentStatus }) => !ENDED_UNPAID.includes(paymentStatus)).map(({ id }) => id),
  )
  for (const item of model.campaigns.values()) {
    const sold = lines.filter(
      ({ flashItemId, groupId }) => flashItemId === item.id && stands.has(groupId),
    )
    const pieces = (list: typeof sold) => list.reduce((sum, { quantity }) => sum + quantity, 0)
    demand('S2 no more is sold than was in it', pieces(sold) <= item.quota, () => item)
    for (const { name, userId, email } of shoppers) {
      const own = new Set(
        groups
          .filter((g) => (userId === null ? g.contactEmail === email : g.userId === userId))
          .map(({ id }) => id),
      )
      const bought = pieces(sold.filter(({ groupId }) => own.has(groupId)))
      demand('S7 a buyer has no more than they may', bought <= item.perBuyer, () => ({
        ...{ item, name, bought },
      }))
    }
    const asked = sold.every(({ unitPriceSatang }) => unitPriceSatang === item.priceSatang)
    demand('PR5 what is sold in it costs what was said', asked, () => item)
  }
  await judgeSlots(world)
}

/** S8: a slot that is over is closed, and its objects know what the database knows. */
async function judgeSlots({ db, clock, flash }: World): Promise<void> {
  const t = db.tables
  const now = new Date(clock.nowMs)
  for (const sale of await db.select().from(t.flashSales)) {
    demand('P6 nothing is left behind', sale.state === 'closed', () => ({ sale }))
  }
  for (const { id, endsAt } of await db.select().from(t.flashSaleItems)) {
    if (now < after(endsAt, SETTINGS.flash.forgetMs)) {
      await soundly('S8', async () => await expectNoDrift(db, id, flash.stocks))
    } else {
      const { received } = await flash.stocks(id).reconcile([], 0, false)
      demand('S8 an object forgets', received === 0, () => ({ id, received }))
    }
  }
}
