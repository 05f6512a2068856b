import { describeRoute, resolver } from 'hono-openapi'
import type * as z from 'zod'
import { PROBLEMS, type ProblemCode } from '../problem.ts'
import { ProblemBody } from './problem-response.ts'

type Operation = {
  summary: string
  tag: string
  /** Status and body of success; no schema for an empty body. */
  answers: readonly [number, z.ZodType?]
  /** What else it may say, beside validation, limits and failures that every route may answer with. */
  problems?: readonly ProblemCode[]
  headers?: Record<string, { description: string; required?: boolean }>
  signedIn?: boolean
}

/** Describes a route in the OpenAPI document, with its problem answers spelled out by status. */
export function operation({ summary, tag, answers, problems = [], headers, signedIn }: Operation) {
  const [status, schema] = answers
  const codes = [
    ...new Set<ProblemCode>([
      'validation_failed',
      'rate_limited',
      'internal',
      ...(signedIn ? (['unauthenticated'] as const) : []),
      ...problems,
    ]),
  ]
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code][0])
  return describeRoute({
    summary,
    tags: [tag],
    ...(signedIn ? { security: [{ bearer: [] }] } : {}),
    ...(headers === undefined
      ? {}
      : {
          parameters: Object.entries(headers).map(([name, header]) => ({
            in: 'header' as const,
            name,
            required: header.required ?? false,
            description: header.description,
            schema: { type: 'string' as const },
          })),
        }),
    responses: {
      [status]: {
        description: 'Success',
        ...(schema === undefined
          ? {}
          : { content: { 'application/json': { schema: resolver(schema) } } }),
      },
      ...Object.fromEntries(
        [...byStatus].map(([code, names]) => [
          code,
          {
            description: names.join(', '),
            content: { 'application/problem+json': { schema: resolver(ProblemBody) } },
          },
        ]),
      ),
    },
  })
}
