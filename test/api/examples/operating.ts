import { encodeCursor } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { asShopper, type World } from '../world.ts'
import { cursorOf, type Example, newKey, paidOrder, plain } from './example.ts'

const asOperator = ({ operator }: World) => asShopper(operator)

/** A commission rule for a product that nobody buys here. */
async function someRule(world: World): Promise<string> {
  const body = { productId: world.other.id, rateBp: 100 }
  const { token } = world.operator
  return (await world.market.call('POST', '/admin/commission-rules', { token, body })).body.id
}

/** A difference that somebody has an explanation for. */
async function someBreak({ db }: World): Promise<string> {
  const id = newId('brk')
  await db.insert(db.tables.breaks).values({
    ...{ id, kind: 'balance', subject: id, groupId: null, status: 'open', times: 1 },
    ...{ expectedSatang: 1, actualSatang: 2, openedAt: new Date() },
  })
  return id
}

/** A refund that the provider refused. */
async function failedRefund({ db }: World): Promise<string> {
  const id = newId('rfd')
  await db.insert(db.tables.refunds).values({
    ...{ id, groupId: null, attemptId: null, orderId: null, provider: 'omise' },
    ...{ chargeRef: id, amountSatang: 1, currency: 'THB', reason: 'late', status: 'failed' },
    ...{ providerKey: id, attempts: 1, createdAt: new Date() },
  })
  return id
}

/** A message that no retry could deliver. */
async function someDeadLetter({ db }: World): Promise<string> {
  const id = newId('msg')
  const diedAt = new Date()
  await db.insert(db.tables.deadLetters).values({
    ...{ id, queue: 'talat-dead-letters', body: { id }, attempts: 6 },
    ...{ diedAt, diedMs: diedAt.getTime() },
  })
  return id
}

/** A later page of a list of the operators', whatever is on it. */
const laterPage = (sort: string, query: readonly [string, string][] = []): Example => ({
  make: async (world) =>
    plain({
      headers: asOperator(world),
      query: [
        ['limit', '1'],
        ['cursor', encodeCursor(sort, { value: 0, id: newId('evt') })],
        ...query,
      ],
    }),
})

export const OPERATING: Record<string, readonly Example[]> = {
  'GET /api/admin/feed': [laterPage('operator-events:break', [['topic', 'break']])],
  'GET /api/admin/dead-letters': [laterPage('dead-letters:false', [['replayed', 'false']])],
  'POST /api/admin/dead-letters/{id}/replay': [
    {
      make: async (world) =>
        plain({ path: { id: await someDeadLetter(world) }, headers: asOperator(world) }),
    },
  ],
  'GET /api/admin/put-aside': [laterPage('put-aside')],
  'GET /api/admin/breaks': [laterPage('breaks:closed', [['status', 'closed']])],
  'POST /api/admin/breaks/{id}/close': [
    {
      make: async (world) =>
        plain({
          path: { id: await someBreak(world) },
          headers: asOperator(world),
          body: { note: 'ตรวจแล้ว' },
        }),
      readBack: (_, sent) =>
        Object.assign(plain({ headers: sent.headers }), {
          from: '/admin/breaks?status=closed&limit=100',
        }),
    },
  ],
  'GET /api/admin/chargebacks': [laterPage('chargebacks:lost', [['status', 'lost']])],
  'GET /api/admin/commission-rules': [
    {
      make: async (world) => {
        for (let n = 0; n < 2; n += 1) await someRule(world)
        const headers = asOperator(world)
        const cursor = await cursorOf(world, '/admin/commission-rules?limit=1', headers)
        return plain({
          headers,
          query: [
            ['limit', '1'],
            ['cursor', cursor],
          ],
        })
      },
    },
  ],
  'POST /api/admin/commission-rules': [
    {
      make: async (world) =>
        plain({
          headers: asOperator(world),
          body: {
            ...{ shopId: world.shop.id, categoryId: world.other.category.id },
            productId: world.other.id,
            ...{ rateBp: 100, fixedSatang: 1, minSatang: 1, maxSatang: 2 },
            from: '2090-01-01T00:00:00Z',
            until: '2091-01-01T00:00:00Z',
          },
        }),
    },
  ],
  'POST /api/admin/commission-rules/{id}/end': [
    {
      make: async (world) =>
        plain({
          path: { id: await someRule(world) },
          headers: asOperator(world),
          body: { until: '2090-01-01T00:00:00Z' },
        }),
    },
  ],
  'GET /api/admin/orders/{id}/statement': [
    {
      make: async (world) =>
        plain({ path: { id: world.placed.orderId }, headers: asOperator(world) }),
    },
  ],
  'POST /api/admin/orders/{id}/refunds': [
    {
      make: async (world) => {
        const { orderId, lineId } = await paidOrder(world)
        return plain({
          path: { id: orderId },
          headers: { ...asOperator(world), 'Idempotency-Key': newKey() },
          body: { lines: [{ lineId, quantity: 1 }], shipping: true, reason: 'ชำรุด' },
        })
      },
      readBack: (_, sent) =>
        Object.assign(plain({ headers: sent.headers }), {
          from: `/admin/orders/${sent.path.id}/statement`,
        }),
    },
  ],
  'POST /api/admin/refunds/{id}/retry': [
    {
      make: async (world) =>
        plain({
          path: { id: await failedRefund(world) },
          headers: { ...asOperator(world), 'Idempotency-Key': newKey() },
        }),
    },
  ],
  'GET /api/seller/shops/{shopId}/orders/{id}/statement': [
    {
      make: async (world) =>
        plain({
          path: { shopId: world.shop.id, id: world.placed.orderId },
          headers: asShopper(world.seller),
        }),
    },
  ],
  'POST /api/seller/shops/{shopId}/orders/{id}/refunds': [
    {
      make: async (world) => {
        const { orderId, lineId } = await paidOrder(world)
        return plain({
          path: { shopId: world.shop.id, id: orderId },
          headers: { ...asShopper(world.seller), 'Idempotency-Key': newKey() },
          body: { lines: [{ lineId, quantity: 1 }], reason: 'ชำรุด' },
        })
      },
      readBack: (_, { path, headers }) =>
        Object.assign(plain({ headers }), {
          from: `/seller/shops/${path.shopId}/orders/${path.id}/statement`,
        }),
    },
  ],
}
