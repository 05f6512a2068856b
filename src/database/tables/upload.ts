import type { Kit } from '../columns.ts'

/** Files that somebody was let upload, from the promise on; what is due goes, and its file with it. */
export function uploadTables(k: Kit) {
  const uploads = k.table(
    'uploads',
    {
      id: k.text().primaryKey(),
      userId: k.text().notNull(),
      kind: k.oneOf(['chat-picture']).notNull(),
      /** What was promised: exactly this is taken. */
      contentType: k.text().notNull(),
      bytes: k.integer().notNull(),
      /** Until when it is taken, ms since 1970. */
      openUntilMs: k.integer().notNull(),
      /** Where the file is kept, once it has come; its sides as they are shown. */
      object: k.text(),
      width: k.integer(),
      height: k.integer(),
      /** What it belongs to, and as which part of that; nulls while it belongs to nothing. */
      usedFor: k.text(),
      usedAs: k.text(),
      /** When it is deleted, ms since 1970. */
      dueMs: k.integer().notNull(),
    },
    (t) => [k.index('uploads_due').on(t.dueMs), k.index('uploads_user').on(t.userId, t.usedFor)],
  )

  return { uploads }
}
