import type { Database, Query, Statement } from '#src/database/database.ts'
import {
  holdStatements,
  levelsOf,
  refreshInStock,
  sellStatements,
  settleStatements,
} from './repository.ts'
import { type Demand, sumDemand } from './rules.ts'

export type Hold = {
  groupId: string
  lines: readonly (Demand & { productId: string })[]
  at: Date
}

/** Statement makers for the atomic write of an order; nothing here runs by itself. */
export function createInventoryService({ database }: { database: Database }) {
  const { tables } = database
  const productIds = (hold: Hold) => [...new Set(hold.lines.map((line) => line.productId))].sort()

  return {
    /**
     * Holds the lines' stock until `expiresAt`. The atomic write fails with the CHECK
     * `stock_available` when there is not enough, and as a stale write for an unknown variant.
     */
    hold(q: Query, hold: Hold & { expiresAt: Date }): Statement[] {
      const demand = sumDemand(hold.lines)
      return [
        ...holdStatements(q, tables, { ...hold, demand }),
        ...refreshInStock(q, tables, productIds(hold)),
      ]
    },

    /** Holds and sells in one: for goods that wait for nobody's money. Fails as `hold` does. */
    sell(q: Query, hold: Hold & { expiresAt: Date }): Statement[] {
      const demand = sumDemand(hold.lines)
      return [
        ...sellStatements(q, tables, { ...hold, demand }),
        ...refreshInStock(q, tables, productIds(hold)),
      ]
    },

    /** The hold becomes a sale. A stale write when it is no longer held. */
    claim(q: Query, hold: Hold): Statement[] {
      return settleStatements(q, tables, 'claimed', { ...hold, demand: sumDemand(hold.lines) })
    },

    /** The hold ends and the goods go back on the shelf. A stale write when it is no longer held. */
    release(q: Query, hold: Hold): Statement[] {
      return [
        ...settleStatements(q, tables, 'released', { ...hold, demand: sumDemand(hold.lines) }),
        ...refreshInStock(q, tables, productIds(hold)),
      ]
    },

    /** How many of each variant can be bought now. One query. */
    async available(variantIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await levelsOf(database, variantIds)
      return new Map(rows.map((row) => [row.variantId, Math.max(0, row.onHand - row.reserved)]))
    },
  }
}
