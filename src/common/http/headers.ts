import * as z from 'zod'
import { Problem, type ProblemCode, wrongField } from '../problem.ts'

const SECRET = '^[A-Za-z0-9_-]{43}$'
const KEY = '^[\\x21-\\x7E]{8,255}$'
const Secret = z.string().regex(new RegExp(SECRET))
const Key = z.string().regex(new RegExp(KEY))

type Headers = { header(name: string): string | undefined }

/** A guest's own secret from a header; null without one. @throws Problem `validation_failed` */
export function secretHeader(request: Headers, name: string): string | null {
  const value = request.header(name)
  if (value === undefined || value === '') return null
  if (Secret.safeParse(value).success) return value
  throw wrongField(name, 'not_our_token')
}

/**
 * The Idempotency-Key of a request that moves money or stock: 8 to 255 visible characters.
 * @throws Problem `idempotency_key_missing`, `idempotency_key_invalid`
 */
export function idempotencyKey(request: Headers): string {
  const value = request.header('idempotency-key')
  if (value === undefined || value === '') throw new Problem('idempotency_key_missing')
  if (!Key.safeParse(value).success) throw new Problem('idempotency_key_invalid')
  return value
}

/**
 * The same where it may be left out; null without one. @throws Problem `idempotency_key_invalid`
 */
export const idempotencyKeyIfAny = (request: Headers): string | null =>
  (request.header('idempotency-key') ?? '') === '' ? null : idempotencyKey(request)

/** What a call with an Idempotency-Key may be told. */
export const KEYED = [
  'idempotency_key_missing',
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'request_in_progress',
] as const satisfies readonly ProblemCode[]

/** How the OpenAPI document speaks of these headers. */
export const HEADERS = {
  cartToken: {
    'X-Cart-Token': {
      description: "A guest's cart; a signed-in call with it merges it, once.",
      pattern: SECRET,
    },
  },
  orderToken: {
    'X-Order-Token': { description: 'What a guest sees an order by.', pattern: SECRET },
  },
  idempotencyKey: {
    'Idempotency-Key': {
      description: 'One effect however often it is sent: 8 to 255 visible characters.',
      required: true,
      pattern: KEY,
    },
  },
  idempotencyKeyIfAny: {
    'Idempotency-Key': {
      description:
        'One effect however often the same is sent with it: 8 to 255 visible characters.',
      pattern: KEY,
    },
  },
}
