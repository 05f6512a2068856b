import { durableLimits, durableTurn } from './auth/limits.ts'
import { openOrderLink, orderTokens } from './auth/order-tokens.ts'
import { cacheOf } from './cache/configured.ts'
import { createChatModule } from './chat/index.ts'
import { type Clock, systemClock } from './common/clock.ts'
import type { Log } from './common/log.ts'
import { once } from './common/once.ts'
import type { Tasks } from './common/tasks.ts'
import { type Env, readConfig } from './config/env.ts'
import type { Principal } from './config/http-env.ts'
import { SETTINGS } from './config/settings.ts'
import type { Database } from './database/database.ts'
import { openDatabase, ping } from './database/open.ts'
import { type OutboxMessage, relay, relaySaved } from './database/outbox.ts'
import { createOrderModule, type OrderModule } from './order/index.ts'
import type { PaymentProvider, ProviderName } from './order/payment/provider.ts'
import { paymentProviders } from './order/payment/providers/configured.ts'
import { createProductModule } from './product/index.ts'
import { durableChatRooms } from './services/chat-room/durable-objects.ts'
import { createDeadLetters } from './services/dead-letters/index.ts'
import { createDevInbox } from './services/dev-inbox/index.ts'
import { durableFlashStocks } from './services/flash-stock/durable-objects.ts'
import { durableLive } from './services/live/durable-objects.ts'
import { inboxOf, stockOf } from './services/live/index.ts'
import type { Ways } from './services/notification/index.ts'
import { lineLoginOf, waysOf } from './services/notification/ways.ts'
import { createOperatorFeed } from './services/operator-feed/index.ts'
import { durableSeats } from './services/seats/durable-objects.ts'
import { createUploads } from './services/upload/index.ts'
import { createUserModule, NOTIFIED } from './user/index.ts'

export type ComposeInput = {
  env: Env
  log: Log
  tasks: Tasks
  /** Who is asking, for modules that act on the caller's own account. */
  principal?: () => Principal | null
  clock?: Clock
  /** Stands in for the providers that are configured. */
  providers?: ReadonlyMap<ProviderName, PaymentProvider>
  /** Stands in for the ways to people that are configured. */
  ways?: Ways
  sleep?: (ms: number) => Promise<void>
}

/**
 * The composition root: bindings and configuration become modules, once a request, message batch or
 * job. The one place where a provider, a cache or a channel is chosen. Each module is made when it is
 * first asked for, so that a request pays only for what it uses.
 */
export function compose({
  env,
  log,
  tasks,
  principal = () => null,
  clock = systemClock,
  providers,
  ways,
  sleep = pause,
}: ComposeInput) {
  const config = readConfig(env)
  const database = once(() => openDatabase(config.database))
  const cache = cacheOf(config)
  const shopNames = async (ids: readonly string[]) =>
    await cache.rememberEach('shop', ids, SETTINGS.cache.shopMs, user().findShops)
  const live = once(() =>
    durableLive({
      'order-group': env.ORDER_STATUS,
      chat: env.CHAT_ROOMS,
      stock: env.STOCK_WATCH,
      inbox: env.INBOXES,
      admin: env.OPERATOR_FEED,
    }),
  )

  const seatsOf = durableSeats(env.SEATS)
  const handOver = async (messages: readonly OutboxMessage[]) =>
    await relaySaved(database(), sendToQueue(env), clock.now(), messages)

  const limits = once(() =>
    durableLimits(
      env.RATE_LIMITS,
      config.AUTH_CALLS_PER_MINUTE,
      config.orderCaps.guestOrdersPerNetwork,
    ),
  )

  const user = once(() =>
    createUserModule({
      database: database(),
      config,
      clock,
      limits: limits(),
      fileUrl,
      lineLogin: lineLoginOf(config),
      delivery: {
        log,
        ways: ways ?? waysOf(config, { env, database, clock, log }),
        publicOrigin: config.PUBLIC_ORIGIN,
        openLink: async (link) => await openOrderLink(config, link),
        publishInbox: async (id, ...event) => await live().publish(inboxOf(id), ...event),
        defer: tasks.defer,
      },
      access: {
        endLive: async (userId, ended) => await seatsOf(userId).end(userId, ended),
        relaySaved: handOver,
        sleep,
      },
    }),
  )

  const relayNow = async (aggregateId: string) =>
    await relay(database(), sendToQueue(env), clock.now(), aggregateId)

  const product = once(() =>
    createProductModule({
      database: database(),
      cache,
      clock,
      log,
      defer: tasks.defer,
      flashStocks: durableFlashStocks(env.FLASH_STOCK),
      sleep,
      findShops: shopNames,
      listShops: async (filter, after) => await user().listShops(filter, after),
      countFor: (q, shopId, gain) => user().countFor(q, shopId, gain),
      shopsAfter: async (after, limit) => await user().shopsAfter(after, limit),
      fileUrl,
      tell: async (...news) => await user().deliveries.notify(...news),
      publishStock: async (id, ...event) => await live().publish(stockOf(id), ...event),
      relay: relayNow,
      boughtLine: async (userId, lineId) => await order().reader.boughtLine(userId, lineId),
      accountName: async () => await user().nameOf(caller(principal())),
    }),
  )

  // Named, since product asks order by a function what an account has bought.
  const order: () => OrderModule = once(() =>
    createOrderModule({
      database: database(),
      cache,
      clock,
      log,
      sleep,
      caps: config.orderCaps,
      limits: limits(),
      defer: tasks.defer,
      fileUrl,
      product: product(),
      inventory: product().inventory,
      left: product().left,
      flashStock: product().flashStock,
      offers: product().offers,
      findShops: shopNames,
      optionsOf: user().shippingOptionsOf,
      parcelOf: product().parcel,
      productsOf: product().ofShop,
      shopsAndOptions: user().shopsAndOptions,
      delivery: async (shopIds, to, more) => {
        const { address, ...sent } = await user().delivery(shopIds, to, more)
        return { ...sent, address: optional(address) }
      },
      shopsNow: user().findShops,
      takeCash: (q, shopId, acceptsCod) => user().takeCash(q, shopId, acceptsCod),
      provinceNamed: async (name) => await user().addresses.provinceNamed(name),
      savedAddress: async (userId, id) => optional(await user().addresses.find(userId, id)),
      checkAddress: async ({ line2, ...address }) =>
        withoutNull(
          await user().addresses.normalise(line2 === undefined ? address : { ...address, line2 }),
        ),
      withEnglish: async (address) => await user().addresses.withEnglish(address),
      accountEmail: async () => await user().emailOf(caller(principal())),
      orderTokens: orderTokens(config),
      providers: providers ?? paymentProviders(config),
      consumer: NOTIFIED,
      notify: async (messageId, told) => await user().deliveries.notify(messageId, told),
      operatorFeed: operatorFeed(),
      showTo: async (whom, key, event) => await user().deliveries.show(whom, key, event),
      publish: live().publish,
      relay: relayNow,
      relaySaved: handOver,
    }),
  )

  const chat = once(() =>
    createChatModule({
      database: database(),
      clock,
      rooms: durableChatRooms(env.CHAT_ROOMS),
      limits: limits(),
      uploads: uploads(),
      relay: (aggregateId) => tasks.defer(relayNow(aggregateId)),
      findShops: shopNames,
      worksFor: async (userId, shopId) => (await user().memberOf(userId, shopId)) !== undefined,
      namesOf: async (ids) => await user().namesOf(ids),
      productCard: async (id, locale) => await product().card(id, locale),
      operatorFeed: operatorFeed(),
      showTo: async (whom, key, event) => await user().deliveries.show(whom, key, event),
      orderCard: async (id) => await order().reader.card(id),
    }),
  )

  const operatorFeed = once(() =>
    createOperatorFeed({
      ...{ database: database(), clock, log },
      publish: live().publish,
      defer: tasks.defer,
    }),
  )

  const uploads = once(() =>
    createUploads({
      ...{ database: database(), clock, files: env.FILES, limits: limits() },
      tokenKey: config.TOKEN_KEY,
    }),
  )

  const deadLetters = once(() =>
    createDeadLetters({
      database: database(),
      clock,
      log,
      send: async (body) => {
        await env.EVENTS.sendBatch([{ body }])
      },
    }),
  )

  return {
    config,
    clock,
    database,
    chat,
    live,
    seatsOf,
    deadLetters,
    operatorFeed,
    uploads,
    devInbox: once(() => createDevInbox(database())),
    user,
    product,
    order,
    /** Round trips to the database so far. */
    trips: (): number => (database.made() ? database().trips() : 0),
    /** The cheapest question of each binding that readiness depends on. */
    probes: {
      database: async () => await ping(database()),
      cache: async () => await env.CACHE.get('probe'),
      files: async () => await env.FILES.head('probe'),
    },
    /** Whose turn it is to run the jobs. */
    jobsTurn: durableTurn(env.RATE_LIMITS, 'jobs', SETTINGS.jobs.turnMs),
    /** Hands every due message of the outbox to the queue. */
    sweepOutbox: async () => await relay(database(), sendToQueue(env), clock.now()),
    /** Waits for deferred work, then gives the connection back. */
    async close(): Promise<void> {
      await tasks.settled()
      if (database.made()) await database().close()
    },
  }
}

export type Services = ReturnType<typeof compose>

/** Where a stored file is read from; a path, so that it holds on every host that serves us. */
export const fileUrl = (key: string): string => `/media/${key}`

const pause = async (ms: number): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, ms))

const sendToQueue =
  (env: Env) =>
  async (messages: { id: string }[]): Promise<void> => {
    await env.EVENTS.sendBatch(messages.map((body) => ({ body })))
  }

function caller(principal: Principal | null): Principal {
  if (principal === null) throw new RangeError('nobody is signed in')
  return principal
}

type Place = { line2: string | null } & Record<
  'recipient' | 'phone' | 'line1' | 'subdistrict' | 'district' | 'province' | 'postcode',
  string
>

const withoutNull = ({ line2, ...address }: Place) =>
  line2 === null ? address : { ...address, line2 }

const optional = (address: Place | undefined) =>
  address === undefined ? undefined : withoutNull(address)

export type { Database }
