import { Problem } from './problem.ts'

/** A keyset position: the sort value of the last row and its id. */
export type Cursor = { value: number; id: string }

/** Encodes a position together with the sort it belongs to, so that a cursor cannot cross lists. */
export function encodeCursor(sort: string, cursor: Cursor): string {
  return btoa(JSON.stringify([sort, cursor.value, cursor.id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Reads a cursor back. @throws Problem `cursor_invalid` when it was not made by `encodeCursor` for this sort. */
export function decodeCursor(sort: string, text: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
    if (Array.isArray(parsed) && parsed.length === 3) {
      const [cursorSort, value, id] = parsed
      if (cursorSort === sort && typeof id === 'string' && /^[\w-]{1,64}$/.test(id)) {
        if (Number.isSafeInteger(value)) return { value, id }
      }
    }
  } catch {
    // falls through to the refusal below
  }
  throw new Problem('cursor_invalid')
}

/** Cuts a list that was read with `limit + 1` rows into a page and the cursor of the next one. */
export function page<Row>(
  rows: Row[],
  limit: number,
  sort: string,
  position: (row: Row) => Cursor,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const more = rows.length > limit && last !== undefined
  return { items, nextCursor: more ? encodeCursor(sort, position(last)) : null }
}

/** The same of a list that is sorted by its ids alone, which grow with time. */
export const pageById = <Row extends { id: string }>(rows: Row[], limit: number, sort: string) =>
  page(rows, limit, sort, ({ id }) => ({ value: 0, id }))
