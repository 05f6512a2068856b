import { and, desc, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Cursor } from '#src/common/cursor.ts'
import type { Database } from './database.ts'
import { beyond, first } from './portable.ts'
import type { Tables } from './tables.ts'

export type DeadLetter = Tables['deadLetters']['$inferSelect']

/** Keeps a message that no retry could deliver; the same one twice is kept once. */
export async function keepDeadLetter(
  database: Database,
  letter: { id: string; queue: string; body: unknown; attempts: number; diedAt: Date },
): Promise<void> {
  await database
    .insert(database.tables.deadLetters)
    .values({ ...letter, diedMs: letter.diedAt.getTime() })
    .onConflictDoNothing()
}

/** Dead letters, newest first: all, those that were sent again, or those that were not. */
export async function listDeadLetters(
  database: Database,
  replayed: boolean | undefined,
  limit: number,
  after: Cursor | null,
): Promise<DeadLetter[]> {
  const { deadLetters } = database.tables
  const { diedMs, id, replayedAt } = deadLetters
  return await database
    .select()
    .from(deadLetters)
    .where(
      and(
        replayed === undefined ? undefined : replayed ? isNotNull(replayedAt) : isNull(replayedAt),
        after === null ? undefined : beyond(diedMs, id, after),
      ),
    )
    .orderBy(desc(diedMs), desc(id))
    .limit(limit + 1)
}

/** A dead letter by its id. */
export async function deadLetterById(database: Database, id: string) {
  const { deadLetters } = database.tables
  return first(await database.select().from(deadLetters).where(eq(deadLetters.id, id)))
}

/** Takes a letter that was not sent again, until `untilMs`. False when somebody has it, or sent it. */
export async function leaseDeadLetter(
  database: Database,
  id: string,
  nowMs: number,
  untilMs: number,
): Promise<boolean> {
  const { deadLetters } = database.tables
  const { leaseUntilMs, replayedAt } = deadLetters
  const free = or(isNull(leaseUntilMs), lte(leaseUntilMs, nowMs))
  const taken = await database
    .update(deadLetters)
    .set({ leaseUntilMs: untilMs })
    .where(and(eq(deadLetters.id, id), isNull(replayedAt), free))
    .returning({ id: deadLetters.id })
  return taken.length > 0
}

/** Gives a letter back; with `replayed` it counts as sent again. */
export async function settleDeadLetter(
  database: Database,
  id: string,
  replayed?: { at: Date; by: string },
): Promise<void> {
  const { deadLetters } = database.tables
  const sent = replayed && { replayedAt: replayed.at, replayedBy: replayed.by }
  await database
    .update(deadLetters)
    .set({ leaseUntilMs: null, ...sent })
    .where(eq(deadLetters.id, id))
}
