import type { Freshness } from '../../src/cache/edge.ts'

/** Of an isolate's 128 MB: some two hundred public pages, packed as they are. */
export const MEMORY_BYTES = 4 * 1024 * 1024

/** Two seconds in the isolate; the data centre gives it out for a minute and renews it after ten seconds. */
export const PAGES: Freshness = { memoryMs: 2_000, freshMs: 10_000, staleMs: 60_000 }
