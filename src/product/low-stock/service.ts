import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Database } from '#src/database/database.ts'
import type { ShopRows } from '#src/database/of-shop.ts'
import { isConflict } from '#src/database/portable.ts'
import { USUAL_LOW_AT } from '../inventory/rules.ts'
import type { Tell } from '../watch/service.ts'
import { alertOf, findLow, markLow, saveAlert, saveShelfAlert } from './repository.ts'
import type { ShelfAlert, StockAlert } from './schema.ts'

export type LowStockDeps = {
  database: Database
  clock: Clock
  tell: Tell
  /** The rows of a shop, for whoever has the proof of working there. */
  rowsOf(scope: ShopScope): ShopRows
}

/** What a shop calls little, and how it hears that there is no more of something (LV4). */
export function createLowStockService({ database, clock, tell, rowsOf }: LowStockDeps) {
  return {
    /** What a shop calls little. One query. */
    alert: async (scope: ShopScope): Promise<StockAlert> => ({
      lowAt: (await alertOf(rowsOf(scope))) ?? USUAL_LOW_AT,
    }),

    /** Keeps what a shop calls little; what runs low from now on is told by it. */
    async choose({ shopId }: ShopScope, { lowAt }: StockAlert): Promise<StockAlert> {
      await saveAlert(database, { shopId, lowAt, updatedAt: clock.now() })
      return { lowAt }
    },

    /** The same of one shelf. @throws Problem `not_found` */
    async chooseShelf(
      scope: ShopScope,
      variantId: string,
      { lowAt }: ShelfAlert,
    ): Promise<ShelfAlert> {
      if (!(await saveShelfAlert(database, rowsOf(scope), variantId, lowAt))) {
        throw new Problem('not_found')
      }
      return { lowAt }
    },

    /**
     * Tells all who work for a shop that little is left of something: once until it was filled again,
     * and nothing when it was meanwhile. Idempotent by the message (Q2).
     */
    async tell(messageId: string, variantId: string): Promise<void> {
      const found = await findLow(database, variantId)
      if (found === undefined || !found.active || found.toldAt !== null) return
      const { shopId, titleTh, titleEn, sku, options, available, ofShelf, ofShop } = found
      if (available > Number(ofShelf ?? ofShop ?? USUAL_LOW_AT)) return
      const params = {
        ...{ titleTh, titleEn, sku, available },
        choiceTh: options.map(({ value }) => value.th).join(' '),
        choiceEn: options.map(({ value }) => value.en).join(', '),
      }
      // Its shelves have no page yet.
      const link = `/seller?shop=${shopId}`
      try {
        await tell(
          messageId,
          [{ key: variantId, kind: 'low_stock', params, link, to: { shopId } }],
          (q) => [markLow(q, database.tables, { variantId, shopId, since: clock.now() })],
        )
      } catch (error) {
        // Another message of the same shelf was faster: the shop knows.
        if (!isConflict(error, 'low_stock')) throw error
      }
    },
  }
}

export type LowStockService = ReturnType<typeof createLowStockService>
