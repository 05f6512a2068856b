import type { Clock } from '#src/common/clock.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import { saleAfter, stoppedAt } from '../flash-sale/rules.ts'
import { leftOf } from '../flash-stock/rules.ts'
import type { FlashStockService } from '../flash-stock/service.ts'
import type { InventoryService } from '../inventory/service.ts'
import type { LeftService } from '../left/service.ts'
import type { WatchService } from '../watch/service.ts'
import {
  closingSales,
  dueSales,
  findSlot,
  type ItemRow,
  moveSale,
  returnUnits,
  type SaleRow,
} from './repository.ts'

export type FlashSlotDeps = {
  database: Database
  clock: Clock
  log: Log
  stock: FlashStockService
  inventory: InventoryService
  left: Pick<LeftService, 'moved'>
  watches: Pick<WatchService, 'saleBegins'>
}

/** How the slots of flash sales open, end or are stopped, and give back what is left. */
export function createFlashSlotService(deps: FlashSlotDeps) {
  const { database, clock, log, stock, inventory, left: shelves, watches } = deps
  const { tables } = database

  /** A move that somebody else made first is none of ours. */
  async function unlessMoved(write: () => Promise<void>): Promise<boolean> {
    try {
      await write()
      return true
    } catch (error) {
      if (isStale(error) || isConflict(error)) return false
      throw error
    }
  }

  const move = async (sale: SaleRow, event: 'opened' | 'ended' | 'emptied'): Promise<boolean> =>
    await unlessMoved(async () => {
      const to = saleAfter(sale.state, event, 'system')
      const moved = { to, event, actor: 'system' as const, at: clock.now() }
      await database.atomically((q) => [
        ...moveSale(q, tables, sale, moved),
        ...(event === 'opened' ? [watches.saleBegins(q, sale.id, moved.at)] : []),
      ])
    })

  /** What is left of an item goes back to the ordinary stock, and off its object's count. */
  async function giveBack(item: ItemRow): Promise<boolean> {
    const left = leftOf(item)
    const told = await stock.end(item.id)
    if (left === 0) return true
    // Nothing breaks by it, since the database counts; but somebody should know.
    if (told !== left) log.error('flash.drift', { itemId: item.id, left, told })
    const [refId, at] = [`${item.id}.${item.version}`, clock.now()]
    const { id: itemId, productId, variantId } = item
    const given = await unlessMoved(async () => {
      await database.atomically((q) => [
        returnUnits(q, tables, item, left),
        ...inventory.campaign(q, 'campaign_back', {
          ...{ refId, productId, variantId, quantity: left, at },
        }),
        stock.move(q, { id: refId, itemId, quantity: -left, at }),
      ])
    })
    if (given) shelves.moved([{ productId, variantId, change: left }])
    return given
  }

  /** Closes what is over as far as nobody holds any of it. */
  async function close(): Promise<void> {
    for (const { sale, items } of await closingSales(database, SETTINGS.flash.salesARun)) {
      for (const item of items) {
        try {
          await giveBack(item)
        } catch (error) {
          log.error('flash.give_back_failed', { itemId: item.id, ...describeError(error) })
        }
      }
      // As it was when it was read: a hold that ended since is given back by the next run.
      if (items.every((item) => leftOf(item) === 0 && item.reserved === 0)) {
        await move(sale, 'emptied')
      }
    }
  }

  /**
   * Ends a slot now, by the server's clock: nothing is sold at its prices any more, what was ordered
   * stays as it is, and `tidy` gives the rest back. One that has not begun never does, and its time is
   * free. The same again changes nothing.
   * @throws Problem `not_found`, `transition_refused` when it is over by itself
   */
  async function stop(saleId: string): Promise<{ sale: SaleRow; items: ItemRow[] }> {
    const { sale, items, stopped } = await findSlot(database, saleId)
    if (sale === undefined) throw new Problem('not_found')
    if (stopped) return { sale, items }
    const at = clock.now()
    const to = saleAfter(sale.state, 'stopped', 'operator')
    const moved = { to, event: 'stopped', actor: 'operator', at } as const
    const endsAt = stoppedAt(sale, at)
    await unlessMoved(async () => {
      await database.atomically((q) => moveSale(q, tables, sale, { ...moved, endsAt }))
    })
    // Whoever moved it, it is another one now: a slot has few moves, so that this comes to an end.
    return await stop(saleId)
  }

  return {
    stop,

    /** What is sold in a slot. One round trip. */
    itemsOf: async (saleId: string): Promise<ItemRow[]> => (await findSlot(database, saleId)).items,

    /**
     * Opens slots, ends them, tells objects what they missed, and gives back what is left. Prices wait
     * for none of it: they go by the slot's times.
     */
    async tidy(): Promise<number> {
      const due = await dueSales(database, clock.now(), SETTINGS.flash.salesARun)
      let moved = 0
      for (const sale of due.scheduled) moved += Number(await move(sale, 'opened'))
      for (const sale of due.over) moved += Number(await move(sale, 'ended'))
      moved += await stock.deliver()
      moved += await stock.tell()
      await close()
      await stock.deliver()
      return moved
    },
  }
}

export type FlashSlotService = ReturnType<typeof createFlashSlotService>
