import { after, type Clock } from '#src/common/clock.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isCheck } from '#src/database/portable.ts'
import type { FlashStock, FlashStocks, KnownTake, Take } from '#src/services/flash-stock/index.ts'
import {
  type FlashHolders,
  moveIsDone,
  moveUnits,
  releaseUnits,
  sellUnits,
  takesAreTold,
  takeUnits,
  type UntoldTake,
  untoldTakes,
  waitingMoves,
} from './repository.ts'
import { type FlashRefusal, type FlashWant, inTakingOrder } from './rules.ts'

export type FlashStockDeps = {
  database: Database
  clock: Clock
  log: Log
  /** The objects that hand out units. */
  flashStocks: FlashStocks
  /** Lets a task outlive the answer. */
  defer(task: Promise<unknown>): void
}

type Line = { flashItemId?: string | null; quantity: number }

/**
 * The campaign stock of flash sales. An object decides who may try, the database what is sold: its
 * CHECKs hold whatever an object says, and an object that forgot, or could not be asked, is told
 * again by the minute's job. So a crash between the two costs a unit for a lease at most, and never
 * sells one twice.
 */
export function createFlashStockService(deps: FlashStockDeps) {
  const { database, clock, log, flashStocks, defer } = deps
  const { tables } = database

  /** Tells an item's object of the units that are on their way. */
  async function tellMoves(moves: Awaited<ReturnType<typeof waitingMoves>>): Promise<number> {
    let done = 0
    for (const { id, itemId, quantity, perBuyer, endsAt } of moves) {
      const forgetAtMs = after(endsAt, SETTINGS.flash.forgetMs).getTime()
      try {
        await flashStocks(itemId).transfer({ id, quantity, perBuyer, forgetAtMs })
        await moveIsDone(database, id)
        done += 1
      } catch (error) {
        log.error('flash.transfer_failed', { itemId, ...describeError(error) })
      }
    }
    return done
  }

  async function ask(itemId: string, wish: Take): Promise<FlashRefusal | undefined> {
    const stock = flashStocks(itemId)
    let answer = await asked(stock, wish, log)
    if (answer === 'unfunded') {
      await tellMoves(await waitingMoves(database, { itemId }))
      answer = await asked(stock, wish, log)
    }
    if (answer === 'limit') return 'limit'
    return answer === 'sold_out' || answer === 'ended' ? 'sold_out' : undefined
  }

  const giveUp = async (groupId: string, wants: readonly FlashWant[]): Promise<void> => {
    await Promise.allSettled(
      wants.map(async ({ itemId }) => await flashStocks(itemId).release(groupId)),
    )
  }

  return {
    /**
     * Takes units for a group that is about to be written, one item after the other.
     * @throws Problem `flash_over` with `items: [{ variantId, reason }]`; then nothing is taken
     */
    async take(groupId: string, wants: readonly FlashWant[], holders: FlashHolders): Promise<void> {
      const tried: FlashWant[] = []
      for (const want of inTakingOrder(wants)) {
        const { itemId, quantity } = want
        tried.push(want)
        const wish = { key: groupId, holders, quantity, atMs: clock.now().getTime() }
        const reason = await ask(itemId, wish)
        if (reason === undefined) continue
        await giveUp(groupId, tried)
        throw over([want], reason)
      }
    },

    /** Nothing came of the group: what was taken for it is there again. Never throws. */
    giveUp,

    /** The group is written: what was taken for it stands. The job repairs what is lost of this. */
    settle(groupId: string, wants: readonly FlashWant[]): void {
      if (wants.length === 0) return
      defer(
        Promise.allSettled(
          wants.map(async ({ itemId }) => await flashStocks(itemId).settle(groupId)),
        ),
      )
    },

    /** Takes units in a group's write. Fails as `refusal` tells, or stale when the slot is closed. */
    reserve(
      q: Query,
      state: 'reserved' | 'sold',
      wants: readonly FlashWant[],
      taker: { groupId: string; holders: FlashHolders; at: Date },
    ): Statement[] {
      return inTakingOrder(wants).flatMap((want) => takeUnits(q, tables, { want, state, ...taker }))
    },

    /** What the error of a write that `reserve` refused means; undefined for any other error. */
    refusal(error: unknown, wants: readonly FlashWant[]): Problem | undefined {
      if (isCheck(error, 'flash_items_quota')) return over(wants, 'sold_out')
      return isCheck(error, 'flash_buyers_most') ? over(wants, 'limit') : undefined
    },

    /** A paid group's units are sold. */
    sell: (q: Query, groupId: string, lines: readonly Line[]): Statement[] =>
      heldBy(groupId, lines).flatMap((held) => sellUnits(q, tables, held)),

    /** A group that ended unpaid gives its units back. */
    release: (q: Query, groupId: string, lines: readonly Line[]): Statement[] =>
      heldBy(groupId, lines).flatMap((held) => releaseUnits(q, tables, held)),

    /** The statement that sends units to an item's object, or back from it; `id` names the move. */
    move: (q: Query, move: { id: string; itemId: string; quantity: number; at: Date }): Statement =>
      moveUnits(q, tables, move),

    /** Tells objects of the units that are on their way, some a run. Answers how many moves. */
    async deliver(): Promise<number> {
      return await tellMoves(await waitingMoves(database, { limit: SETTINGS.flash.itemsARun }))
    },

    /** Tells objects what the database has of their takes, some a run. Answers how many takes. */
    async tell(): Promise<number> {
      const untold = await untoldTakes(database, SETTINGS.flash.takesARun)
      let told = 0
      for (const [itemId, takes] of Map.groupBy(untold, (take) => take.itemId)) {
        try {
          const at = clock.now().getTime()
          await flashStocks(itemId).reconcile(takes.map(known), at, false)
          await takesAreTold(database, takes)
          told += takes.length
        } catch (error) {
          log.error('flash.tell_failed', { itemId, ...describeError(error) })
        }
      }
      return told
    },

    /** No more of an item is handed out; what no order has is there again. What the object has left. */
    async end(itemId: string): Promise<number> {
      const count = await flashStocks(itemId).reconcile([], clock.now().getTime(), true)
      return count.left
    },
  }
}

export type FlashStockService = ReturnType<typeof createFlashStockService>

const over = (wants: readonly FlashWant[], reason: FlashRefusal) =>
  new Problem('flash_over', {
    extra: { reason, items: wants.map(({ variantId }) => ({ variantId, reason })) },
  })

// Asked twice, since an object that broke off is there again at once; the key makes it one take. One
// that cannot be asked at all stands in nobody's way: the database counts too.
async function asked(stock: FlashStock, wish: Take, log: Log) {
  try {
    return await stock.take(wish).catch(async () => await stock.take(wish))
  } catch (error) {
    log.error('flash.take_failed', describeError(error))
    return 'unreachable'
  }
}

const heldBy = (groupId: string, lines: readonly Line[]) =>
  inTakingOrder(
    lines.flatMap(({ flashItemId, quantity }) =>
      flashItemId == null ? [] : [{ groupId, itemId: flashItemId, quantity }],
    ),
  )

const known = ({ groupId, quantity, state, holder, otherHolder }: UntoldTake): KnownTake => ({
  key: groupId,
  quantity,
  holders: otherHolder === null ? [holder] : [holder, otherHolder],
  stands: state !== 'released',
})
