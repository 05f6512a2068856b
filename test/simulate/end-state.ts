import { expectSoundRows } from '../support/soundness.ts'
import { judgeCampaigns } from './end-campaigns.ts'
import { judgeDisputes, judgeMoney, judgeRefunds } from './end-money.ts'
import { holdInvariants } from './invariants.ts'
import { demand, soundly } from './violation.ts'
import type { World } from './world.ts'

/** Holds what is left when everything has come to rest against the model and the provider's own book. */
export async function judge(world: World): Promise<void> {
  await holdInvariants(world.base)
  await judgeFacts(world)
  await judgeWords(world)
}

async function judgeFacts(world: World): Promise<void> {
  const { db } = world
  const groups = await db.select().from(db.tables.orderGroups)
  for (const { id } of groups) {
    await soundly('soundness', async () => await expectSoundRows(db, id))
  }
  await judgeStock(world)
  await judgeCampaigns(world)
  await judgeRefunds(world)
  await judgeDisputes(world)
  await judgeMoney(world)
  await judgeLeftovers(world)
}

/** S1, Q1, Q2: what was sold is gone from the shelf once, and counted once for product and shop. */
async function judgeStock({ db, variants, shops, model, shoppers }: World): Promise<void> {
  const t = db.tables
  const lines = await db.select().from(t.orderLines)
  const orders = await db.select().from(t.orders)
  const levels = await db.select().from(t.stockLevels)
  const products = await db.select().from(t.products)
  const kept = await db.select().from(t.shops)
  const gone = new Set(orders.filter(({ status }) => status === 'cancelled').map(({ id }) => id))
  const sold = lines.filter(({ orderId }) => !gone.has(orderId))
  const pieces = (list: typeof lines) => list.reduce((sum, { quantity }) => sum + quantity, 0)
  const stay = (list: typeof lines) =>
    list.reduce((sum, { quantity, refundedQuantity }) => sum + quantity - refundedQuantity, 0)
  for (const { id, productId, stock } of variants) {
    const own = pieces(sold.filter(({ variantId }) => variantId === id))
    const level = levels.find(({ variantId }) => variantId === id)
    const left = { onHand: stock - own, reserved: 0 }
    demand('S1', level?.onHand === left.onHand && level.reserved === 0, () => ({ level, left }))
    const counted = products.find((product) => product.id === productId)?.soldCount
    const stayed = stay(sold.filter((line) => line.productId === productId))
    demand('Q2', counted === stayed, () => ({ productId, counted, stayed }))
  }
  for (const { id } of shops) {
    const own = stay(
      sold.filter(({ orderId }) => orders.find((o) => o.id === orderId)?.shopId === id),
    )
    const counted = kept.find((shop) => shop.id === id)?.soldCount
    demand('Q2', counted === own, () => ({ shop: id, counted, own }))
  }
  // A basket becomes one order: nobody ordered more than they put in, or got back.
  const groups = await db.select().from(t.orderGroups)
  for (const { name, userId, email } of shoppers) {
    const own = groups.filter((g) =>
      userId === null ? g.contactEmail === email : g.userId === userId,
    )
    for (const { id } of variants) {
      const of = (list: typeof own) =>
        pieces(
          lines.filter((line) => line.variantId === id && list.some((g) => g.id === line.groupId)),
        )
      const back = of(
        own.filter(({ paymentStatus }) => ['expired', 'cancelled'].includes(paymentStatus)),
      )
      const had = (model.putIn.get(`${name} ${id}`) ?? 0) + back
      demand('one basket, one order', of(own) <= had, () => ({ name, id, ordered: of(own), had }))
    }
  }
}

/** I1, P2, P10: what was said to somebody is so. */
async function judgeWords({ db, model }: World): Promise<void> {
  const t = db.tables
  const history = await db.select().from(t.orderHistory)
  const orders = await db.select().from(t.orders)
  for (const { orderId, status } of model.seen) {
    const was = history.some(
      ({ aggregateId, toStatus }) => aggregateId === orderId && toStatus === status,
    )
    const now = orders.find(({ id }) => id === orderId)?.status
    const over = status === 'cancelled' || status === 'completed'
    demand('P10', was && (!over || now === status), () => ({ orderId, status, now }))
  }
  for (const { key, answer } of [...model.requests.values()].filter(model.isKept)) {
    const row = await model.standing(key)
    demand('I1', answer === undefined || row !== undefined, () => ({ key, answer }))
  }
  const inbox = await db.select().from(t.inboxEvents)
  for (const id of model.acknowledged) {
    demand(
      'P2 what is answered is kept',
      inbox.some(({ eventId }) => eventId === id),
      () => id,
    )
  }
}

/** P6, P12, Q1: a while after the last fault nothing waits for anybody. */
async function judgeLeftovers({ db, queue }: World): Promise<void> {
  const t = db.tables
  const waiting = {
    inbox: (await db.select().from(t.inboxEvents)).filter(({ status }) => status === 'waiting'),
    outbox: (await db.select().from(t.outboxMessages)).filter(({ sendAtMs }) => sendAtMs !== null),
    refunds: (await db.select().from(t.refunds)).filter(({ status }) => status === 'pending'),
    groups: (await db.select().from(t.orderGroups)).filter(
      ({ paymentStatus }) => paymentStatus === 'pending_payment',
    ),
    attempts: (await db.select().from(t.paymentAttempts)).filter(
      ({ checkAtMs }) => checkAtMs !== null,
    ),
    queue: queue.held(),
  }
  for (const [name, list] of Object.entries(waiting)) {
    demand('P6 nothing is left behind', list.length === 0, () => ({ [name]: list[0] }))
  }
}

/**
 * OR5, OR6: long after everybody stopped, the minute's job has brought each paid order to its end. One
 * that is to be paid in cash waits for its cash once it has come.
 */
export async function judgeEnds(world: World): Promise<void> {
  const { db } = world
  await judgeFacts(world)
  const { orders, orderGroups } = db.tables
  const groups = new Map((await db.select().from(orderGroups)).map((group) => [group.id, group]))
  for (const order of await db.select().from(orders)) {
    const cash = groups.get(order.groupId)?.paymentStatus === 'cod'
    const over = ['cancelled', cash ? 'delivered' : 'completed'].includes(order.status)
    demand('OR5 what nobody does ends by itself', over, () => order)
  }
}
