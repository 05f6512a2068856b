import type { Clock } from '#src/common/clock.ts'
import { decodeCursor, page } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { keyedRequest } from '#src/common/keyed-request.ts'
import { Problem } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import type { ShopRows } from '#src/database/of-shop.ts'
import { isCheck, isStale } from '#src/database/portable.ts'
import type { InventoryService } from '../inventory/service.ts'
import type { LeftService } from '../left/service.ts'
import { levelOfOwn, listOwnVariants } from './repository.ts'
import type { EditStock, ListVariants, StockLevel, StockPage } from './schema.ts'

export type StockDeps = {
  database: Database
  clock: Clock
  sleep(ms: number): Promise<void>
  /** The rows of a shop, for whoever has the proof of working there. */
  rowsOf(scope: ShopScope): ShopRows
  inventory: Pick<InventoryService, 'edit'>
  left: Pick<LeftService, 'moved'>
}

type Level = NonNullable<Awaited<ReturnType<typeof levelOfOwn>>>
const SORT = 'shop-variants'

/** What a shop has on its shelves, as those who work there see and change it. */
export function createStockService(deps: StockDeps) {
  const { database, clock, rowsOf, inventory, left } = deps

  async function requireLevel(scope: ShopScope, variantId: string): Promise<Level> {
    const level = await levelOfOwn(rowsOf(scope), variantId)
    if (level === undefined) throw new Problem('not_found')
    return level
  }

  return {
    /** A page of a shop's variants with their levels. One query. @throws Problem `cursor_invalid` */
    async list(scope: ShopScope, query: ListVariants, locale: Locale): Promise<StockPage> {
      const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor)
      const rows = await listOwnVariants(rowsOf(scope), query.limit, after)
      const { items, nextCursor } = page(rows, query.limit, SORT, ({ variant }) => ({
        value: 0,
        id: variant.id,
      }))
      return {
        items: items.map(({ variant, level, slug, titleTh, titleEn }) => ({
          ...levelView(level),
          productId: variant.productId,
          productSlug: slug,
          title: locale === 'en' ? titleEn : titleTh,
          sku: variant.sku,
          options: variant.options.map(({ name, value }) => ({
            name: name[locale],
            value: value[locale],
          })),
          priceSatang: variant.priceSatang,
          active: variant.active,
        })),
        nextCursor,
      }
    },

    /**
     * Changes what lies on a shelf: by a difference, or to a count that names the version it saw. A
     * count that anything moved under is refused with the level as it is now, so that it never erases
     * a sale; nothing goes below what orders hold.
     * @throws Problem `not_found`, `stock_counted_late`, `stock_promised`
     */
    async edit(
      scope: ShopScope,
      variantId: string,
      body: EditStock,
      { key }: { key: string },
    ): Promise<StoredAnswer> {
      const { userId, shopId } = scope
      const seen = await requireLevel(scope, variantId)
      const route = `seller/shops/${shopId}/variants/${variantId}/stock`
      const request = await keyedRequest({ userId, token: null }, route, key, body)
      return await idempotently(deps, request, {
        begin: async (claim) => {
          const { version, count, delta = 0, reason = 'adjusted' } = body
          const late = version !== undefined && version !== seen.version
          if (late) throw new Problem('stock_counted_late', { extra: { level: levelView(seen) } })
          const edit = {
            ...{ variantId, reason, seenVersion: version },
            id: newId('mov'),
            delta: count === undefined ? delta : count - seen.onHand,
            byUserId: userId,
            at: clock.now(),
          }
          try {
            await database.atomically((q) => [
              claim(q, variantId),
              ...inventory.edit(q, seen.productId, edit),
            ])
          } catch (error) {
            throw await explain(error, scope, variantId)
          }
          const { productId, onHand, reserved } = seen
          left.moved([{ productId, variantId, change: edit.delta, seen: onHand - reserved }])
          return variantId
        },
        finish: async () => ({
          status: 200,
          body: levelView(await requireLevel(scope, variantId)),
        }),
      })
    },
  }

  async function explain(error: unknown, scope: ShopScope, variantId: string): Promise<unknown> {
    const promised = isCheck(error, 'stock_available')
    if (!promised && !isStale(error)) return error
    const extra = { level: levelView(await requireLevel(scope, variantId)) }
    return new Problem(promised ? 'stock_promised' : 'stock_counted_late', { extra })
  }
}

export type StockService = ReturnType<typeof createStockService>

const levelView = ({ variantId, onHand, reserved, version }: Level): StockLevel => ({
  variantId,
  onHand,
  reserved,
  available: Math.max(0, onHand - reserved),
  version,
})
