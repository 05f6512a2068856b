import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import type Stripe from 'stripe'
import { beforeAll, describe, expect, it } from 'vitest'
import { card, createRig, promptPay, type Rig } from './rig.ts'
import type { Dispute } from './stripe/disputes.ts'
import type { EventType } from './stripe/event.ts'
import type { BalanceTransaction, Charge, Refund } from './stripe/money-objects.ts'
import type { PaymentIntent, PaymentMethod } from './stripe/objects.ts'

/** Where a copy of Stripe's own description of its API may be; it is no part of this repository. */
const OPENAPI = [
  process.env.STRIPE_OPENAPI,
  ...['../../../shared/data', '../../../../shared/data'].map((folder) =>
    path.join(import.meta.dirname, folder, 'stripe-openapi-2023-09.yaml'),
  ),
]

type Schema = { [key: string]: unknown }
let published: Record<string, Schema> | null = null
const validators = new Map<string, ValidateFunction>()

beforeAll(async () => {
  const file = OPENAPI.find((name) => name !== undefined && existsSync(name))
  if (file === undefined) return
  const { parse } = await import('yaml')
  published = parse(readFileSync(file, 'utf8')).components.schemas
}, 60_000)

/** Objects of every kind and state that the simulator can bring about. */
async function everything(rig: Rig): Promise<unknown[]> {
  const { stripe, control, request } = rig
  const open = await stripe.paymentIntents.create({ amount: 5000, currency: 'thb' })
  const waiting = await stripe.paymentIntents.create(promptPay)
  const processing = await stripe.paymentIntents.create({
    ...promptPay,
    shipping: { name: 'มาลี', phone: '0812345678', address: { line1: '1', country: 'TH' } },
  })
  const challenged = await stripe.paymentIntents.create({
    ...card,
    payment_method: 'pm_card_authenticationRequired',
    return_url: 'http://127.0.0.1:8788/',
  })
  await control(`/payment_intents/${processing.id}/process`)
  const paid = await stripe.paymentIntents.create({ ...card, expand: ['payment_method'] })
  const scanned = await stripe.paymentIntents.create(promptPay)
  await control(`/payment_intents/${scanned.id}/approve`)
  const declined = await stripe.paymentIntents.create(promptPay)
  await control(`/payment_intents/${declined.id}/decline`)
  const expired = await stripe.paymentIntents.create(promptPay)
  await control(`/payment_intents/${expired.id}/expire`)
  const canceled = await stripe.paymentIntents.create(promptPay)
  await stripe.paymentIntents.cancel(canceled.id, { cancellation_reason: 'abandoned' })
  await stripe.refunds.create({ payment_intent: paid.id, amount: 100 })
  await stripe.refunds.create({ payment_intent: scanned.id })
  const bounced = await stripe.refunds.create({ payment_intent: paid.id, amount: 200 })
  await control(`/refunds/${bounced.id}/fail`)
  const disputed = await stripe.paymentIntents.create(card)
  const lost = await stripe.paymentIntents.create(card)
  for (const [{ id }, end] of [
    [disputed, 'win'],
    [lost, 'lose'],
  ] as const) {
    const opened = await control(`/payment_intents/${id}/dispute`)
    await control(`/disputes/${opened.body.id}/${end}`)
  }
  await control(`/payment_intents/${scanned.id}/dispute`, { withdrawn: false })
  const lists = await Promise.all(
    ['payment_intents', 'charges', 'refunds', 'disputes', 'events', 'balance_transactions'].map(
      async (name) => {
        const answer = await request(`/v1/${name}?limit=100`, {
          headers: { authorization: 'Bearer sk_sim_talat' },
        })
        const body: { data: unknown[] } = await answer.json()
        return body.data
      },
    ),
  )
  return [open, waiting, challenged, paid, paid.payment_method, ...lists.flat()]
}

/** Stripe writes OpenAPI 3.0: `nullable` beside a type, expandable fields as unions with objects. */
function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, ...rest } = schema as Schema
  if ('x-expansionResources' in rest) {
    return { type: nullable === true ? ['string', 'object', 'null'] : ['string', 'object'] }
  }
  const converted = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !key.startsWith('x-') && key !== 'format' && key !== 'description')
      .map(([key, value]) => [key, toJsonSchema(value)]),
  )
  return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted
}

/** The published schema of one object, with just the schemas it leads to. */
function validatorFor(name: string, schemas: Record<string, Schema>): ValidateFunction {
  const known = validators.get(name)
  if (known !== undefined) return known
  const needed = new Map<string, unknown>()
  const visit = (schemaName: string): void => {
    if (needed.has(schemaName)) return
    const converted = toJsonSchema(schemas[schemaName])
    needed.set(schemaName, converted)
    for (const [, next] of JSON.stringify(converted).matchAll(
      /#\/components\/schemas\/([\w.]+)/g,
    )) {
      if (next !== undefined) visit(next)
    }
  }
  visit(name)
  const validate = new Ajv({ strict: false, allErrors: true }).compile({
    $ref: `#/components/schemas/${name}`,
    components: { schemas: Object.fromEntries(needed) },
  })
  validators.set(name, validate)
  return validate
}

describe('what the simulator answers', () => {
  it('has the shapes that the stripe package promises', () => {
    // The compiler is the judge; at run time there is nothing left to compare.
    const judged = [
      (object: PaymentIntent): Stripe.PaymentIntent => object,
      (object: PaymentMethod): Stripe.PaymentMethod => object,
      (object: Charge): Stripe.Charge => object,
      (object: Refund): Stripe.Refund => object,
      (object: Dispute): Stripe.Dispute => object,
      (object: BalanceTransaction): Stripe.BalanceTransaction => object,
      (type: EventType): Stripe.Event['type'] => type,
    ]
    expect(judged).toHaveLength(7)
  })

  it('is of the kind it says, in every state, and valid by the published schema', async () => {
    const objects = await everything(createRig())
    const kinds = new Set<string>()
    const states = new Set<string>()
    for (const object of objects) {
      const { object: kind, status } = object as { object: string; status?: string }
      kinds.add(kind)
      states.add(`${kind} ${status}`)
      if (published === null) continue
      const validate = validatorFor(kind, published)
      const valid = validate(object)
      expect(valid, JSON.stringify({ object, errors: validate.errors }, null, 2)).toBe(true)
      // The schema is awake: it refuses what is wrong.
      expect(validate({ ...(object as Schema), created: 'now' })).toBe(false)
    }
    expect([...kinds].sort()).toEqual([
      'balance_transaction',
      'charge',
      'dispute',
      'event',
      'payment_intent',
      'payment_method',
      'refund',
    ])
    expect([...states].filter((state) => state.startsWith('payment_intent'))).toHaveLength(5)
  }, 60_000)
})
