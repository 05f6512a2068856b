import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { createLog } from '#src/common/log.ts'
import { isStale } from '#src/database/portable.ts'
import { createGroupService } from '#src/order/group/service.ts'
import { createInventoryService } from '#src/product/inventory/service.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAt, stallOf } from '#test/support/payer.ts'
import { factsOf } from '#test/support/soundness.ts'

describeEachMarket('A group of orders', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  const setUp = async () => {
    const [database, market] = [open(), theMarket()]
    const { groupId } = await placeAt(market, await stall())
    const announced: string[] = []
    const groups = createGroupService({
      database,
      clock: market.clock,
      log: createLog({}, () => undefined),
      inventory: createInventoryService({ database }),
      publish: async (channel, key) => void announced.push(`${channel} ${key}`),
      relay: async () => undefined,
      defer: (task) => void task,
    })
    const found = await groups.load(groupId)
    if (found === undefined) throw new RangeError('it was just placed')
    return { database, market, groups, found, groupId, announced }
  }

  it('P10: moves as a whole with its orders and stock, and leaves a message in the outbox', async () => {
    const { database, market, groups, found, groupId } = await setUp()
    const at = market.clock.now()
    await database.atomically((q) => groups.move(q, found, 'cancelled', 'buyer', at))
    const { group, orders } = await factsOf(database, groupId)
    expect(group.paymentStatus).toBe('cancelled')
    expect(orders.map(({ status }) => status)).toEqual(['cancelled'])
    const { outboxMessages } = database.tables
    const messages = await database
      .select()
      .from(outboxMessages)
      .where(eq(outboxMessages.aggregateId, groupId))
    expect(messages).toMatchObject([{ kind: 'order-group.changed', version: 2, attempts: 0 }])
  })

  it('P10: moves once, whoever decides on the same version at the same time', async () => {
    const { database, market, groups, found, groupId } = await setUp()
    const at = market.clock.now()
    const races = await Promise.allSettled(
      (['expired', 'cancelled'] as const).map(
        async (event) =>
          await database.atomically((q) =>
            groups.move(q, found, event, event === 'expired' ? 'system' : 'buyer', at),
          ),
      ),
    )
    expect(races.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { group } = await factsOf(database, groupId)
    expect(group.version).toBe(2)
  })

  it('refuses a move that is not in the table, whoever asks', async () => {
    const { database, market, groups, found } = await setUp()
    const at = market.clock.now()
    for (const [event, actor] of [
      ['paid', 'buyer'],
      ['cancelled', 'seller'],
      ['shipped', 'system'],
    ] as const) {
      const move = database.atomically((q) => groups.move(q, found, event, actor, at))
      await expect(move).rejects.toMatchObject({ code: 'transition_refused' })
    }
  })

  it('says when it has moved since it was loaded', async () => {
    const { database, market, groups, found } = await setUp()
    const at = market.clock.now()
    await database.atomically((q) => [groups.unmoved(q, found)])
    await database.atomically((q) => groups.move(q, found, 'cancelled', 'buyer', at))
    const late = await database
      .atomically((q) => [groups.unmoved(q, found)])
      .catch((error: unknown) => error)
    expect(isStale(late)).toBe(true)
  })

  it('R6: announces each version under a key of its own, so that a second frame is the same', async () => {
    const { groups, found, groupId, announced } = await setUp()
    groups.announceMove(found, 'paid')
    groups.announceMove(found, 'paid')
    const frame = `order-group:${groupId} ${groupId}:2`
    expect(announced).toEqual([frame, frame])
  })
})
