import type { Database, Query, Statement } from '#src/database/database.ts'
import {
  campaignStatements,
  type Edit,
  editStatements,
  levelsOf,
  refreshInStock,
  restockStatements,
  settleStatements,
  takeStatements,
} from './repository.ts'
import { type Demand, sumDemand } from './rules.ts'

export type Hold = {
  groupId: string
  lines: readonly (Demand & { productId: string })[]
  at: Date
}

export type CampaignMove = {
  refId: string
  productId: string
  variantId: string
  quantity: number
  at: Date
}

/** Statement makers for the atomic write of an order; nothing here runs by itself. */
export function createInventoryService({ database }: { database: Database }) {
  const { tables } = database
  const productIds = ({ lines }: Pick<Hold, 'lines'>) =>
    [...new Set(lines.map((line) => line.productId))].sort()
  const moved = ({ groupId, lines, at }: Hold) => ({
    refId: groupId,
    demand: sumDemand(lines),
    at,
  })

  return {
    /**
     * Holds the lines' stock until `expiresAt`. The atomic write fails with the CHECK
     * `stock_available` when there is not enough, and as a stale write for an unknown variant.
     */
    hold(q: Query, hold: Hold & { expiresAt: Date }): Statement[] {
      return [
        ...takeStatements(q, tables, 'held', { ...moved(hold), expiresAt: hold.expiresAt }),
        ...refreshInStock(q, tables, productIds(hold)),
      ]
    },

    /** Holds and sells in one: for goods that wait for nobody's money. Fails as `hold` does. */
    sell(q: Query, hold: Hold & { expiresAt: Date }): Statement[] {
      return [
        ...takeStatements(q, tables, 'claimed', { ...moved(hold), expiresAt: hold.expiresAt }),
        ...refreshInStock(q, tables, productIds(hold)),
      ]
    },

    /** The hold becomes a sale. A stale write when it is no longer held. */
    claim(q: Query, hold: Hold): Statement[] {
      return settleStatements(q, tables, 'claimed', moved(hold))
    },

    /** The hold ends and the goods go back on the shelf. A stale write when it is no longer held. */
    release(q: Query, hold: Hold): Statement[] {
      return [
        ...settleStatements(q, tables, 'released', moved(hold)),
        ...refreshInStock(q, tables, productIds(hold)),
      ]
    },

    /**
     * Carves stock out for an item of a campaign, or gives back what is left of it. `refId` names the
     * move: each happens once. Fails as `hold` does.
     */
    campaign(
      q: Query,
      reason: 'campaign_out' | 'campaign_back',
      { refId, productId, variantId, quantity, at }: CampaignMove,
    ): Statement[] {
      const demand = sumDemand([{ variantId, quantity }])
      return [
        ...campaignStatements(q, tables, reason, { refId, demand, at }),
        ...refreshInStock(q, tables, [productId]),
      ]
    },

    /** What an order sold goes back on the shelf, once. */
    restock(q: Query, { orderId, lines, at }: Omit<Hold, 'groupId'> & { orderId: string }) {
      return [
        ...restockStatements(q, tables, { refId: orderId, demand: sumDemand(lines), at }),
        ...refreshInStock(q, tables, productIds({ lines })),
      ]
    },

    /** Somebody's edit of a shelf. Fails as `hold` does, and as a stale write for a count that is late. */
    edit(q: Query, productId: string, edit: Edit): Statement[] {
      return [...editStatements(q, tables, edit), ...refreshInStock(q, tables, [productId])]
    },

    /** How many of each variant can be bought now. One query. */
    async available(variantIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await levelsOf(database, variantIds)
      return new Map(rows.map((row) => [row.variantId, Math.max(0, row.onHand - row.reserved)]))
    },
  }
}

export type InventoryService = ReturnType<typeof createInventoryService>
