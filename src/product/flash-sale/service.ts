import type { Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { isCheck, isConflict, isStale } from '#src/database/portable.ts'
import type { FlashSlotService } from '../flash-slot/service.ts'
import { leftOf } from '../flash-stock/rules.ts'
import type { FlashStockService } from '../flash-stock/service.ts'
import type { InventoryService } from '../inventory/service.ts'
import type { LeftService } from '../left/service.ts'
import {
  findSale,
  type ItemRow,
  insertItem,
  insertSale,
  type LiveRow,
  latestSales,
  nearestSales,
  pickLeft,
  readLive,
  type SaleRow,
  salesAfter,
} from './repository.ts'
import { cheapest, itemFault, slotFault } from './rules.ts'
import type {
  FlashPrice,
  FlashSaleList,
  ManagedFlashItem,
  ManagedFlashSale,
  ManagedFlashSales,
  NewFlashItem,
  NewFlashSale,
} from './schema.ts'

export type FlashSaleDeps = {
  database: Database
  clock: Clock
  stock: FlashStockService
  inventory: InventoryService
  left: Pick<LeftService, 'moved'>
  slots: Pick<FlashSlotService, 'stop' | 'itemsOf'>
  fileUrl(key: string): string
}

const MOST_LISTED = 50

/** Flash sales: the market's slots, and what is sold in them. */
export function createFlashSaleService(deps: FlashSaleDeps) {
  const { database, clock, stock, inventory, left, slots, fileUrl } = deps
  const { tables } = database

  return {
    /** What has a flash price now, of all or of one product, to be asked with something else. */
    readLive: (product?: { slug: string }) => readLive(database, clock.now(), product),

    /** The products of which there is campaign stock now, to be asked as a part of something else. */
    pickLeft: () => pickLeft(database, clock.now()),

    /** Of each product its cheapest flash price. */
    byProduct: (rows: readonly LiveRow[]): Map<string, FlashPrice> =>
      new Map([...cheapest(rows)].map(([productId, row]) => [productId, priceView(row)])),

    /** Of each variant its flash price: of two slots that of the one that ends first. */
    byVariant: (rows: readonly LiveRow[]): Map<string, FlashPrice> =>
      new Map(
        rows
          .toSorted((a, b) => b.endsAt.getTime() - a.endsAt.getTime())
          .map((row) => [row.variantId, priceView(row)]),
      ),

    /** The slot that runs now, if any, and the next one. Two queries. */
    async list(locale: Locale): Promise<FlashSaleList> {
      const { sales, items } = await nearestSales(database, clock.now())
      const english = locale === 'en'
      return {
        items: sales.map((sale) => ({
          ...{ id: sale.id, title: english ? sale.titleEn : sale.titleTh },
          ...timesOf(sale),
          items: items
            .filter(({ saleId }) => saleId === sale.id)
            .map((item) => ({
              ...priceView(item),
              id: item.id,
              variantId: item.variantId,
              productSlug: item.slug,
              title: english ? item.titleEn : item.titleTh,
              imageUrl: item.imageKeys[0] === undefined ? null : fileUrl(item.imageKeys[0]),
              listPriceSatang: item.variantPrice,
            })),
        })),
        nextCursor: null,
      }
    },

    /** The newest slots with their counts, for who runs the market. */
    async managed(): Promise<ManagedFlashSales> {
      const { sales, items } = await latestSales(database, MOST_LISTED)
      const own = (sale: SaleRow) => items.filter(({ saleId }) => saleId === sale.id)
      return { items: sales.map((sale) => managedView(sale, own(sale))), nextCursor: null }
    },

    /**
     * Sets up a slot. The same slot again is the same slot.
     * @throws Problem `flash_sale_invalid` with `reason`
     */
    async create({ title, ...times }: NewFlashSale): Promise<ManagedFlashSale> {
      const slot = { startsAt: new Date(times.startsAt), endsAt: new Date(times.endsAt) }
      const now = clock.now()
      const sale: SaleRow = {
        id: newId('fls'),
        ...{ titleTh: title.th, titleEn: title.en, ...slot },
        ...{ state: 'scheduled', version: 1, createdAt: now },
      }
      const others = await salesAfter(database, slot.startsAt, slot.endsAt)
      const same = others.find((other) => isSame(other, sale))
      if (same !== undefined) return managedView(same, await slots.itemsOf(same.id))
      const reason = slotFault(slot, now, others)
      if (reason !== undefined) throw invalid(reason)
      try {
        await database.atomically((q) => insertSale(q, tables, sale))
      } catch (error) {
        if (!isCheck(error, 'flash_calendar_free')) throw error
        // Set up since it was looked for: another one, or this one by a second press.
        return await this.create({ title, ...times })
      }
      return managedView(sale, [])
    },

    /**
     * Puts a variant into a slot that has not begun, and carves its stock out. The same again is the
     * same item, so that it needs no key.
     * @throws Problem `not_found`, `out_of_stock` with `items`, `flash_sale_invalid` with `reason`
     */
    async addItem(saleId: string, wanted: NewFlashItem): Promise<ManagedFlashItem> {
      const { variantId, priceSatang, quota, perBuyer } = wanted
      const found = await findSale(database, saleId, variantId)
      const { sale, variant, items } = found
      if (sale === undefined || variant?.active !== true) throw new Problem('not_found')
      if (found.item !== undefined) return sameItem(found.item, wanted)
      const { productId, priceSatang: listPriceSatang } = variant
      const at = clock.now()
      const reason = itemFault({ priceSatang, listPriceSatang }, { ...sale, items }, at)
      if (reason !== undefined) throw invalid(reason)
      const item: ItemRow = {
        ...{ id: newId('fli'), saleId, variantId, productId, priceSatang, listPriceSatang },
        ...{ quota, perBuyer, reserved: 0, sold: 0, returned: 0, taking: true },
        ...{ startsAt: sale.startsAt, endsAt: sale.endsAt, version: 1, position: items },
      }
      const refId = `${item.id}.0`
      try {
        await database.atomically((q) => [
          ...insertItem(q, tables, item, sale.version),
          ...inventory.campaign(q, 'campaign_out', {
            ...{ refId, productId, variantId, quantity: quota, at },
          }),
          stock.move(q, { id: refId, itemId: item.id, quantity: quota, at }),
        ])
      } catch (error) {
        // Put in by a second press, or its slot began or was stopped meanwhile.
        if (isStale(error) || isConflict(error, 'flash_sale_items')) {
          return await this.addItem(saleId, wanted)
        }
        if (!isCheck(error, 'stock_available')) throw error
        const available = (await inventory.available([variantId])).get(variantId) ?? 0
        throw new Problem('out_of_stock', { extra: { items: [{ variantId, available }] } })
      }
      left.moved([{ productId, variantId, change: -quota }])
      return itemView(item)
    },

    /**
     * Ends a slot before its time, for good; answers it as it then is. The same again changes nothing.
     * @throws Problem `not_found`, `transition_refused` when it is over by itself
     */
    async stop(saleId: string): Promise<ManagedFlashSale> {
      const { sale, items } = await slots.stop(saleId)
      return managedView(sale, items)
    },
  }
}

export type FlashSaleService = ReturnType<typeof createFlashSaleService>

const invalid = (reason: string) => new Problem('flash_sale_invalid', { extra: { reason } })

const timesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

type Priced = Pick<
  ItemRow,
  'priceSatang' | 'quota' | 'perBuyer' | 'reserved' | 'sold' | 'returned' | 'startsAt' | 'endsAt'
>

const priceView = (item: Priced): FlashPrice => ({
  priceSatang: item.priceSatang,
  ...timesOf(item),
  quota: item.quota,
  left: leftOf(item),
  perBuyer: item.perBuyer,
})

const itemView = (item: ItemRow): ManagedFlashItem => ({
  id: item.id,
  variantId: item.variantId,
  priceSatang: item.priceSatang,
  listPriceSatang: item.listPriceSatang,
  quota: item.quota,
  perBuyer: item.perBuyer,
  reserved: item.reserved,
  sold: item.sold,
  returned: item.returned,
  left: leftOf(item),
})

const managedView = (sale: SaleRow, items: readonly ItemRow[]): ManagedFlashSale => ({
  id: sale.id,
  title: { th: sale.titleTh, en: sale.titleEn },
  ...timesOf(sale),
  state: sale.state,
  items: items.map(itemView),
})

function sameItem(item: ItemRow, wanted: NewFlashItem): ManagedFlashItem {
  const { priceSatang, quota, perBuyer } = wanted
  const same =
    item.priceSatang === priceSatang && item.quota === quota && item.perBuyer === perBuyer
  if (!same) throw new Problem('conflict', { detail: 'It is in this sale, on other terms.' })
  return itemView(item)
}

const isSame = (one: SaleRow, other: SaleRow): boolean =>
  one.startsAt.getTime() === other.startsAt.getTime() &&
  one.endsAt.getTime() === other.endsAt.getTime() &&
  one.titleTh === other.titleTh &&
  one.titleEn === other.titleEn
