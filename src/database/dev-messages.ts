import { desc } from 'drizzle-orm'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

export type DevMessage = Tables['devMessages']['$inferSelect']

/** Keeps what a provider would have sent; the same one twice is one. */
export async function keepDevMessage(database: Database, message: DevMessage): Promise<void> {
  await database.insert(database.tables.devMessages).values(message).onConflictDoNothing()
}

/** The newest messages. */
export async function listDevMessages(database: Database, limit: number): Promise<DevMessage[]> {
  const { devMessages } = database.tables
  return await database
    .select()
    .from(devMessages)
    .orderBy(desc(devMessages.createdAt), desc(devMessages.id))
    .limit(limit)
}
