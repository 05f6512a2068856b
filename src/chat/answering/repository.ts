import { and, eq } from 'drizzle-orm'
import { type Database, one, type Query, type Statement } from '#src/database/database.ts'
import { first } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

export type ShopChatRow = Tables['shopChats']['$inferSelect']

export async function readAnswering(
  db: Database,
  shopId: string,
): Promise<ShopChatRow | undefined> {
  const { shopChats: t } = db.tables
  return first(await db.select().from(t).where(eq(t.shopId, shopId)).limit(1))
}

/** The first settings of a shop, or the next; a conflict or a stale write when somebody was before. */
export function writeAnswering(q: Query, { shopChats: t }: Tables, row: ShopChatRow): Statement {
  if (row.version === 1) return q.insert(t).values(row)
  const { shopId, version, ...set } = row
  return one(
    q
      .update(t)
      .set({ ...set, version })
      .where(and(eq(t.shopId, shopId), eq(t.version, version - 1))),
  )
}
