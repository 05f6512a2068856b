import type { OrderStatus } from '#src/order/rules.ts'
import type { Placed, PlacedOrder } from '../model.ts'
import type { World } from '../world.ts'

export type Chosen = { group: Placed; order: PlacedOrder; status: OrderStatus | undefined }

/** An order as somebody finds it on their screen: mostly in one of these states, now and then any. */
export async function chooseOrder(
  { db, random, model, scheduler }: World,
  states: readonly OrderStatus[],
): Promise<Chosen | undefined> {
  const { id, status } = db.tables.orders
  const seen = await scheduler.look(
    async () => await db.select({ id, status }).from(db.tables.orders),
  )
  const statusOf = new Map(seen.map((row) => [row.id, row.status]))
  const all = [...model.groups.values()].flatMap((group) =>
    group.orders.map((order) => ({ group, order, status: statusOf.get(order.id) })),
  )
  const likely = all.filter((one) => one.status !== undefined && states.includes(one.status))
  // Where there is none to be seen, hardly anybody tries.
  const from = random.chance(0.9) ? likely : all
  return from.length === 0 ? undefined : random.pick(from)
}
