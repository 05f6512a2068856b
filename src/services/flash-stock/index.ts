/** `unfunded`: nothing was moved to the object yet. `ended`: its slot is being closed. */
export type TakeAnswer = 'taken' | 'sold_out' | 'limit' | 'unfunded' | 'ended'

/** One wish for an item's units; the same `key` is one take, however often it is asked for. */
export type Take = {
  key: string
  /** Who is counted against the limit: hashes, one for an account, two for a guest. */
  holders: readonly string[]
  quantity: number
  /** When it was asked; one that nobody settles ends a lease later. */
  atMs: number
}

/** A take as the database has it: it stands, or its units went back. */
export type KnownTake = Omit<Take, 'atMs'> & { stands: boolean }

/** Units that are moved to an object, or back from it when less than nothing. */
export type Transfer = {
  id: string
  quantity: number
  perBuyer: number
  /** When nobody will ask any more: the object then forgets all it knows. */
  forgetAtMs: number
}

/** What an object keeps: `received = left + kept + pending`. */
export type FlashCount = { received: number; left: number; kept: number; pending: number }

/**
 * The units of one item of a flash sale that were moved to its Durable Object, which hands them out
 * faster than a row can: thousands ask, and only those who get one go on to the database. It decides
 * who may try; what is sold is what the database has, under its CHECKs.
 */
export type FlashStock = {
  transfer(transfer: Transfer): Promise<FlashCount>
  take(take: Take): Promise<TakeAnswer>
  /** The database has it: it stands until the database says otherwise. */
  settle(key: string): Promise<void>
  /** Nothing came of it: its units are there again, once. */
  release(key: string): Promise<void>
  /** What the database knows is what holds; `ended` gives up what it does not know of, for good. */
  reconcile(known: readonly KnownTake[], atMs: number, ended: boolean): Promise<FlashCount>
}

/** The object of an item, by the item's id. */
export type FlashStocks = (itemId: string) => FlashStock
