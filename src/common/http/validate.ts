import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { resolver, uniqueSymbol } from 'hono-openapi'
import type * as z from 'zod'
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
    if (!result.success) throw new Problem('validation_failed', { errors: fields(result.error) })
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

/** The issues of a failed parse as `{ path, message }`, at most 20 of them. */
export function fields(error: z.core.$ZodError): FieldError[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, 200),
    message: issue.message.slice(0, 200),
  }))
}
