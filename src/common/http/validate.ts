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
  return Object.assign(middleware, { [uniqueSymbol]: { target, ...resolver(schema) } })
}

/** The issues of a failed parse as `{ path, message }`, at most 20 of them. */
export function fields(error: z.core.$ZodError): FieldError[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, 200),
    message: issue.message.slice(0, 200),
  }))
}
