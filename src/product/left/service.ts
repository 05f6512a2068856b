import type { LiveEvent } from '#objects/messages.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { levelsOfProducts } from './repository.ts'
import { isBack, isShown, type Moved } from './rules.ts'

/** A shelf that was moved: what is available changed by that much. `seen` is what was left before, if known. */
export type ShelfMove = { productId: string; variantId: string; change: number; seen?: number }

export type LeftDeps = {
  database: Database
  log: Log
  /** Tells the open pages of a product. The same key is one event. */
  publishStock(productId: string, key: string, event: LiveEvent): Promise<void>
  /** Hands the saved messages of an aggregate to the queue; the sweep covers what it misses. */
  relay(aggregateId: string): Promise<unknown>
  defer(task: Promise<unknown>): void
}

const { shownLeft } = SETTINGS.left

/** What open pages are told of how much is left. */
export function createLeftService({ database, log, publishStock, relay, defer }: LeftDeps) {
  async function announce(moves: readonly ShelfMove[]): Promise<void> {
    const levels = await levelsOfProducts(
      database,
      moves.map(({ productId }) => productId),
    )
    const now = new Map(
      levels.map((level) => [level.variantId, Math.max(0, level.onHand - level.reserved)]),
    )
    const moved: Moved[] = moves.map(({ productId, variantId, change }) => ({
      ...{ productId, variantId, change },
      available: now.get(variantId) ?? 0,
    }))
    const shown = new Set(
      moved.filter((move) => isShown(move, shownLeft)).map(({ productId }) => productId),
    )
    for (const productId of shown) {
      const own = levels.filter((level) => level.productId === productId)
      // Each move adds one to its level: an event that was read later never has a smaller sum.
      const version = own.reduce((sum, level) => sum + level.version, 0)
      await publishStock(productId, `${productId}:${version}`, {
        kind: 'stock',
        productId,
        version,
        variants: own.map(({ variantId }) => ({ variantId, available: now.get(variantId) ?? 0 })),
      })
    }
    for (const { variantId } of moved.filter(isBack)) await relay(variantId)
  }

  return {
    /**
     * After a commit: open pages hear how much is left, and those who waited are told without delay.
     * What is known to have plenty before and after costs nothing; else one query, after the answer.
     */
    moved(moves: readonly ShelfMove[]): void {
      const near = moves.filter(
        ({ change, seen }) =>
          change !== 0 && (seen === undefined || Math.min(seen, seen + change) <= shownLeft),
      )
      if (near.length === 0) return
      defer(
        announce(near).catch((error: unknown) =>
          log.error('stock.not_announced', describeError(error)),
        ),
      )
    },
  }
}

export type LeftService = ReturnType<typeof createLeftService>
