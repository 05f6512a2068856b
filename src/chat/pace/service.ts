import { before, type Clock } from '#src/common/clock.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import type { ShopPace } from '../schema.ts'
import { forgetWaits, latestWaits } from './repository.ts'
import { type Pace, paceOf, type RoundPace, roundPace } from './rules.ts'

/** How fast shops answer (CH5), from when each shopper began to wait and was answered. */
export function createPaceService({ database, clock }: { database: Database; clock: Clock }) {
  const { windowMs, inTimeMs, mostWaits, fewestWaits } = SETTINGS.chat.pace

  async function of(shopId: string): Promise<Pace> {
    const now = clock.now()
    const waits = await latestWaits(database, shopId, before(now, windowMs), mostWaits)
    return paceOf(waits, now, inTimeMs)
  }

  return {
    /** One query of so many rows at most. */
    ofShop: async (shopId: string): Promise<ShopPace> => await of(shopId),

    /** The same, rounded, as shoppers are told. */
    told: async (shopId: string): Promise<RoundPace | null> =>
      roundPace(await of(shopId), fewestWaits),

    forget: async (): Promise<void> => await forgetWaits(database, before(clock.now(), windowMs)),
  }
}

export type PaceService = ReturnType<typeof createPaceService>
