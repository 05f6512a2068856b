import type { Database } from './database.ts'

/** Keeps a message that no retry could deliver; the same one twice is kept once. */
export async function keepDeadLetter(
  database: Database,
  letter: { id: string; queue: string; body: unknown; attempts: number; diedAt: Date },
): Promise<void> {
  await database
    .insert(database.tables.deadLetters)
    .values({ ...letter, replayedAt: null })
    .onConflictDoNothing()
}
