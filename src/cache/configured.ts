import type { Config } from '#src/config/env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { type Cache, noCache } from './cache.ts'
import { memoryCache } from './memory.ts'

let memory: Cache | undefined

/** The isolate's memory; none in tests, which change the market between two calls and must see it. */
export function cacheOf({ ENVIRONMENT }: Pick<Config, 'ENVIRONMENT'>): Cache {
  if (ENVIRONMENT === 'test') return noCache
  memory ??= memoryCache({ maxEntries: SETTINGS.cache.maxEntries, nowMs: Date.now })
  return memory
}
