import type * as z from 'zod'
import type { Kind, Store } from './store.ts'

/**
 * One kind of object in the store; each value passes its schema on the way in and on the way out. What
 * an older simulator left behind in another shape is forgotten when the collection is opened.
 */
export type Collection<T> = {
  get(id: string): T | undefined
  put(value: T): T
  delete(id: string): void
  /** Oldest first. */
  list(): T[]
  due(atMs: number): T[]
}

export function createCollection<T>(
  store: Store,
  kind: Kind,
  schema: z.ZodType<T>,
  idOf: (value: T) => string,
  dueAtOf: (value: T) => number | null = () => null,
): Collection<T> {
  for (const [id, value] of store.entries(kind)) {
    if (!schema.safeParse(value).success) store.delete(kind, id)
  }

  return {
    get: (id) => {
      const value = store.get(kind, id)
      return value === undefined ? undefined : schema.parse(value)
    },
    put: (value) => {
      const checked = schema.parse(value)
      store.put(kind, idOf(checked), checked, dueAtOf(checked))
      return checked
    },
    delete: (id) => store.delete(kind, id),
    list: () => store.entries(kind).map(([, value]) => schema.parse(value)),
    due: (atMs) => store.due(kind, atMs).map((value) => schema.parse(value)),
  }
}
