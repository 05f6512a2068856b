/** Where time comes from. Services take one as a port, so that tests can hold it still. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** `at` moved by `ms`. */
export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms)
}

/** The moment `ms` before `at`. */
export const before = (at: Date, ms: number): Date => after(at, -ms)

/** How long to wait after `times` waits: `firstMs`, doubling up to `mostMs`. */
export const doubling = (firstMs: number, times: number, mostMs: number): number =>
  Math.min(firstMs * 2 ** Math.min(times, 20), mostMs)

/** A pause of half to all of `ms`, so that what failed together does not come back together. */
export const jittered = (ms: number): number => Math.round(ms * (0.5 + Math.random() / 2))
