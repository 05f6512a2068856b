import type { Clock } from '#src/common/clock.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Database, Query, Read, Statement } from '#src/database/database.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import { type CashRow, readTerms, writeTerms } from './repository.ts'
import { type CashRefusal, MARKET, refuseCash } from './rules.ts'
import type { MarketCash, SetMarketCash, SetShopCash, ShopCash } from './schema.ts'

export type CashDeps = {
  database: Database
  clock: Clock
  /** As they stand in the database, past every cache. One query. */
  shopsNow(ids: readonly string[]): Promise<{ acceptsCod: boolean }[]>
  /** The statement that says whether a shop takes cash at all. */
  takeCash(q: Query, shopId: string, acceptsCod: boolean): Statement
  /** The name that addresses are kept with; undefined where there is no such province. */
  provinceNamed(name: string): Promise<string | undefined>
}

/** What is asked of the terms before somebody pays at the door. */
export type CashAsked = {
  totalSatang: number
  province: string | null
  guest: boolean
  orders: readonly { shopId: string; totalSatang: number }[]
  /** Those of the orders that are open; one that is not takes no cash. */
  shops: readonly { id: string; acceptsCod: boolean }[]
  terms: readonly CashRow[]
}

/** Cash on delivery: who takes it, where, and how much. */
export function createCashService(deps: CashDeps) {
  const { database, clock, shopsNow, takeCash, provinceNamed } = deps
  const { tables } = database

  function refusal({ shops, terms, orders, ...asked }: CashAsked): CashRefusal | null {
    const of = (holder: string) => terms.find(({ shopId }) => shopId === holder)
    return refuseCash({
      ...asked,
      market: of(MARKET),
      orders: orders.map((order) => ({
        ...order,
        acceptsCod: shops.find(({ id }) => id === order.shopId)?.acceptsCod ?? false,
        terms: of(order.shopId),
      })),
    })
  }

  const termsOf = async (holder: string) =>
    (await readTerms(database, [holder])).find(({ shopId }) => shopId === holder)

  /** The next terms of a holder. @throws Problem `validation_failed` for a province that is none */
  async function next(
    shopId: string,
    { maximumSatang, provinces, version }: SetMarketCash,
    setBy: string,
  ): Promise<CashRow> {
    const named = await Promise.all(
      provinces.map(async ({ province, ...limit }, index) => {
        const known = await provinceNamed(province)
        if (known === undefined) throw wrongField(`provinces.${index}.province`, 'not_a_choice')
        return { province: known, ...limit }
      }),
    )
    const twice = named.findIndex(
      ({ province }, index) => named.findIndex((other) => other.province === province) < index,
    )
    if (twice >= 0) throw wrongField(`provinces.${twice}.province`, 'said_twice')
    const setAt = clock.now()
    return { shopId, maximumSatang, provinces: named, version: version + 1, setBy, setAt }
  }

  async function write(row: CashRow, ...along: ((q: Query) => Statement)[]): Promise<void> {
    try {
      await database.atomically((q) => [
        writeTerms(q, tables, row),
        ...along.map((statement) => statement(q)),
      ])
    } catch (error) {
      if (isStale(error) || isConflict(error, 'cash_terms')) throw new Problem('conflict')
      throw error
    }
  }

  return {
    provinceNamed,

    /** What the shops of a basket and the market say, to be asked with something else. */
    read: (shopIds: readonly string[]): Read<CashRow> => readTerms(database, shopIds),

    /** Why this cannot be paid at the door; null when it can. */
    refusal,

    /** @throws Problem `payment_method_unavailable` with the reason, the limit and the shops */
    require(asked: CashAsked): void {
      const refused = refusal(asked)
      if (refused !== null) throw new Problem('payment_method_unavailable', { extra: refused })
    },

    /** What a shop takes. Two queries. @throws Problem `not_found` */
    async ofShop({ shopId }: ShopScope): Promise<ShopCash> {
      const [[shop], terms] = await Promise.all([shopsNow([shopId]), termsOf(shopId)])
      if (shop === undefined) throw new Problem('not_found')
      return { acceptsCod: shop.acceptsCod, ...shown(terms) }
    },

    /** @throws Problem `validation_failed`, `conflict` when it was changed since it was read */
    async setOfShop({ shopId, userId }: ShopScope, input: SetShopCash): Promise<ShopCash> {
      const { acceptsCod, ...limits } = input
      const row = await next(shopId, limits, userId)
      await write(row, (q) => takeCash(q, shopId, acceptsCod))
      return { acceptsCod, ...shown(row) }
    },

    /** What the market takes. One query. */
    ofMarket: async (): Promise<MarketCash> => shown(await termsOf(MARKET)),

    /** @throws Problem `validation_failed`, `conflict` when it was changed since it was read */
    async setOfMarket(operatorId: string, input: SetMarketCash): Promise<MarketCash> {
      const row = await next(MARKET, input, operatorId)
      await write(row)
      return shown(row)
    },
  }
}

export type CashService = ReturnType<typeof createCashService>
export type { CashRow } from './repository.ts'

const shown = (row: CashRow | undefined): MarketCash => ({
  maximumSatang: row?.maximumSatang ?? null,
  provinces: row?.provinces ?? [],
  version: row?.version ?? 0,
})
