import type { Cursor } from '#src/common/cursor.ts'
import { Problem } from '#src/common/problem.ts'
import { provenMember, type ShopScope } from '#src/common/shop-scope.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database, Query, Read, Statement } from '#src/database/database.ts'
import {
  activeShippingOptions,
  countForShop,
  findMember,
  findOpenShop,
  listOpenShops,
  membersOf,
  openShopsAfter,
  type ShopFilter,
  type ShopGain,
  setTakesCash,
  shopsAndOptions,
  shopsById,
  shopsOfUser,
} from './repository.ts'
import type { Shop } from './schema.ts'

export type SellerDeps = {
  database: Database
  /** The address of a stored picture. */
  fileUrl(key: string): string
}

/** Shops as the rest of the market sees them. */
export function createSellerService({ database, fileUrl }: SellerDeps) {
  return {
    /** A shop's public page; a suspended one is absent. One query. @throws Problem `not_found` */
    async shop(slug: string, locale: Locale): Promise<Shop> {
      const row = await findOpenShop(database, slug)
      if (row === undefined) throw new Problem('not_found')
      const english = locale === 'en'
      return {
        id: row.id,
        slug: row.slug,
        name: english ? row.nameEn : row.nameTh,
        description: english ? row.descriptionEn : row.descriptionTh,
        province: english ? row.provinceEn : row.provinceTh,
        provinceSlug: row.provinceSlug,
        imageUrl: row.imageKey === null ? null : fileUrl(row.imageKey),
        acceptsCod: row.acceptsCod,
        productCount: row.productCount,
        soldCount: row.soldCount,
        rating: row.ratingCents / 100,
        reviewCount: row.reviewCount,
        joinedAt: row.joinedAt.toISOString(),
      }
    },

    /** Open shops in the order of a sort, `limit + 1` of them. One query. */
    listShops: async (filter: ShopFilter, after: Cursor | null) =>
      await listOpenShops(database, filter, after),

    /** Counts sales or a review for a shop, in the write that counts them for the product. */
    countFor: (q: Query, shopId: string, gain: ShopGain): Statement =>
      countForShop(q, database.tables, shopId, gain),

    /** Whether a shop takes cash at the door, in the write that says how much. */
    takeCash: (q: Query, shopId: string, acceptsCod: boolean): Statement =>
      setTakesCash(q, database.tables, shopId, acceptsCod),

    /** Shops by id, in both languages; missing ids are left out, suspended ones are not. One query. */
    findShops: async (ids: readonly string[]) => await shopsById(database, ids),

    /** Open shops in the order of their ids, from after one on. One query. */
    shopsAfter: async (after: string, limit: number) =>
      await openShopsAfter(database, after, limit),

    /**
     * What an account may reach of a shop; nothing when it does not work there. Also of a shop that
     * is suspended: what it has sold must still be sent. One query.
     */
    async memberOf(userId: string, shopId: string): Promise<ShopScope | undefined> {
      const row = await findMember(database, userId, shopId)
      return row === undefined ? undefined : provenMember(row)
    },

    /** Who works for some shops. One query. */
    membersOf: async (shopIds: readonly string[]) => await membersOf(database, shopIds),

    /** The shops an account works for, with its role in each. One query. */
    shopsOf: async (userId: string) => await shopsOfUser(database, userId),

    /**
     * Shops with their shipping options, for a checkout; suspended shops are left out. One round
     * trip, with what is asked along.
     */
    async shopsAndOptions<const Along extends readonly unknown[]>(
      shopIds: readonly string[],
      ...along: { [Each in keyof Along]: Read<Along[Each]> }
    ) {
      const found = await shopsAndOptions<Along>(database, shopIds, along)
      const shops = found.shops.filter(({ suspendedAt }) => suspendedAt === null)
      const open = new Set(shops.map(({ id }) => id))
      const options = found.options.filter(({ shopId }) => open.has(shopId))
      return { shops, options, along: found.along }
    },

    /** What some shops offer to send a parcel by, in the order each shop shows it. One query. */
    shippingOptionsOf: async (shopIds: readonly string[]) =>
      await activeShippingOptions(database, shopIds),
  }
}

export type SellerService = ReturnType<typeof createSellerService>
export type ShopRow = Awaited<ReturnType<SellerService['findShops']>>[number]
export type ShopOfUser = Awaited<ReturnType<SellerService['shopsOf']>>[number]
export type ShippingOption = Awaited<ReturnType<SellerService['shippingOptionsOf']>>[number]
