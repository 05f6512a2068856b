import { asc, eq } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** Every category, parents before children, each level in its order. */
export async function allCategories(db: Database) {
  const { categories } = db.tables
  return await db
    .select()
    .from(categories)
    .orderBy(asc(categories.level), asc(categories.position), asc(categories.id))
}

/** Whether there is such a category. One query. */
export async function hasCategory(db: Database, id: string): Promise<boolean> {
  const { categories } = db.tables
  const rows = await db
    .select({ id: categories.id })
    .from(categories)
    .where(eq(categories.id, id))
    .limit(1)
  return rows.length === 1
}
