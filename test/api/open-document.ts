import { createApi } from '#src/api.ts'
import type { Env } from '#src/config/env.ts'
import { complaints, follow, type Schema, type Schemas } from './json-schema.ts'

export type Parameter = { in: string; name: string; required?: boolean; schema: Schema }

type Content = { content?: Record<string, { schema: Schema }> }

type Described = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: Content & { required?: boolean }
  responses: Record<string, Content & { description: string }>
  security?: object[]
}

export type OpenDocument = {
  openapi: string
  paths: Record<string, Record<string, Described>>
  components: { schemas: Schemas }
}

export type Operation = {
  /** `POST /api/orders` */
  key: string
  method: string
  path: string
  id: string
  parameters: readonly Parameter[]
  body: Schema | undefined
  bodyRequired: boolean
  responses: Described['responses']
  signedIn: boolean
  schemas: Schemas
}

/** A request to an operation, before it is written down as HTTP. */
export type Sent = {
  path: Record<string, string>
  /** In order, since a name may stand twice. */
  query: readonly (readonly [string, string])[]
  headers: Record<string, string>
  body?: unknown
}

const nothing = { waitUntil: () => undefined, passThroughOnException: () => undefined }

/** The document as the running app gives it out. */
export async function readDocument(env: Env): Promise<OpenDocument> {
  const request = new Request('http://127.0.0.1:8787/api/openapi.json')
  const answer = await createApi().fetch(request, env, nothing as never)
  return await answer.json<OpenDocument>()
}

export function operationsOf({ paths, components: { schemas } }: OpenDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const body = described.requestBody?.content?.['application/json']?.schema
      return {
        key: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        id: described.operationId,
        parameters: described.parameters ?? [],
        body: body === undefined ? undefined : follow(body, schemas),
        bodyRequired: described.requestBody?.required ?? false,
        responses: described.responses,
        // An empty requirement beside it means that nobody has to.
        signedIn: described.security?.every((one) => 'bearer' in one) ?? false,
        schemas,
      }
    }),
  )
}

/** Why the document forbids a request; empty when it does not. */
export function forbidden(operation: Operation, sent: Sent): string[] {
  const found = operation.parameters.flatMap(({ in: place, name, required, schema }) => {
    const given = place === 'query' ? sent.query.filter(([key]) => key === name) : []
    const value = place === 'query' ? given[0]?.[1] : single(sent, place, name)
    if (value === undefined) return required === true ? [`${name}: is missing`] : []
    if (given.length > 1) return [`${name}: stands twice`]
    return complaints(schema, asTyped(value, schema), operation.schemas, {}, name)
  })
  if (operation.signedIn && headerOf(sent, 'authorization') === undefined) {
    found.push('authorization: is missing')
  }
  if (operation.body === undefined) return found
  if (sent.body === undefined) return operation.bodyRequired ? [...found, 'no body'] : found
  return [...found, ...complaints(operation.body, sent.body, operation.schemas)]
}

function single(sent: Sent, place: string, name: string): string | undefined {
  return place === 'path' ? sent.path[name] : headerOf(sent, name)
}

/** A header by its name in any case; on the wire a blank one is none. */
const headerOf = (sent: Sent, name: string): string | undefined =>
  Object.entries(sent.headers)
    .find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
    ?.trim() || undefined

// In a URL a number is digits and perhaps a fraction: no hexadecimal, exponent or blank.
function asTyped(text: string, { type }: Schema): unknown {
  const digits = type === 'integer' || type === 'number'
  return digits && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
}

const BASE = 'http://127.0.0.1:8787'

/** A request as HTTP. Numbers that JSON cannot write in JavaScript are written as text. */
export function asRequest({ method, path }: Operation, sent: Sent): Request {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => inUrl(sent.path[name] ?? ''))
  const query = sent.query.map(([name, value]) => `${inUrl(name)}=${inUrl(value)}`).join('&')
  const headers = new Headers(sent.headers)
  if (sent.body !== undefined) headers.set('content-type', 'application/json')
  return new Request(`${BASE}${filled}${query === '' ? '' : `?${query}`}`, {
    method,
    headers,
    redirect: 'manual',
    ...(sent.body === undefined ? {} : { body: asJson(sent.body) }),
  })
}

/** A lone surrogate goes out as the three bytes that no UTF-8 has. */
const inUrl = (text: string): string =>
  text.isWellFormed()
    ? encodeURIComponent(text)
    : [...text]
        .map((letter) => (letter.isWellFormed() ? encodeURIComponent(letter) : '%ED%A0%80'))
        .join('')

const RAW = /"@@raw:([^"]*)@@"/g

export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => {
    if (item === Infinity) return '@@raw:1e309@@'
    return typeof item === 'bigint' ? `@@raw:${item}@@` : item
  }).replace(RAW, '$1')
