import type { Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { isProblem, Problem } from '#src/common/problem.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import type { GroupService } from '../group/service.ts'
import type { Mover } from '../rules.ts'
import {
  insertParcel,
  markDelivered,
  type PackedRow,
  type ParcelRow,
  parcelById,
  parcelsByNumber,
  readParcels,
} from './repository.ts'
import { type Carrier, isPartlySent, type Packed, plainNumber, trackingLink } from './rules.ts'
import type { Parcel, RestDropped } from './schema.ts'

export type ParcelDeps = { database: Database; clock: Clock; groups: GroupService }

/** Who may say that a parcel has arrived: the carrier by what it tells the system, or an operator. */
export type Messenger = Mover & { actor: 'system' | 'operator' }

/** What shops hand to carriers, until it arrives. */
export function createParcelService({ database, clock, groups }: ParcelDeps) {
  const { tables } = database

  /** Parcels by their order, each order's first one first. */
  function viewsFrom(rows: readonly PackedRow[]): Map<string, Parcel[]> {
    const inOrder = rows.toSorted((a, b) => a.parcel.position - b.parcel.position)
    const byParcel = [...Map.groupBy(inOrder, ({ parcel }) => parcel.id).values()]
    const views = byParcel.flatMap((lines) => {
      const [{ parcel } = { parcel: undefined }] = lines
      return parcel === undefined ? [] : [{ orderId: parcel.orderId, view: viewOf(parcel, lines) }]
    })
    const byOrder = Map.groupBy(views, ({ orderId }) => orderId)
    return new Map([...byOrder].map(([id, own]) => [id, own.map(({ view }) => view)]))
  }

  /** The parcels of an order. One query. */
  const of = async (orderId: string): Promise<Parcel[]> =>
    viewsFrom(await readParcels(database, [orderId])).get(orderId) ?? []

  /** Whether nothing of what was sent of an order is still on its way. One query. */
  const allArrived = async (orderId: string): Promise<boolean> =>
    (await readParcels(database, [orderId])).every(({ parcel }) => parcel.deliveredAt !== null)

  /** The order is delivered with the last of its parcels, once all of it was sent. */
  async function arrive(parcel: ParcelRow, by: Messenger): Promise<void> {
    const { id, groupId, orderId } = parcel
    const found = await groups.load(groupId)
    if (found === undefined) throw new Problem('not_found')
    const eventOf = async (_: unknown, { status }: { status: string }) => {
      const all = new Map(
        (await readParcels(database, [orderId])).map((row) => [row.parcel.id, row.parcel]),
      )
      if (all.get(id)?.deliveredAt !== null) {
        throw new Problem('transition_refused', { detail: 'the parcel has arrived before' })
      }
      const last = [...all.values()].every((one) => one.id === id || one.deliveredAt !== null)
      return last && status === 'shipped' ? 'delivered' : 'parcel_delivered'
    }
    await groups.advance(found, orderId, eventOf, by, async (_, __, at) => (q, move) => [
      ...move,
      markDelivered(q, tables, id, at),
    ])
  }

  return {
    /** The parcels of a group's orders, to be asked with something else, and as anyone sees them. */
    read: (orderIds: readonly string[]) => readParcels(database, orderIds),
    viewsFrom,

    of,
    allArrived,

    /** The statements that keep a parcel of an order with what is in it. */
    send(
      q: Query,
      order: { id: string; groupId: string; shopId: string; version: number },
      label: { carrier: Carrier; trackingNumber: string },
      packed: readonly Packed[],
      at: Date,
    ): Statement[] {
      const { id: orderId, groupId, shopId, version } = order
      const of = { orderId, groupId, shopId }
      // Each parcel moves its order, so that versions count parcels in their order.
      const parcel = {
        id: newId('ful'),
        ...of,
        ...label,
        position: version,
        sentAt: at,
        deliveredAt: null,
      }
      return insertParcel(q, tables, parcel, packed)
    },

    /**
     * A parcel has arrived. Carriers repeat themselves: a second time changes nothing. Never said by
     * its shop, which is paid by what follows. @throws Problem `not_found`, `transition_refused`
     */
    async delivered(parcelId: string, by: Messenger): Promise<Parcel> {
      const parcel = await parcelById(database, parcelId)
      if (parcel === undefined) throw new Problem('not_found')
      if (parcel.deliveredAt === null) {
        try {
          await arrive(parcel, by)
        } catch (error) {
          const now = await parcelById(database, parcelId)
          if (!isProblem(error, 'transition_refused') || now?.deliveredAt === null) throw error
        }
      }
      const { orderId } = parcel
      const views = viewsFrom(await readParcels(database, [orderId])).get(orderId)
      const view = views?.find(({ id }) => id === parcelId)
      if (view === undefined) throw new RangeError('a parcel that is not of its order')
      return view
    },

    /**
     * Of an order that was sent in part the rest will not come, and nothing of it can go back: its cash
     * is still with the carrier, or a bank took the money. What was sent is then the whole of it, and
     * the order goes on; no money moves. Anything else is refunded.
     * @throws Problem `not_found`, `transition_refused`, `conflict`
     */
    async dropRest(orderId: string, by: Mover & { actor: 'operator' }): Promise<RestDropped> {
      const { found } = await groups.requireOrder(orderId, 'of any shop')
      await groups.advance(
        found,
        orderId,
        async ({ group, lines }, { chargedBackSatang = 0 }) => {
          if (!isPartlySent(lines.filter((line) => line.orderId === orderId))) {
            throw new Problem('transition_refused', { detail: 'nothing of it was sent' })
          }
          if (group.paymentStatus === 'paid' && chargedBackSatang === 0) {
            throw new Problem('transition_refused', {
              detail: 'what will not come can be refunded',
            })
          }
          return (await allArrived(orderId)) ? 'rest_dropped_arrived' : 'rest_dropped'
        },
        by,
      )
      return { orderId, parcels: await of(orderId) }
    },

    /**
     * What a carrier's adapter calls when its parcel has arrived: all that are on their way under this
     * number. Answers how many were. @throws Problem `transition_refused`
     */
    async deliveredByCarrier(carrier: Carrier, trackingNumber: string): Promise<number> {
      const known = await parcelsByNumber(database, carrier, plainNumber(trackingNumber))
      for (const parcel of known) await arrive(parcel, { actor: 'system' })
      return known.length
    },

    /** The statements by which all that is still on its way has arrived: nobody complained of it. */
    async presumedDelivered(orderId: string) {
      const rows = await readParcels(database, [orderId])
      const waiting = rows.filter(({ parcel }) => parcel.deliveredAt === null)
      const ids = [...new Set(waiting.map(({ parcel }) => parcel.id))]
      const at = clock.now()
      return (q: Query): Statement[] => ids.map((id) => markDelivered(q, tables, id, at))
    },
  }
}

export type ParcelService = ReturnType<typeof createParcelService>

const viewOf = (
  { id, carrier, trackingNumber, sentAt, deliveredAt }: ParcelRow,
  lines: readonly Packed[],
): Parcel => ({
  id,
  carrier,
  trackingNumber,
  trackingUrl: trackingLink(carrier, trackingNumber),
  lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
  sentAt: sentAt.toISOString(),
  ...(deliveredAt === null ? {} : { deliveredAt: deliveredAt.toISOString() }),
})
