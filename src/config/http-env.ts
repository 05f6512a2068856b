import type { Log } from '#src/common/log.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
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
  /** Does the account work for the shop, by its membership as it is now? Asked on each call of a seller. */
  memberOf(principal: Principal, shopId: string): Promise<ShopScope | undefined>
  /** The shop that a seller's route speaks of; null on every other route. Read with `inShop`. */
  shopScope: ShopScope | null
  /** The shopper's address: of the connection, or as the storefront forwarded it. */
  clientAddress: string
}

/** The Hono environment of a module's routes; `More` is what the module itself is reached by. */
export type HttpEnv<More extends object = object> = {
  Bindings: Env
  Variables: HttpVariables & More
}
