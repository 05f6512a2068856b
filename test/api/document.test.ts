import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { createApi } from '#src/api.ts'
import { declaredAccess } from '#src/auth/middleware.ts'
import type { Env } from '#src/config/env.ts'
import { testVariables } from '#test/support/test-variables.ts'
import { HOSTILE } from './corpus.ts'
import { complaints, type Schema } from './json-schema.ts'
import { MASS_ASSIGNED } from './mass-assignment.ts'
import { type OpenDocument, operationsOf, readDocument } from './open-document.ts'

const env = (await testVariables()) as unknown as Env
const document: OpenDocument = await readDocument(env)
const operations = operationsOf(document)

/** Routes that are no operations of the API: the reference itself, stored files, and what crawlers read. */
const UNDOCUMENTED = [
  'GET /api/chat/rooms/{id}/pictures/{pictureId}',
  'GET /api/openapi.json',
  'GET /api/docs',
  'GET /api/docs/start.js',
  'GET /api/docs/{file}',
  'GET /api/unsubscribe',
  'GET /dev/inbox',
  'GET /dev/inbox.json',
  'GET /media/{key}',
  'GET /robots.txt',
  'GET /sitemap.xml',
  'GET /sitemap/{file}',
]

/** What clients are written against: paths of the design that must never go. */
const PROMISED = [
  'GET /api/health',
  'GET /api/health/ready',
  'POST /api/auth/register',
  'POST /api/auth/login',
  'POST /api/auth/refresh',
  'POST /api/auth/logout',
  'GET /api/me',
  'PATCH /api/me',
  'GET /api/me/addresses',
  'POST /api/me/addresses',
  'PATCH /api/me/addresses/{id}',
  'DELETE /api/me/addresses/{id}',
  'GET /api/products',
  'GET /api/products/{slug}',
  'GET /api/products/{slug}/reviews',
  'POST /api/products/{slug}/reviews',
  'GET /api/categories',
  'GET /api/brands',
  'GET /api/shops/{slug}',
  'GET /api/cart',
  'POST /api/cart/lines',
  'PATCH /api/cart/lines/{id}',
  'DELETE /api/cart/lines/{id}',
  'GET /api/cart/shipping-options',
  'POST /api/cart/quote',
  'GET /api/vouchers',
  'GET /api/me/vouchers',
  'POST /api/me/vouchers',
  'POST /api/orders',
  'GET /api/orders',
  'GET /api/orders/{id}',
  'POST /api/orders/{id}/cancel',
  'POST /api/orders/{id}/received',
  'GET /api/order-groups/{id}',
  'POST /api/order-groups/{id}/payments',
  'POST /api/webhooks/{provider}',
  'POST /api/live/tickets',
  'GET /api/live/{channel}',
]

/** Every route of the app as the document would spell it, with whether it says who may call it. */
function routes(): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const { method, path, handler } of createApi().routes) {
    if (method === 'ALL') continue
    const key = `${method} ${path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`
    found.set(key, found.get(key) === true || declaredAccess(handler) !== undefined)
  }
  return found
}

describe('The OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const outcome = await new Validator().validate(structuredClone(document) as never)
    expect(outcome.valid, JSON.stringify(outcome, null, 1).slice(0, 3000)).toBe(true)
    expect(document.openapi).toMatch(/^3\.1\./)
  })

  it('has every route of the app but its own pages, stored files aside', () => {
    const keys = new Set(operations.map(({ key }) => key))
    expect([...routes().keys()].filter((key) => !keys.has(key)).sort()).toEqual(
      UNDOCUMENTED.toSorted(),
    )
  })

  it('has every path that clients were promised', () => {
    const keys = new Set(operations.map(({ key }) => key))
    expect(PROMISED.filter((key) => !keys.has(key))).toEqual([])
  })

  it('Z3: stands for an app whose every route says who may call it', () => {
    expect([...routes()].filter(([, declared]) => !declared)).toEqual([])
  })

  it('names each operation once', () => {
    const ids = operations.map(({ id }) => id)
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
    expect(ids.filter((id) => !/^[a-z]\w+$/i.test(id))).toEqual([])
  })

  it('says of every operation what a refusal looks like', () => {
    for (const { key, responses, method } of operations) {
      const expected = ['400', '401', '429', '500', '503', ...(method === 'POST' ? ['413'] : [])]
      expect(Object.keys(responses), key).toEqual(expect.arrayContaining(expected))
      for (const [status, { content }] of Object.entries(responses)) {
        if (Number(status) < 400) continue
        expect(Object.keys(content ?? {}), `${key} ${status}`).toEqual(['application/problem+json'])
      }
    }
  })

  it('closes every body: what it does not name, it does not take', () => {
    const open = operations.flatMap(({ key, body }) =>
      body === undefined ? [] : openObjects(body).map((path) => `${key}${path}`),
    )
    expect(open).toEqual([])
  })

  it('bounds every text, number and list that a client may send', () => {
    const unbounded = operations.flatMap(({ key, body, parameters }) => [
      ...(body === undefined ? [] : unboundedParts(body).map((path) => `${key} body${path}`)),
      ...parameters
        .filter(({ in: place }) => place !== 'header')
        .flatMap(({ name, schema }) =>
          unboundedParts(schema).map((path) => `${key} ${name}${path}`),
        ),
    ])
    expect(unbounded).toEqual([])
  })
})

describe('The reader of schemas that answers are checked with', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const schemas = document.components.schemas
  const samples: unknown[] = [
    ...HOSTILE.map(({ text }) => text),
    // Of a record zod drops `__proto__`, which no schema can say.
    ...MASS_ASSIGNED.filter(([name]) => name !== '__proto__').map(([name, value]) => ({
      [name]: value,
    })),
    ...[null, true, 0, -1, 1.5, 2 ** 53, 24, 1e300, [], [1], {}, { items: [], nextCursor: null }],
    ...['2026-11-22T00:00:00Z', '2026-02-30T00:00:00Z', 'THB', 'paid', 'order-group:grp_1'],
  ]

  it('agrees with ajv about every schema of the document and every part of it', () => {
    const differences: string[] = []
    let compared = 0
    for (const { schema, at } of everySchema()) {
      const check = ajv.compile({ ...schema, components: { schemas } })
      for (const sample of samples) {
        compared += 1
        if (check(sample) !== (complaints(schema, sample, schemas).length === 0)) {
          differences.push(`${at} of ${JSON.stringify(sample)}`)
        }
      }
    }
    expect(differences.slice(0, 10)).toEqual([])
    expect(compared).toBeGreaterThan(10_000)
  })
})

function everySchema(): { at: string; schema: Schema }[] {
  const roots = [
    ...Object.entries(document.components.schemas).map(([at, schema]) => ({ at, schema })),
    ...operations.flatMap(({ key, parameters, body }) => [
      ...parameters.map(({ name, schema }) => ({ at: `${key} ${name}`, schema })),
      ...(body === undefined ? [] : [{ at: key, schema: body }]),
    ]),
  ]
  const within = ({ at, schema }: { at: string; schema: Schema }): typeof roots => [
    { at, schema },
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
      within({ at: `${at}.${name}`, schema: inner }),
    ),
    ...(schema.items === undefined ? [] : within({ at: `${at}[]`, schema: schema.items })),
  ]
  return roots.flatMap(within)
}

function openObjects(schema: Schema, path = ''): string[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, sub]) =>
    openObjects(sub, `${path}/${name}`),
  )
  const open = schema.type === 'object' && schema.additionalProperties === undefined
  return open ? [path || '/', ...inner] : inner
}

function unboundedParts(schema: Schema, path = ''): string[] {
  const { type, enum: list, maxLength, maximum, items, properties = {}, pattern } = schema
  const free = list === undefined && schema.const === undefined
  const text = type === 'string' && free && maxLength === undefined && pattern === undefined
  const number = (type === 'integer' || type === 'number') && maximum === undefined
  const here = text || number || (type === 'array' && schema.maxItems === undefined)
  return [
    ...(here ? [path || '/'] : []),
    ...(items === undefined ? [] : unboundedParts(items, `${path}[]`)),
    ...Object.entries(properties).flatMap(([name, sub]) => unboundedParts(sub, `${path}/${name}`)),
    ...(schema.anyOf ?? []).flatMap((sub) => unboundedParts(sub, path)),
  ]
}
