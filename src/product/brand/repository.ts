import { desc } from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import type { Database } from '#src/database/database.ts'
import { beyond } from '#src/database/portable.ts'

/** Brands with the most products first, `limit + 1` rows. */
export async function listBrands(db: Database, limit: number, after: Cursor | null) {
  const { brands } = db.tables
  return await db
    .select()
    .from(brands)
    .where(after === null ? undefined : beyond(brands.productCount, brands.id, after))
    .orderBy(desc(brands.productCount), desc(brands.id))
    .limit(limit + 1)
}
