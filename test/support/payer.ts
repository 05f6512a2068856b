import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { createApi } from '#src/api.ts'
import { MINUTE_MS } from '#src/common/clock.ts'
import type { Env } from '#src/config/env.ts'
import type { Database } from '#src/database/database.ts'
import type { Event } from '../simulators/stripe/event.ts'
import { signatureHeader } from '../simulators/webhooks/sign.ts'
import { type MadeProduct, makeProduct, makeShop } from './make.ts'
import type { Market } from './market.ts'
import { intentOf, makeShopper, order, orderAsGuest, type Shopper, tokenOf } from './shopper.ts'

export const SECRET = 'whsec_sim_talat'
export const OUTGOING_SECRET = 'whsec_sim_talat_outgoing'

type Stall = { shop: Awaited<ReturnType<typeof makeShop>>; cloth: MadeProduct; shopper: Shopper }

/**
 * A shop with plenty of one thing, and a shopper who wants it: made once for a suite's market, and
 * signed in again when its clock has moved on.
 */
export function stallOf(theMarket: () => Market, open: () => Database): () => Promise<Stall> {
  let made: { stall: Stall; at: number } | undefined
  return async () => {
    const at = theMarket().clock.now().getTime()
    if (made === undefined) {
      const shop = await makeShop(open())
      const cloth = await makeProduct(open(), shop, { stock: 5000 })
      made = { stall: { shop, cloth, shopper: await makeShopper(theMarket()) }, at }
    } else if (at - made.at > 9 * MINUTE_MS) {
      const { shopper, ...rest } = made.stall
      made = { stall: { ...rest, shopper: await signedInAgain(theMarket(), shopper) }, at }
    }
    return made.stall
  }
}

/** The shopper with a token for the market's present hour. */
export async function signedInAgain(market: Market, shopper: Shopper): Promise<Shopper> {
  return { ...shopper, token: await tokenOf(market, shopper.email) }
}

/** Places an order at the stall. */
export async function placeAt(
  market: Market,
  { shop, cloth, shopper }: Stall,
  method: 'promptpay' | 'card' = 'promptpay',
) {
  const placed = await order(market, shopper, [{ product: cloth, shop, quantity: 2 }], {
    provider: 'stripe',
    method,
  })
  if (placed.status !== 201) throw new Error(JSON.stringify(placed.body))
  const { orderGroup, payment } = placed.body
  const groupId: string = orderGroup.id
  const total: number = orderGroup.totalSatang
  const orderId: string = orderGroup.orders[0].id
  const charged = payment.status !== 'failed'
  const intent = charged ? intentOf(market, groupId) : ''
  return { groupId, orderId, intent, total, answer: placed, payment }
}

/** Places an order as a guest of their own, whose cart nobody else fills. */
export async function placeAsGuest(market: Market, { shop, cloth }: Omit<Stall, 'shopper'>) {
  const placed = await orderAsGuest(market, [{ product: cloth, shop, quantity: 2 }])
  if (placed.status !== 201) throw new Error(JSON.stringify(placed.body))
  const { orderGroup, orderToken } = placed.body
  const groupId: string = orderGroup.id
  const orderId: string = orderGroup.orders[0].id
  const intent = intentOf(market, groupId)
  return { groupId, orderId, orderToken: orderToken as string, intent }
}

/** The provider's newest event of a kind about a charge. */
export function eventOf(market: Market, intent: string, type = 'payment_intent.succeeded'): Event {
  const events = market.provider.simulation.events
    .list()
    .filter((event) => event.type === type && aboutOf(event) === intent)
  const newest = events.at(-1)
  if (newest === undefined) throw new RangeError(`no ${type} of ${intent}`)
  return newest
}

function aboutOf({ data: { object } }: Event): string | null {
  return object.object === 'payment_intent' ? object.id : object.payment_intent
}

type Posting = {
  secrets?: readonly string[]
  /** Seconds that the signature's time is off. */
  shift?: number
  body?: string
  signed?: string
  provider?: string
  variables?: Partial<Env>
}

/** Sends a webhook by hand, as the provider or as somebody who would like to be it. */
export async function post(market: Market, event: object, posting: Posting = {}) {
  const { secrets = [SECRET], shift = 0, provider = 'stripe', variables } = posting
  const body = posting.body ?? JSON.stringify(event, null, 2)
  const timestamp = Math.floor(market.clock.now().getTime() / 1000) + shift
  const init = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': await signatureHeader(posting.signed ?? body, secrets, timestamp),
    },
    body,
  }
  const path = `/api/webhooks/${provider}`
  if (variables === undefined) return await market.request(path, init)
  return await requestWith(market, variables, path, init)
}

/** The same market with other variables or bindings, such as a database that fails. */
export async function requestWith(
  market: Market,
  variables: Partial<Env>,
  path: string,
  init: RequestInit,
): Promise<Response> {
  const ctx = createExecutionContext()
  const request = new Request(`http://127.0.0.1:8787${path}`, init)
  const answer = await createApi(market.clock).fetch(
    request,
    { ...market.bindings, ...variables },
    ctx,
  )
  await waitOnExecutionContext(ctx)
  return answer
}

/** A database that is there and gives nothing. */
export function brokenDatabase({ kind, bindings }: Market): Partial<Env> {
  if (kind === 'postgres') {
    const url = bindings.HYPERDRIVE?.connectionString ?? ''
    const nowhere = { connectionString: url.replace(/own_\w+/, 'nowhere') }
    return { HYPERDRIVE: nowhere as NonNullable<Env['HYPERDRIVE']> }
  }
  const prepare = () => {
    throw new Error('D1_ERROR: storage is gone')
  }
  return { DB: { prepare, batch: prepare } as unknown as Env['DB'] }
}

/** The refunds that the provider has made of a charge. */
export const refundsOf = (market: Market, intent: string) =>
  market.provider.simulation.refunds.list().filter(({ wire }) => wire.payment_intent === intent)
