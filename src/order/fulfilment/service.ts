import type { Clock } from '#src/common/clock.ts'
import { decodeCursor, page } from '#src/common/cursor.ts'
import { Problem } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import type { ShopRows } from '#src/database/of-shop.ts'
import type { CancellationService } from '../cancellation/service.ts'
import type { GroupService, Joined } from '../group/service.ts'
import { labelOf, leftToSend, packParcel } from '../parcel/rules.ts'
import type { ParcelService } from '../parcel/service.ts'
import { keyedRequest, type Mover, type OrderStatus } from '../rules.ts'
import type { OrderReader } from '../service.ts'
import { groupOfOwn, linesOfOwn, listOwnOrders } from './repository.ts'
import type {
  CancelOwn,
  ListShopOrders,
  RefuseCancel,
  SendParcel,
  ShopOrder,
  ShopOrderPage,
} from './schema.ts'

export type FulfilmentDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  /** The rows of a shop, for whoever has the proof of working there. */
  rowsOf(scope: ShopScope): ShopRows
  groups: GroupService
  parcels: ParcelService
  cancellation: Pick<CancellationService, 'giveUp'>
  reader: OrderReader
}

type Case = Parameters<Joined>[0]
type Order = Parameters<Joined>[1]
/** Who asks, of which shop, and in which language. */
export type Member = { scope: ShopScope; locale: Locale }
type Keyed = { key: string }
type Act = { name: string; body: object; status: number }

/** What a shop does with its orders: from accepting one to handing it to a carrier. */
export function createFulfilmentService(deps: FulfilmentDeps) {
  const { rowsOf, groups, parcels, cancellation, reader } = deps

  /** The group around one of a shop's orders. @throws Problem `not_found` */
  async function requireOwn({ scope }: Member, orderId: string): Promise<Case> {
    const groupId = await groupOfOwn(rowsOf(scope), orderId)
    const found = groupId === undefined ? undefined : await groups.load(groupId)
    if (found === undefined) throw new Problem('not_found')
    return found
  }

  function orderAsOwn(order: Order, lines: Case['lines'], paymentStatus: string, locale: Locale) {
    const { groupId: _, shop: __, ...seen } = reader.orderView(order, lines, locale)
    const gone = order.status === 'cancelled'
    const sending = new Map(
      lines.map((line) => [
        line.id,
        { sentQuantity: line.sentQuantity, leftToSend: gone ? 0 : leftToSend(line) },
      ]),
    )
    return {
      ...seen,
      lines: seen.lines.map((line) => ({
        ...line,
        ...(sending.get(line.id) ?? { sentQuantity: 0, leftToSend: 0 }),
      })),
      cashSatang: paymentStatus === 'cod' && order.status !== 'cancelled' ? order.totalSatang : 0,
    }
  }

  async function read(member: Member, orderId: string): Promise<ShopOrder> {
    const { group, orders, lines } = await requireOwn(member, orderId)
    const order = orders.find(({ id }) => id === orderId)
    if (order === undefined) throw new Problem('not_found')
    const own = lines.filter((line) => line.orderId === orderId)
    return {
      ...orderAsOwn(order, own, group.paymentStatus, member.locale),
      ...(await reader.progressOf([order]))(order),
      deliverTo: IS_SENT_IN.includes(order.status) ? reader.addressView(group.address) : null,
    }
  }

  /** One of a shop's moves under the call's key, and its order after it. */
  async function act(
    member: Member,
    orderId: string,
    { key }: Keyed,
    { name, body, status }: Act,
    begin: (found: Case, by: Mover, first: (q: Query) => Statement[]) => Promise<void>,
  ): Promise<StoredAnswer> {
    const { userId, shopId } = member.scope
    const found = await requireOwn(member, orderId)
    const route = `seller/shops/${shopId}/orders/${orderId}/${name}`
    const request = await keyedRequest({ userId, token: null }, route, key, body)
    let seen: ShopOrder | undefined
    const answer = await idempotently(deps, request, {
      begin: async (claim) => {
        await begin(found, { actor: 'seller', userId }, (q) => [claim(q, orderId)])
        return orderId
      },
      finish: async () => {
        seen = await read(member, orderId)
        // An answer is kept for longer than a shop may know where its buyer lives.
        return { status, body: { ...seen, deliverTo: null } }
      },
    })
    const { deliverTo } = seen ?? (await read(member, orderId))
    return { ...answer, body: { ...(answer.body as ShopOrder), deliverTo } }
  }

  const alone =
    (first: (q: Query) => Statement[]): Joined =>
    async () =>
    (q, move) => [...first(q), ...move]

  return {
    read,

    /** A page of a shop's orders, newest first. Two queries. @throws Problem `cursor_invalid` */
    async list({ scope, locale }: Member, query: ListShopOrders): Promise<ShopOrderPage> {
      const sort = `shop-orders:${scope.shopId}:${query.status ?? 'all'}`
      const after = query.cursor === undefined ? null : decodeCursor(sort, query.cursor)
      const shop = rowsOf(scope)
      const rows = await listOwnOrders(shop, query.status, query.limit, after)
      const { items, nextCursor } = page(rows, query.limit, sort, ({ order }) => ({
        value: order.placedMs,
        id: order.id,
      }))
      const ids = items.map(({ order }) => order.id)
      const lines = ids.length === 0 ? [] : await linesOfOwn(shop, ids)
      return {
        items: items.map(({ order, paymentStatus }) => {
          const own = lines.filter(({ orderId }) => orderId === order.id)
          return orderAsOwn(order, own, paymentStatus, locale)
        }),
        nextCursor,
      }
    },

    /** The shop begins with an order: from here its buyer asks before it is cancelled. */
    accept: async (member: Member, orderId: string, keyed: Keyed) =>
      await act(
        member,
        orderId,
        keyed,
        { name: 'accept', body: {}, status: 200 },
        (found, by, first) => groups.advance(found, orderId, 'accepted', by, alone(first)),
      ),

    /**
     * Some or all of an order was handed to a carrier; with the last of it the order is shipped. Never
     * more than is left to send, whoever races: each parcel and each refund moves the order.
     * @throws Problem `validation_failed`, `not_found`, `more_than_ordered`, `transition_refused`
     */
    async send(member: Member, orderId: string, body: SendParcel, keyed: Keyed) {
      const label = labelOf(body)
      const pack = ({ lines }: Case) =>
        packParcel(
          lines.filter((line) => line.orderId === orderId),
          body.lines,
        )
      return await act(
        member,
        orderId,
        keyed,
        { name: 'parcels', body, status: 201 },
        async (found, by, first) => {
          const eventOf = (now: Case, { status }: Order) => {
            // What is not to be sent at all is told first: nothing may be left of what is sent whole.
            if (status !== 'processed') return 'shipped'
            return pack(now).whole ? 'shipped' : 'parcel_sent'
          }
          await groups.advance(found, orderId, eventOf, by, async (now, order, at) => {
            const { packed } = pack(now)
            return (q, move) => [...first(q), ...move, ...parcels.send(q, order, label, packed, at)]
          })
        },
      )
    },

    /** The shop cannot send what was paid for: its buyer's money goes back whole. */
    cancel: async (member: Member, orderId: string, body: CancelOwn, keyed: Keyed) =>
      await act(member, orderId, keyed, { name: 'cancel', body, status: 200 }, (found, by, first) =>
        cancellation.giveUp(
          found,
          orderId,
          { ...by, ...body },
          {
            first,
            still: ({ status }) => {
              if (status === 'cancel_requested') throw new Problem('transition_refused')
            },
          },
        ),
      ),

    /** The shop agrees with a buyer who would like to cancel. */
    approve: async (member: Member, orderId: string, keyed: Keyed) =>
      await act(
        member,
        orderId,
        keyed,
        { name: 'cancel-request/approve', body: {}, status: 200 },
        (found, by, first) => cancellation.giveUp(found, orderId, by, { first, still: wasAsked }),
      ),

    /** The shop does not agree, and sends it. */
    refuse: async (member: Member, orderId: string, body: RefuseCancel, keyed: Keyed) =>
      await act(
        member,
        orderId,
        keyed,
        { name: 'cancel-request/refuse', body, status: 200 },
        (found, by, first) =>
          groups.advance(found, orderId, 'cancel_refused', { ...by, ...body }, alone(first)),
      ),
  }
}

export type FulfilmentService = ReturnType<typeof createFulfilmentService>

/** While an order is in one of these, its shop has to know where it goes. */
const IS_SENT_IN: readonly OrderStatus[] = ['paid', 'processed', 'cancel_requested', 'shipped']

function wasAsked({ status }: Order): void {
  if (status !== 'cancel_requested') throw new Problem('transition_refused')
}
