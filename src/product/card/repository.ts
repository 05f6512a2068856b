import { and, eq } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'

/** A published product as a card shows it. */
export async function findCard(db: Database, id: string) {
  const { products: t } = db.tables
  return first(
    await db
      .select({
        id: t.id,
        slug: t.slug,
        shopId: t.shopId,
        titleTh: t.titleTh,
        titleEn: t.titleEn,
        priceSatang: t.priceSatang,
        imageKeys: t.imageKeys,
      })
      .from(t)
      .where(and(eq(t.id, id), eq(t.status, 'published')))
      .limit(1),
  )
}
