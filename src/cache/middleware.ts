import { createMiddleware } from 'hono/factory'
import type { HttpEnv } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { dataCentreCache, edgeCache, type Freshness } from './edge.ts'

const answers = edgeCache({
  maxBytes: SETTINGS.cache.answerBytes,
  nowMs: Date.now,
  shared: dataCentreCache,
})

/**
 * Keeps what a route answers to nobody in particular: without a token it may depend on its path, its
 * query and the language alone. Stands before whoever counts calls, since what is at hand costs
 * nothing worth a limit; and inside of whoever writes headers, so that only bodies are shared.
 */
export const forEverybody = (keptMs: number) => {
  const freshness: Freshness = {
    memoryMs: keptMs,
    freshMs: keptMs,
    staleMs: keptMs,
    onlyAgain: true,
  }
  return createMiddleware<HttpEnv>(async (c, next) => {
    const { ENVIRONMENT, PUBLIC_ORIGIN } = c.get('config')
    // Tests change the market between two calls and must see it.
    const own = ENVIRONMENT === 'test' || c.req.method !== 'GET' || c.req.header('authorization')
    if (own) return await next()
    const { pathname, searchParams } = new URL(c.req.url)
    searchParams.sort()
    const found = await answers.answer(
      `${PUBLIC_ORIGIN}/.kept/${c.get('locale')}${pathname}?${searchParams}`,
      freshness,
      async () => {
        await next()
        return c.res
      },
      (task) => c.executionCtx.waitUntil(task),
    )
    if (found.kept === null) return
    const { body, headers, madeAt } = found.kept
    c.res = new Response(body, {
      headers: {
        'Content-Type': headers['content-type'] ?? 'application/json',
        'X-Cache': found.from,
        Age: String(Math.max(0, Math.floor((Date.now() - madeAt) / 1000))),
        // For ours alone: a client asks again.
        'Cache-Control': 'public, max-age=0, must-revalidate',
        Vary: 'Accept-Language, Authorization',
      },
    })
  })
}
