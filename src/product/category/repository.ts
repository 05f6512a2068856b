import { asc } from 'drizzle-orm'
import type { Database } from '#src/database/database.ts'

/** Every category, parents before children, each level in its order. */
export async function allCategories(db: Database) {
  const { categories } = db.tables
  return await db
    .select()
    .from(categories)
    .orderBy(asc(categories.level), asc(categories.position), asc(categories.id))
}
