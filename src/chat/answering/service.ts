import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Database } from '#src/database/database.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import type { ShopHours } from '#src/services/chat-room/index.ts'
import type { SetShopChat, ShopChat } from '../schema.ts'
import { readAnswering, type ShopChatRow, writeAnswering } from './repository.ts'

export type AnsweringDeps = { database: Database; clock: Clock }

/** How a shop answers: its hours, what is said for it meanwhile, and what it often says. */
export function createAnsweringService({ database, clock }: AnsweringDeps) {
  return {
    /** What a room has to know to answer for a shop that is closed. One query. */
    async hoursOf(shopId: string): Promise<ShopHours> {
      const row = await readAnswering(database, shopId)
      return { spans: row?.hours ?? [], awayText: row?.awayText ?? null }
    },

    /** One query. */
    ofShop: async ({ shopId }: ShopScope): Promise<ShopChat> =>
      shown(await readAnswering(database, shopId)),

    /** @throws Problem `conflict` when it was changed since it was read */
    async set({ shopId, userId }: ShopScope, input: SetShopChat): Promise<ShopChat> {
      const { version, ...said } = input
      const at = { setBy: userId, setAt: clock.now() }
      const row: ShopChatRow = { shopId, ...said, ...at, version: version + 1 }
      try {
        await database.atomically((q) => [writeAnswering(q, database.tables, row)])
      } catch (error) {
        if (isStale(error) || isConflict(error, 'shop_chats')) throw new Problem('conflict')
        throw error
      }
      return shown(row)
    },
  }
}

export type AnsweringService = ReturnType<typeof createAnsweringService>

const shown = (row: ShopChatRow | undefined): ShopChat => ({
  hours: row?.hours ?? [],
  awayText: row?.awayText ?? null,
  quickReplies: row?.quickReplies ?? [],
  version: row?.version ?? 0,
})
