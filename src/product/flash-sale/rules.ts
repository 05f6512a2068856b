import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'

export type SaleState = 'scheduled' | 'open' | 'closing' | 'closed'
export type SaleActor = 'operator' | 'system'
export type SaleEvent = 'opened' | 'ended' | 'stopped' | 'emptied'

/** Every legal move of a slot. Anything else is refused. */
export const SALE_MOVES: readonly {
  from: SaleState
  event: SaleEvent
  actors: readonly SaleActor[]
  to: SaleState
}[] = [
  { from: 'scheduled', event: 'opened', actors: ['system'], to: 'open' },
  { from: 'open', event: 'ended', actors: ['system'], to: 'closing' },
  // Its price is wrong, or a shop is in trouble.
  { from: 'scheduled', event: 'stopped', actors: ['operator'], to: 'closing' },
  { from: 'open', event: 'stopped', actors: ['operator'], to: 'closing' },
  // Nothing of it is left, and no order holds any of it any more.
  { from: 'closing', event: 'emptied', actors: ['system'], to: 'closed' },
]

/** Where an event leads. @throws Problem `transition_refused` for anything not in the table */
export function saleAfter(from: SaleState, event: SaleEvent, actor: SaleActor): SaleState {
  const move = SALE_MOVES.find((one) => one.from === from && one.event === event)
  if (move === undefined || !move.actors.includes(actor)) {
    throw new Problem('transition_refused', { detail: `${event} is not possible when ${from}` })
  }
  return move.to
}

export type Slot = { startsAt: Date; endsAt: Date }

/** Its first moment is in a slot, and its last is not: two that meet share none. */
export const isOn = ({ startsAt, endsAt }: Slot, at: Date): boolean =>
  startsAt.getTime() <= at.getTime() && at.getTime() < endsAt.getTime()

/** Whether two slots share a moment. One that lasts no time, as it was stopped ahead, has none to share. */
export const overlap = (one: Slot, other: Slot): boolean =>
  Math.max(one.startsAt.getTime(), other.startsAt.getTime()) <
  Math.min(one.endsAt.getTime(), other.endsAt.getTime())

/**
 * When a slot ends that is stopped at `at`: then, or of one that has not begun at its first moment, so
 * that it lasts no time. @throws Problem `transition_refused` when its last moment has passed
 */
export function stoppedAt({ startsAt, endsAt }: Slot, at: Date): Date {
  if (endsAt.getTime() <= at.getTime()) {
    throw new Problem('transition_refused', { detail: 'it is over' })
  }
  return startsAt.getTime() > at.getTime() ? startsAt : at
}

export type SlotFault = 'slot_past' | 'slot_length' | 'slot_overlaps'

/** What is wrong with a new slot: they lie ahead, last a day at most, and stand one after the other. */
export function slotFault(slot: Slot, now: Date, others: readonly Slot[]): SlotFault | undefined {
  const lastsMs = slot.endsAt.getTime() - slot.startsAt.getTime()
  if (slot.startsAt.getTime() <= now.getTime()) return 'slot_past'
  if (lastsMs <= 0 || lastsMs > SETTINGS.flash.maxSlotMs) return 'slot_length'
  return others.some((other) => overlap(slot, other)) ? 'slot_overlaps' : undefined
}

export type ItemFault = 'slot_started' | 'slot_stopped' | 'sale_full' | 'price'

/** What keeps a variant out of a slot. Its stock is for the database to judge. */
export function itemFault(
  item: { priceSatang: number; listPriceSatang: number },
  sale: Slot & { items: number },
  now: Date,
): ItemFault | undefined {
  if (sale.startsAt.getTime() <= now.getTime()) return 'slot_started'
  if (sale.endsAt.getTime() <= sale.startsAt.getTime()) return 'slot_stopped'
  if (sale.items >= SETTINGS.flash.itemsPerSale) return 'sale_full'
  const { priceSatang, listPriceSatang } = item
  const offBp = (listPriceSatang - priceSatang) * 10_000
  const { minDiscountBp, maxDiscountBp } = SETTINGS.flash
  const sells = offBp >= minDiscountBp * listPriceSatang && offBp <= maxDiscountBp * listPriceSatang
  return sells ? undefined : 'price'
}

/** Of each product the item that costs the least: what its card says. */
export function cheapest<Item extends { productId: string; priceSatang: number }>(
  items: readonly Item[],
): Map<string, Item> {
  const found = new Map<string, Item>()
  for (const item of items) {
    const known = found.get(item.productId)
    if (known === undefined || item.priceSatang < known.priceSatang) found.set(item.productId, item)
  }
  return found
}
