import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import {
  type Database,
  one,
  type Query,
  type Read,
  type Statement,
} from '#src/database/database.ts'
import { beyond, chunked, first, whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

/** A shop that is open to the public. */
export async function findOpenShop(db: Database, slug: string) {
  const { shops } = db.tables
  return first(
    await db
      .select()
      .from(shops)
      .where(and(eq(shops.slug, slug), isNull(shops.suspendedAt))),
  )
}

/** Open shops in the order of their ids, after one. */
export async function openShopsAfter(db: Database, after: string, limit: number) {
  const { shops } = db.tables
  return await db
    .select({ id: shops.id, slug: shops.slug })
    .from(shops)
    .where(and(gt(shops.id, after), isNull(shops.suspendedAt)))
    .orderBy(asc(shops.id))
    .limit(limit)
}

/** Which open shops, in which order. */
export type ShopFilter = {
  province?: string | undefined
  sort: 'best-selling' | 'rating'
  limit: number
}

const SORT_KEYS = { 'best-selling': 'soldCount', rating: 'ratingCents' } as const

/** Open shops, those with the most sales or the best rating first, `limit + 1` rows. */
export async function listOpenShops(
  db: Database,
  { province, sort, limit }: ShopFilter,
  after: Cursor | null,
) {
  const { shops } = db.tables
  const key = shops[SORT_KEYS[sort]]
  const conditions = [
    province === undefined ? undefined : eq(shops.provinceSlug, province),
    isNull(shops.suspendedAt),
    after === null ? undefined : beyond(key, shops.id, after),
  ]
  return await db
    .select()
    .from(shops)
    .where(and(...conditions))
    .orderBy(desc(key), desc(shops.id))
    .limit(limit + 1)
}

/** What a shop's counts grow by; a sale that is taken back is negative. */
export type ShopGain = { sold: number } | { stars: number }

/** One more sale or review of a shop. */
export function countForShop(
  q: Query,
  { shops }: Tables,
  shopId: string,
  gain: ShopGain,
): Statement {
  const own = eq(shops.id, shopId)
  if ('sold' in gain) {
    const soldCount = sql`${shops.soldCount} + ${whole(gain.sold)}`
    return q.update(shops).set({ soldCount }).where(own)
  }
  const stars = whole(gain.stars)
  return q
    .update(shops)
    .set({
      ratingSum: sql`${shops.ratingSum} + ${stars}`,
      reviewCount: sql`${shops.reviewCount} + 1`,
      // Half up, as a product's: of the sums as this very write leaves them.
      ratingCents: sql`((${shops.ratingSum} + ${stars}) * 200 + ${shops.reviewCount} + 1)
        / ((${shops.reviewCount} + 1) * 2)`,
    })
    .where(own)
}

/** Shops by id, suspended ones too. */
export async function shopsById(db: Database, ids: readonly string[]) {
  const { shops } = db.tables
  const pages = await Promise.all(
    chunked([...new Set(ids)], 1).map(
      async (page) => await db.select().from(shops).where(inArray(shops.id, page)),
    ),
  )
  return pages.flat()
}

/** The shops an account works for, oldest membership first. */
export async function shopsOfUser(db: Database, userId: string) {
  const { shops, shopMembers } = db.tables
  return await db
    .select({
      id: shops.id,
      slug: shops.slug,
      nameTh: shops.nameTh,
      nameEn: shops.nameEn,
      role: shopMembers.role,
    })
    .from(shopMembers)
    .innerJoin(shops, eq(shops.id, shopMembers.shopId))
    .where(eq(shopMembers.userId, userId))
    .orderBy(asc(shopMembers.createdAt), asc(shops.id))
    .limit(100)
}

/** What an account may do in a shop, if it works there. */
export async function findMember(db: Database, userId: string, shopId: string) {
  const { shopMembers } = db.tables
  return first(
    await db
      .select()
      .from(shopMembers)
      .where(and(eq(shopMembers.shopId, shopId), eq(shopMembers.userId, userId))),
  )
}

/** Who works for some shops. */
export async function membersOf(db: Database, shopIds: readonly string[]) {
  const { shopMembers } = db.tables
  const pages = await Promise.all(
    chunked([...new Set(shopIds)], 1).map(
      async (page) =>
        await db
          .select({ shopId: shopMembers.shopId, userId: shopMembers.userId })
          .from(shopMembers)
          .where(inArray(shopMembers.shopId, page)),
    ),
  )
  return pages.flat()
}

/** The options on offer of some shops, in the order each shop shows them. */
export async function activeShippingOptions(db: Database, shopIds: readonly string[]) {
  const { shippingOptions } = db.tables
  const pages = await Promise.all(
    chunked([...new Set(shopIds)], 2).map(
      async (page) =>
        await db
          .select()
          .from(shippingOptions)
          .where(and(inArray(shippingOptions.shopId, page), eq(shippingOptions.active, true)))
          .orderBy(
            asc(shippingOptions.shopId),
            asc(shippingOptions.position),
            asc(shippingOptions.id),
          ),
    ),
  )
  return pages.flat()
}

/**
 * Shops, what each offers to send it by in the order it shows it, and what is asked along, each in its
 * place: one round trip, for as many shops as a cart has lines.
 */
export async function shopsAndOptions<const Along extends readonly unknown[]>(
  db: Database,
  shopIds: readonly string[],
  along: { [Each in keyof Along]: Read<Along[Each]> },
) {
  const { shops, shippingOptions: options } = db.tables
  const ids = [...new Set(shopIds)]
  const [shopRows, optionRows, ...asked] = await db.together(
    db.select().from(shops).where(inArray(shops.id, ids)),
    db
      .select()
      .from(options)
      .where(and(inArray(options.shopId, ids), eq(options.active, true)))
      .orderBy(asc(options.shopId), asc(options.position), asc(options.id)),
    ...(along as readonly Read<unknown>[]),
  )
  return {
    shops: shopRows,
    options: optionRows,
    along: asked as { [Each in keyof Along]: Along[Each][] },
  }
}

/** Whether a shop takes cash at the door at all. */
export const setTakesCash = (
  q: Query,
  { shops }: Tables,
  shopId: string,
  acceptsCod: boolean,
): Statement => one(q.update(shops).set({ acceptsCod }).where(eq(shops.id, shopId)))
