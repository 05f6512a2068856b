import type { Log } from '#src/common/log.ts'
import type { Config, Env } from './env.ts'

export type Locale = 'th' | 'en'

/** Who is asking, once a token was accepted. */
export type Principal = {
  userId: string
  sessionId: string
  roles: readonly string[]
}

/** What every handler can rely on, set by src/api.ts before any route runs. */
export type HttpVariables = {
  requestId: string
  /** Language of content and messages. */
  locale: Locale
  log: Log
  config: Config
  /** Null for a guest. */
  principal: Principal | null
  /** A token came along and was not valid: `allow` refuses, unless the route takes any. */
  tokenRefused: boolean
  /** Is the session behind a token still alive? Asked by routes that move money, on each call. */
  sessionIsLive(principal: Principal): Promise<boolean>
  /** The shopper's address: of the connection, or as the storefront forwarded it. */
  clientAddress: string
}

/** The Hono environment of a module's routes; `More` is what the module itself is reached by. */
export type HttpEnv<More extends object = object> = {
  Bindings: Env
  Variables: HttpVariables & More
}
