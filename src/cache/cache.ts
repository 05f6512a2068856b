/**
 * What may be a moment old: the public face of the market, the same for everybody who asks alike.
 * Never what a decision rests on: stock, price and money are read from the database by whoever
 * decides (K3). A key names all that the answer depends on, the language too.
 */
export type Cache = {
  /** The value under `key`, loaded when there is none or when it is older than `ttlMs`. */
  remember<Value>(key: string, ttlMs: number, load: () => Promise<Value>): Promise<Value>
  /** The same for many keys at once: `load` gets the missing ids and answers what there is of them. */
  rememberEach<Value extends { id: string }>(
    kind: string,
    ids: readonly string[],
    ttlMs: number,
    load: (ids: string[]) => Promise<Value[]>,
  ): Promise<Value[]>
}

/** Remembers nothing: for tests, and wherever everything must be fresh. */
export const noCache: Cache = {
  remember: async (_key, _ttlMs, load) => await load(),
  rememberEach: async (_kind, ids, _ttlMs, load) => await load([...ids]),
}
