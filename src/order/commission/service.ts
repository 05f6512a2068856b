import type { Cache } from '#src/cache/cache.ts'
import { after, type Clock } from '#src/common/clock.ts'
import { decodeCursor, pageById } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import { rateOn, SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { isStale } from '#src/database/portable.ts'
import type { ProductModule } from '#src/product/index.ts'
import {
  type CommissionRow,
  endRule,
  insertRule,
  listRules,
  ruleById,
  rulesAhead,
} from './repository.ts'
import { type CommissionRule, NEVER_MS } from './rules.ts'
import type {
  CommissionRulePage,
  EndCommissionRule,
  ListCommissionRules,
  NewCommissionRule,
  CommissionRule as Shown,
} from './schema.ts'

export type CommissionDeps = {
  database: Database
  clock: Clock
  cache: Cache
  findShops(ids: readonly string[]): Promise<{ id: string }[]>
  product: {
    has(id: string): Promise<boolean>
    categories: Pick<ProductModule['categories'], 'has'>
  }
}

/** The rates that a line is frozen with. */
export type Rates = {
  vatRateBp: number
  /** Where no rule fits. */
  commissionRateBp: number
  commissionRules: readonly CommissionRule[]
}

const SORT = 'commission-rules'

/** What the market takes of a sale, as its operators set it. */
export function createCommissionService(deps: CommissionDeps) {
  const { database, clock, cache, findShops, product } = deps
  const { tables } = database
  const { leadMs, keptMs, mostRules } = SETTINGS.commission

  // A rule begins and ends a minute after it is written at the earliest: what was read within the last
  // seconds is still exact, so that a checkout asks nothing for it.
  const ahead = async (): Promise<CommissionRow[]> =>
    await cache.remember(SORT, keptMs, async () => {
      return await rulesAhead(database, clock.now().getTime(), mostRules)
    })

  // A rule for what is not there would never be noticed to do nothing.
  async function exist({ shopId, categoryId, productId }: NewCommissionRule): Promise<boolean> {
    const found = await Promise.all([
      shopId === undefined || (await findShops([shopId])).length === 1,
      categoryId === undefined || product.categories.has(categoryId),
      productId === undefined || product.has(productId),
    ])
    return found.every(Boolean)
  }

  /** A moment that was asked for, or the earliest. @throws Problem `validation_failed` */
  function earliest(path: string, asked: string | undefined): number {
    const soonest = after(clock.now(), leadMs).getTime()
    const at = asked === undefined ? soonest : Date.parse(asked)
    if (!Number.isFinite(at) || at < soonest || at >= NEVER_MS)
      throw wrongField(path, 'wrong_format')
    return at
  }

  return {
    /** The rates of a moment; at most one query. */
    async ratesAt(at: Date): Promise<Rates> {
      return {
        vatRateBp: rateOn(SETTINGS.vatRates, at),
        commissionRateBp: rateOn(SETTINGS.commissionRates, at),
        commissionRules: await ahead(),
      }
    },

    /** Every rule, newest first. @throws Problem `cursor_invalid` */
    async list({ limit, cursor }: ListCommissionRules): Promise<CommissionRulePage> {
      const position = cursor === undefined ? null : decodeCursor(SORT, cursor)
      const rows = await listRules(database, limit, position)
      const { items, nextCursor } = pageById(rows, limit, SORT)
      return { items: items.map(shown), nextCursor }
    },

    /** A new rule. @throws Problem `validation_failed`, `not_found`, `limit_reached` */
    async create(operatorId: string, input: NewCommissionRule): Promise<Shown> {
      const { shopId = null, categoryId = null, productId = null, from, until, ...terms } = input
      const { minSatang = null, maxSatang = null, rateBp, fixedSatang } = terms
      if ((minSatang ?? 0) > (maxSatang ?? Number.MAX_SAFE_INTEGER)) {
        throw wrongField('maxSatang', 'too_small', minSatang ?? 0)
      }
      const startsAtMs = earliest('from', from)
      const endsAtMs = until === undefined ? NEVER_MS : earliest('until', until)
      if (endsAtMs <= startsAtMs) throw wrongField('until', 'wrong_format')
      if (!(await exist(input))) {
        throw new Problem('not_found', { detail: 'No such shop, category or product' })
      }
      const known = await rulesAhead(database, clock.now().getTime(), mostRules)
      if (known.length >= mostRules) {
        throw new Problem('limit_reached', { extra: { limit: mostRules } })
      }
      const rule: CommissionRow = {
        id: newId('cmr'),
        ...{ shopId, categoryId, productId, rateBp, fixedSatang, minSatang, maxSatang },
        ...{ startsAtMs, endsAtMs },
        createdBy: operatorId,
        createdAt: clock.now(),
        endedBy: null,
      }
      await database.atomically((q) => [insertRule(q, tables, rule)])
      return shown(rule)
    },

    /**
     * Ends a rule, at once but for the minute, or later. What was sold by it stays as it was.
     * @throws Problem `not_found`, `validation_failed`, `transition_refused` when it ends earlier anyway
     */
    async end(operatorId: string, id: string, { until }: EndCommissionRule): Promise<Shown> {
      if ((await ruleById(database, id)) === undefined) throw new Problem('not_found')
      const endsAtMs = earliest('until', until)
      try {
        await database.atomically((q) => [
          endRule(q, tables, { id, endsAtMs, endedBy: operatorId }),
        ])
      } catch (error) {
        if (isStale(error)) throw new Problem('transition_refused')
        throw error
      }
      const ended = await ruleById(database, id)
      if (ended === undefined) throw new Problem('not_found')
      return shown(ended)
    },
  }
}

export type CommissionService = ReturnType<typeof createCommissionService>

const shown = (rule: CommissionRow): Shown => ({
  id: rule.id,
  ...(rule.shopId === null ? {} : { shopId: rule.shopId }),
  ...(rule.categoryId === null ? {} : { categoryId: rule.categoryId }),
  ...(rule.productId === null ? {} : { productId: rule.productId }),
  rateBp: rule.rateBp,
  fixedSatang: rule.fixedSatang,
  ...(rule.minSatang === null ? {} : { minSatang: rule.minSatang }),
  ...(rule.maxSatang === null ? {} : { maxSatang: rule.maxSatang }),
  from: new Date(rule.startsAtMs).toISOString(),
  ...(rule.endsAtMs === NEVER_MS ? {} : { until: new Date(rule.endsAtMs).toISOString() }),
  createdAt: rule.createdAt.toISOString(),
})
