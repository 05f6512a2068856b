import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Database, Read } from '#src/database/database.ts'
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

/**
 * Shops, what each offers to send it by in the order it shows it, and what is asked along: one round
 * trip, for as many shops as a cart has lines.
 */
export async function shopsAndOptions<Along>(
  db: Database,
  shopIds: readonly string[],
  along: readonly Read<Along>[],
) {
  const { shops, shippingOptions: options } = db.tables
  const ids = [...new Set(shopIds)]
  const [shopRows, optionRows, asked = []] = await db.together(
    db.select().from(shops).where(inArray(shops.id, ids)),
    db
      .select()
      .from(options)
      .where(and(inArray(options.shopId, ids), eq(options.active, true)))
      .orderBy(asc(options.shopId), asc(options.position), asc(options.id)),
    ...along,
  )
  return { shops: shopRows, options: optionRows, along: asked }
}
