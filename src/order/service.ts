import { decodeCursor, page } from '#src/common/cursor.ts'
import { sumSatang } from '#src/common/money.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { type Claim, idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import type { GroupService } from './group/service.ts'
import type { ParcelService } from './parcel/service.ts'
import { shownAttempt } from './payment/rules.ts'
import type { Payment } from './payment/schema.ts'
import { type PaymentService, paymentView } from './payment/service.ts'
import { boughtLine, linesOf, listOrders, readHistory } from './repository.ts'
import { cancelRequestOf, hasArrived, keyedRequest, TAB_STATUSES } from './rules.ts'
import type {
  ListOrders,
  Order,
  OrderDetail,
  OrderGroup,
  OrderPage,
  PlacedAddress,
  PlacedOrder,
} from './schema.ts'
import { addressView, eventView, orderAsSeen, requestView } from './view/rules.ts'

export type OrderReaderDeps = {
  database: Database
  groups: GroupService
  payments: PaymentService
  parcels: Pick<ParcelService, 'read' | 'viewsFrom'>
  /** The secret by which a guest sees a group again; follows from its id, so it is stored nowhere. */
  orderTokens: {
    of(groupId: string): Promise<string>
    matches(groupId: string, token: string): Promise<boolean>
  }
  fileUrl(key: string): string
  /** An address with its place's names in English beside it. */
  withEnglish(address: PlacedAddress): Promise<PlacedAddress>
}

/** Who wants to see an order: an account, or a guest by the group's token. */
export type Viewer = { userId: string | null; orderToken: string | null }

type Case = NonNullable<Awaited<ReturnType<GroupService['load']>>>

/** Placed orders, as their buyer sees them. A foreign order and an absent one are both not found. */
export function createOrderService(deps: OrderReaderDeps) {
  const { database, groups, payments, parcels, orderTokens, fileUrl } = deps

  async function mayView({ group }: Case, viewer: Viewer): Promise<boolean> {
    if (group.userId !== null && group.userId === viewer.userId) return true
    return viewer.orderToken !== null && (await orderTokens.matches(group.id, viewer.orderToken))
  }

  /** A group that the viewer may see. @throws Problem `not_found` */
  async function require(groupId: string, viewer: Viewer): Promise<Case> {
    const found = await groups.load(groupId)
    if (found === undefined || !(await mayView(found, viewer))) throw new Problem('not_found')
    return found
  }

  /** The group an order belongs to, when the viewer may see it. @throws Problem `not_found` */
  async function requireByOrder(orderId: string, viewer: Viewer): Promise<Case> {
    const groupId = await groups.idOf(orderId)
    if (groupId === undefined) throw new Problem('not_found')
    return await require(groupId, viewer)
  }

  /** What placing an order answers. */
  function placed(found: Case, payment: Payment, locale: Locale): PlacedOrder {
    return { orderGroup: groupView(found, locale, orderView), payment }
  }

  /** A guest's answer with the token it is seen by: added on the way out, and so stored nowhere. */
  async function withToken<Body extends PlacedOrder>(body: Body, viewer: Viewer): Promise<Body> {
    if (viewer.userId !== null) return body
    return { ...body, orderToken: await orderTokens.of(body.orderGroup.id) }
  }

  async function addressIn(locale: Locale, kept: Case['group']['address']) {
    const address = addressView(kept)
    return locale === 'en' ? await deps.withEnglish(address) : address
  }

  const orderView = (order: Case['orders'][number], lines: Case['lines'], locale: Locale) =>
    orderAsSeen(order, lines, locale, fileUrl)

  /** What happened to some orders, their parcels, and what their buyers asked for. One round trip. */
  async function progressOf(orders: readonly Case['orders'][number][]) {
    const ids = orders.map(({ id }) => id)
    const [happened, packed] = await database.together(
      readHistory(database, ids),
      parcels.read(ids),
    )
    const history = happened.sort((a, b) => a.version - b.version)
    const sent = parcels.viewsFrom(packed)
    return ({ id, dueAt }: Case['orders'][number]) => {
      const own = history.filter(({ aggregateId }) => aggregateId === id)
      return {
        history: own.map(eventView),
        parcels: sent.get(id) ?? [],
        ...requestView(cancelRequestOf(own, dueAt)),
      }
    }
  }

  return {
    require,
    requireByOrder,
    orderView,
    progressOf,
    addressView,

    /** Whether this happened to an order before. One query. */
    async hasHappened(orderId: string, event: string): Promise<boolean> {
      return (await readHistory(database, [orderId])).some((row) => row.event === event)
    },

    /** An order as others show it beside their own words, and between whom it is. Three queries. */
    async card(orderId: string) {
      const groupId = await groups.idOf(orderId)
      const found = groupId === undefined ? undefined : await groups.load(groupId)
      const order = found?.orders.find(({ id }) => id === orderId)
      if (found === undefined || order === undefined) return undefined
      const { shopId, userId, number, totalSatang } = order
      const keys = found.lines.filter((line) => line.orderId === orderId).map((one) => one.imageKey)
      const imageUrls = keys
        .filter((key) => key !== null)
        .slice(0, 3)
        .map(fileUrl)
      const about = { orderId, groupId: found.group.id, number, totalSatang, imageUrls }
      return { shopId, userId, card: { type: 'order', ...about } as const }
    },

    /** Whether the viewer may listen to a group. */
    async mayWatch(groupId: string, viewer: Viewer): Promise<boolean> {
      const found = await groups.load(groupId)
      return found !== undefined && (await mayView(found, viewer))
    },

    /** A group with its newest attempt and what happened to each order. Five queries. @throws Problem `not_found` */
    async view(groupId: string, viewer: Viewer, locale: Locale): Promise<PlacedOrder> {
      const found = await require(groupId, viewer)
      const [attempts, progress] = await Promise.all([
        payments.attempts(groupId),
        progressOf(found.orders),
      ])
      const attempt = shownAttempt(attempts)
      if (attempt === undefined) throw new RangeError('a group without an attempt')
      const { orderGroup, payment } = placed(found, paymentView(attempt), locale)
      const orders = found.orders.map((order) => ({
        ...orderView(order, found.lines, locale),
        ...progress(order),
      }))
      const address = await addressIn(locale, found.group.address)
      return await withToken({ orderGroup: { ...orderGroup, address, orders }, payment }, viewer)
    },

    placed,
    withToken,

    /** One order with its history. @throws Problem `not_found` */
    async read(orderId: string, viewer: Viewer, locale: Locale): Promise<OrderDetail> {
      const found = await requireByOrder(orderId, viewer)
      const order = found.orders.find((candidate) => candidate.id === orderId)
      if (order === undefined) throw new Problem('not_found')
      return {
        ...orderView(order, found.lines, locale),
        paymentStatus: found.group.paymentStatus,
        address: await addressIn(locale, found.group.address),
        ...(await progressOf([order]))(order),
      }
    },

    /** What a line of an account's own order is of, and whether it has arrived. One query. */
    async boughtLine(userId: string, lineId: string) {
      const found = await boughtLine(database, userId, lineId)
      if (found === undefined) return undefined
      return { productId: found.productId, arrived: hasArrived(found.status) }
    },

    /** A page of an account's orders, newest first: two queries. @throws Problem `cursor_invalid` */
    async list(userId: string, query: ListOrders, locale: Locale): Promise<OrderPage> {
      const sort = `orders:${query.tab ?? 'all'}`
      const after = query.cursor === undefined ? null : decodeCursor(sort, query.cursor)
      const statuses = query.tab === undefined ? null : TAB_STATUSES[query.tab]
      if (statuses?.length === 0) return { items: [], nextCursor: null }
      const rows = await listOrders(database, userId, statuses, query.limit, after)
      const { items, nextCursor } = page(rows, query.limit, sort, ({ order }) => ({
        value: order.placedMs,
        id: order.id,
      }))
      const lines = await linesOf(
        database,
        items.map(({ order }) => order.id),
      )
      return {
        items: items.map(({ order, refundedSatang, paymentStatus, expiresAt }) => ({
          ...orderView({ ...order, refundedSatang }, lines, locale),
          paymentStatus,
          ...(paymentStatus === 'pending_payment' ? { expiresAt: expiresAt.toISOString() } : {}),
        })),
        nextCursor,
      }
    },
  }
}

export type OrderReader = ReturnType<typeof createOrderService>

export type Buyer = Viewer & { locale: Locale }
type KeyedDeps = Parameters<typeof idempotently>[0] & { reader: OrderReader }

/** One move of an order by its buyer, under the call's key, and the order after it. */
export async function movedByBuyer(
  deps: KeyedDeps,
  buyer: Buyer,
  orderId: string,
  { name, body, key }: { name: string; body: object; key: string },
  begin: (found: Case, claim: Claim) => Promise<unknown>,
): Promise<StoredAnswer> {
  const { reader } = deps
  const found = await reader.requireByOrder(orderId, buyer)
  const { userId, orderToken: token } = buyer
  const request = await keyedRequest({ userId, token }, `orders/${orderId}/${name}`, key, body)
  return await idempotently(deps, request, {
    begin: async (claim) => {
      await begin(found, claim)
      return found.group.id
    },
    finish: async () => ({ status: 200, body: await reader.read(orderId, buyer, buyer.locale) }),
  })
}

function groupView(
  { group, orders, lines }: Case,
  locale: Locale,
  orderView: (order: Case['orders'][number], lines: Case['lines'], locale: Locale) => Order,
): OrderGroup {
  return {
    id: group.id,
    number: group.number,
    paymentStatus: group.paymentStatus,
    totalSatang: group.totalSatang,
    vouchers: group.vouchers.map(({ code, kind, titleTh, titleEn, amountSatang }) => ({
      code,
      kind,
      title: locale === 'en' ? titleEn : titleTh,
      amountSatang,
    })),
    refundedSatang: sumSatang(orders.map(({ refundedSatang = 0 }) => refundedSatang)),
    currency: group.currency,
    version: group.version,
    placedAt: group.placedAt.toISOString(),
    expiresAt: group.expiresAt.toISOString(),
    ...(group.paidAt === null ? {} : { paidAt: group.paidAt.toISOString() }),
    address: addressView(group.address),
    orders: orders.map((order) => orderView(order, lines, locale)),
  }
}
