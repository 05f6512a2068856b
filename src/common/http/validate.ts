import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { resolver, uniqueSymbol } from 'hono-openapi'
import type * as z from 'zod'
import { isFault } from '../messages/faults.ts'
import { type FieldError, Problem } from '../problem.ts'

/**
 * Validates one part of a request against a schema, documents it in the OpenAPI document, and
 * refuses with 400 `validation_failed` naming each field.
 */
export function valid<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  const middleware = zValidator(target, schema, (result) => {
    if (!result.success)
      throw new Problem('validation_failed', { errors: fields(result.error, result.data) })
  })
  const checked: typeof middleware = async (c, next) => {
    if (target === 'json') await refuseOtherEncodings(c.req)
    return await middleware(c, next)
  }
  return Object.assign(checked, { [uniqueSymbol]: { target, ...resolver(schema) } })
}

// JSON is UTF-8 (RFC 8259 §8.1). Decoded leniently, two different names would become one.
async function refuseOtherEncodings(request: { arrayBuffer(): Promise<ArrayBuffer> }) {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(await request.arrayBuffer())
  } catch (error) {
    if (error instanceof TypeError) throw new Problem('malformed_json')
    throw error
  }
}

/** The issues of a failed parse of `given`, each with its field's path, at most 20 of them. */
export function fields(error: z.core.$ZodError, given: unknown): FieldError[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, 200),
    ...faultOf(issue, given),
  }))
}

function faultOf(issue: z.core.$ZodIssue, given: unknown): Omit<FieldError, 'path'> {
  // Our own checks are named by their fault.
  if (isFault(issue.message)) return { fault: issue.message }
  switch (issue.code) {
    case 'invalid_type':
      return { fault: at(given, issue.path) === undefined ? 'required' : 'wrong_type' }
    case 'too_small': {
      const limit = Number(issue.minimum)
      if (issue.origin === 'string')
        return limit === 1 ? { fault: 'required' } : { fault: 'too_short', limit }
      return { fault: issue.origin === 'array' ? 'too_few' : 'too_small', limit }
    }
    case 'too_big': {
      const limit = Number(issue.maximum)
      if (issue.origin === 'string') return { fault: 'too_long', limit }
      return { fault: issue.origin === 'array' ? 'too_many' : 'too_large', limit }
    }
    case 'invalid_value':
      return { fault: 'not_a_choice' }
    case 'unrecognized_keys':
      return { fault: 'unknown_field' }
    default:
      return { fault: 'wrong_format' }
  }
}

// Zod leaves what it was given out of its issues.
const at = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null)?.[key], given)
