import { eq } from 'drizzle-orm'
import { newId } from '#src/common/id.ts'
import { provenMember } from '#src/common/shop-scope.ts'
import type { Market } from './market.ts'

export const STAGES = ['processed', 'shipped', 'delivered'] as const
export type Stage = (typeof STAGES)[number]
type Part = { groupId: string; orderId: string }
type Home = Pick<Market, 'services' | 'clock'>

/** A number such as Flash's, that nobody has used. */
export const someNumber = (): string =>
  `TH01${crypto.getRandomValues(new Uint32Array(2)).join('').padEnd(12, '0').slice(0, 12)}A`

/**
 * What shops and carriers do with an order that is to be sent, one step after the other, up to `stage`:
 * all of it in one parcel.
 */
export async function bring(market: Home, part: Part, stage: Stage): Promise<void> {
  await step(market, part, 'accepted')
  if (stage === 'processed') return
  await step(market, part, 'shipped')
  if (stage === 'delivered') await step(market, part, 'delivered')
}

/**
 * One step of an order, by the services that the seller's and the operator's routes call; `shipped` of
 * `lines` alone where they are named.
 */
export async function step(
  market: Home,
  { orderId }: Part,
  event: 'accepted' | 'shipped' | 'delivered',
  lines?: { lineId: string; quantity: number }[],
): Promise<void> {
  const services = market.services()
  const { fulfilment, parcels } = services.order()
  try {
    const { orders } = services.database().tables
    const [row] = await services
      .database()
      .select({ shopId: orders.shopId })
      .from(orders)
      .where(eq(orders.id, orderId))
    if (row === undefined) throw new RangeError(`no order ${orderId}`)
    const { shopId } = row
    const scope = provenMember({ shopId, userId: 'usr_packer', role: 'staff' })
    const member = { scope, locale: 'th' as const }
    const keyed = { key: newId('req') }
    if (event === 'accepted') await fulfilment.accept(member, orderId, keyed)
    if (event === 'shipped') {
      const parcel = { trackingNumber: someNumber(), ...(lines && { lines }) }
      await fulfilment.send(member, orderId, parcel, keyed)
    }
    if (event === 'delivered') {
      const sent = await parcels.of(orderId)
      for (const { id } of sent) await parcels.delivered(id, { actor: 'system' })
    }
  } finally {
    await services.close()
  }
}
