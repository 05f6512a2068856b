import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'
import { chunked, first } from '#src/database/portable.ts'

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

/** Shops with what each offers to send it by, one row an option, in the order each shop shows them. */
export async function shopsWithOptions(db: Database, shopIds: readonly string[]) {
  const { shops, shippingOptions } = db.tables
  const pages = await Promise.all(
    chunked([...new Set(shopIds)], 2).map(
      async (page) =>
        await db
          .select({ shop: shops, option: shippingOptions })
          .from(shops)
          .leftJoin(
            shippingOptions,
            and(eq(shippingOptions.shopId, shops.id), eq(shippingOptions.active, true)),
          )
          .where(inArray(shops.id, page)),
    ),
  )
  // A checkout has few shops with few options each: sorted here, where it costs no query plan.
  const place = ({ option }: { option: { position: number; id: string } | null }) => option ?? NONE
  return pages
    .flat()
    .sort(
      (a, b) =>
        compare(a.shop.id, b.shop.id) ||
        place(a).position - place(b).position ||
        compare(place(a).id, place(b).id),
    )
}

const NONE = { position: 0, id: '' }
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
