import type { Clock } from '#src/common/clock.ts'
import { decodeCursor, pageById } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Database } from '#src/database/database.ts'
import type { ShopRows } from '#src/database/of-shop.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import type { ShopName } from '#src/product/index.ts'
import { benefitOf } from '../voucher/rules.ts'
import {
  changeIssued,
  findIssued,
  findOfShop,
  insertIssued,
  issuedByMarket,
  issuedByShop,
  type VoucherRow,
} from './repository.ts'
import { changed, isShopsOwn, wrongTerms } from './rules.ts'
import type {
  ChangeVoucher,
  IssuedVoucher,
  IssuedVouchers,
  NewShopVoucher,
  NewVoucher,
} from './schema.ts'

export type IssuingDeps = {
  database: Database
  clock: Clock
  /** The rows of a shop, for whoever has the proof of working there. */
  rowsOf(scope: ShopScope): ShopRows
  findShops(ids: readonly string[]): Promise<ShopName[]>
  /** Which of these products are a shop's own. One query. */
  productsOf(shopId: string, ids: readonly string[]): Promise<string[]>
}

type Paged = { limit: number; cursor?: string | undefined }
const SORT = 'issued'

/** Vouchers as whoever gives them makes and ends them: a shop its own, the operator the market's. */
export function createIssuingService(deps: IssuingDeps) {
  const { database, clock, rowsOf, findShops, productsOf } = deps
  const { tables } = database

  async function list(
    { limit, cursor }: Paged,
    read: (paged: { limit: number; before: string | null }) => Promise<VoucherRow[]>,
  ): Promise<IssuedVouchers> {
    const before = cursor === undefined ? null : decodeCursor(SORT, cursor).id
    const rows = await read({ limit, before })
    const { items, nextCursor } = pageById(rows, limit, SORT)
    return { items: items.map(issuedView), nextCursor }
  }

  async function make(terms: NewVoucher): Promise<IssuedVoucher> {
    const at = clock.now()
    const errors = wrongTerms(terms, at)
    if (errors.length > 0) throw new Problem('validation_failed', { errors })
    const row = rowOf(terms, at)
    try {
      await database.atomically((q) => [insertIssued(q, tables, row)])
    } catch (error) {
      if (isConflict(error, 'vouchers')) throw new Problem('voucher_code_taken')
      throw error
    }
    return issuedView(row)
  }

  async function change(
    row: VoucherRow | undefined,
    { listed, ...asked }: ChangeVoucher,
  ): Promise<IssuedVoucher> {
    if (row === undefined) throw new Problem('not_found')
    const next = changed(row, asked, clock.now())
    if (next === undefined) throw new Problem('voucher_promised')
    const after = { ...next, listed: listed ?? row.listed }
    try {
      await database.atomically((q) => [changeIssued(q, tables, row, after)])
    } catch (error) {
      if (isStale(error)) throw new Problem('conflict')
      throw error
    }
    return issuedView({ ...row, ...after })
  }

  return {
    /** A shop's own vouchers, the latest first. One query. @throws Problem `cursor_invalid` */
    ofShop: async (scope: ShopScope, paged: Paged) =>
      await list(paged, async (of) => await issuedByShop(rowsOf(scope), of)),

    /** The vouchers for all shops, the latest first. One query. @throws Problem `cursor_invalid` */
    ofMarket: async (paged: Paged) =>
      await list(paged, async (of) => await issuedByMarket(database, of)),

    /**
     * A shop gives a voucher, and pays it.
     * @throws Problem `validation_failed`, `voucher_code_taken`, `not_found` for a product of another shop
     */
    async makeOfShop({ shopId }: ShopScope, terms: NewShopVoucher): Promise<IssuedVoucher> {
      const ids = terms.productIds ?? []
      const own = ids.length === 0 ? [] : await productsOf(shopId, ids)
      if (ids.some((id) => !own.includes(id))) throw new Problem('not_found')
      return await make({ ...terms, shopId, shopPaysBp: 10_000 })
    },

    /**
     * The market gives a voucher: for all shops, which the market pays, or for one that pays a share.
     * @throws Problem `validation_failed`, `voucher_code_taken`, `not_found` without such a shop
     */
    async makeOfMarket(terms: NewVoucher): Promise<IssuedVoucher> {
      const { shopId, kind, shopPaysBp } = terms
      if (kind === 'shop' && shopId === undefined) throw wrongField('shopId', 'required')
      // A cost that is shared by shops nobody asked would be theirs by surprise.
      if (shopId === undefined && shopPaysBp > 0) throw wrongField('shopPaysBp', 'too_large', 0)
      if (shopId !== undefined && (await findShops([shopId])).length === 0) {
        throw new Problem('not_found')
      }
      return await make(terms)
    },

    /**
     * More uses, an earlier end, or whether a shop's own voucher is shown.
     * @throws Problem `not_found`, also for one that the market pays or shares, `voucher_promised`,
     * `conflict`
     */
    async changeOfShop(scope: ShopScope, id: string, asked: ChangeVoucher) {
      const row = await findOfShop(rowsOf(scope), id)
      return await change(row !== undefined && isShopsOwn(row) ? row : undefined, asked)
    },

    /** The same of any voucher. @throws Problem `not_found`, `voucher_promised`, `conflict` */
    change: async (id: string, asked: ChangeVoucher) =>
      await change(await findIssued(database, id), asked),
  }
}

export type IssuingService = ReturnType<typeof createIssuingService>

function rowOf(terms: NewVoucher, at: Date): VoucherRow {
  const { benefit, shopId, productIds, categoryIds, ...rest } = terms
  return {
    id: newId('vou'),
    ...rest,
    shopId: shopId ?? null,
    productIds: productIds ?? null,
    categoryIds: categoryIds ?? null,
    benefit: benefit.type,
    amountSatang: benefit.type === 'fixed' ? benefit.amountSatang : null,
    rateBp: benefit.type === 'percent' ? benefit.rateBp : null,
    capSatang: 'capSatang' in benefit ? benefit.capSatang : null,
    buyCount: benefit.type === 'buy_get' ? benefit.buy : null,
    getCount: benefit.type === 'buy_get' ? benefit.get : null,
    taken: 0,
    version: 1,
    createdAt: at,
  }
}

function issuedView(row: VoucherRow): IssuedVoucher {
  const { id, code, kind, shopId, titleTh, titleEn, minimumSatang, productIds, categoryIds } = row
  return {
    id,
    code,
    kind,
    shopId,
    titleTh,
    titleEn,
    benefit: benefitOf(row),
    minimumSatang,
    productIds,
    categoryIds,
    audience: row.audience,
    shopPaysBp: row.shopPaysBp,
    claimableFrom: row.claimableFrom.toISOString(),
    claimableUntil: row.claimableUntil.toISOString(),
    usableFrom: row.usableFrom.toISOString(),
    usableUntil: row.usableUntil.toISOString(),
    quota: row.quota,
    taken: row.taken,
    perBuyer: row.perBuyer,
    listed: row.listed,
  }
}
