import { hc } from 'hono/client'
import type { ChatApi } from './chat/routes.ts'
import type { OrderApi } from './order/routes.ts'
import type { FlashSaleApi } from './product/flash-sale/routes.ts'
import type { ProductApi } from './product/routes.ts'
import type { DeadLetterApi } from './services/dead-letters/routes.ts'
import type { LiveApi } from './services/live/routes.ts'
import type { OperatorFeedApi } from './services/operator-feed/routes.ts'
import type { UploadApi } from './services/upload/routes.ts'
import type { UserApi } from './user/routes.ts'

/** Anything that fetches: the global one, or a service binding. */
export type Fetcher = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/**
 * The typed client of the API, one face a module (a single merged type is slow in editors).
 * `baseUrl` is the origin, without `/api`; `headers` are sent with every call.
 */
export function createClient(
  baseUrl: string,
  options: { fetch?: Fetcher; headers?: () => Record<string, string> } = {},
) {
  const api = `${baseUrl.replace(/\/$/, '')}/api`
  return {
    user: hc<UserApi>(api, options),
    product: hc<ProductApi>(api, options),
    flashSales: hc<FlashSaleApi>(api, options),
    order: hc<OrderApi>(api, options),
    chat: hc<ChatApi>(api, options),
    operatorFeed: hc<OperatorFeedApi>(api, options),
    deadLetters: hc<DeadLetterApi>(api, options),
    live: hc<LiveApi>(api, options),
    uploads: hc<UploadApi>(api, options),
  }
}

export type Client = ReturnType<typeof createClient>
