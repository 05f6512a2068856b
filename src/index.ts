import { WorkerEntrypoint } from 'cloudflare:workers'
import type { ExecutionContext, MessageBatch, ScheduledController } from '@cloudflare/workers-types'
import type { Hono } from 'hono'
import { createApi } from './api.ts'
import { createLog } from './common/log.ts'
import { createTasks } from './common/tasks.ts'
import { compose, type Services } from './compose.ts'
import type { Env } from './config/env.ts'
import type { Locale } from './config/http-env.ts'
import { runInTurn } from './jobs.ts'
import { type ApiEnv, FOR_A_SHOPPER } from './middleware.ts'
import { bury, consume } from './queue.ts'

export {
  ChatRoom,
  FlashStock,
  OperatorFeed,
  OrderStatus,
  RateLimit,
  StockWatch,
  UserInbox,
  UserSeats,
} from '#objects/index.ts'

// Built by the first request of an isolate, so that starting one costs nothing.
let api: Hono<ApiEnv> | undefined

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    api ??= createApi()
    return await api.fetch(request, env, ctx as never)
  },

  async queue(batch: MessageBatch, env: Env, ctx: ExecutionContext): Promise<void> {
    const log = createLog({ queue: batch.queue })
    const act = batch.queue.endsWith('dead-letters') ? bury : consume
    await withServices(env, ctx, log, async (services) => await act(batch, services, log))
  },

  async scheduled(_: ScheduledController, env: Env, ctx: ExecutionContext): Promise<void> {
    const log = createLog({ job: true })
    await withServices(env, ctx, log, async (services) => await runInTurn(services, log))
  },
}

/** The door of server-rendered pages: reachable over a service binding, never from outside. */
export class SessionGate extends WorkerEntrypoint<Env> {
  /** The API for the shopper whose page is made: the address that the call names is believed. */
  override async fetch(request: Request): Promise<Response> {
    api ??= createApi()
    const { ctx } = this
    return await api.fetch(request, this.env, {
      waitUntil: (task) => ctx.waitUntil(task),
      passThroughOnException: () => ctx.passThroughOnException(),
      props: FOR_A_SHOPPER,
    })
  }

  /**
   * The session behind a refresh cookie, with a short access token for this request; null without
   * one. Never rotates: only the browser's own refresh does.
   */
  async check(refreshToken: string | null, locale: Locale = 'th') {
    if (refreshToken === null) return null
    const log = createLog({ gate: true })
    return await withServices(
      this.env,
      this.ctx as never,
      log,
      async (services) => await services.user().checkSession(refreshToken, locale),
    )
  }
}

async function withServices<Result>(
  env: Env,
  ctx: ExecutionContext,
  log: ReturnType<typeof createLog>,
  run: (services: Services) => Promise<Result>,
): Promise<Result> {
  const services = compose({ env, log, tasks: createTasks() })
  try {
    return await run(services)
  } finally {
    ctx.waitUntil(services.close())
  }
}
