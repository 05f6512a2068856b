import { describeRoute, resolver } from 'hono-openapi'
import type * as z from 'zod'
import { PROBLEMS, type ProblemCode } from '../problem.ts'
import { ProblemBody } from './problem-response.ts'

type Operation = {
  summary: string
  tag: string
  /** Status and body of success; no schema for an empty body. */
  answers: readonly [number, z.ZodType?]
  /** What else it may say, beside what every route may answer with. */
  problems?: readonly ProblemCode[]
  headers?: Record<string, { description: string; required?: boolean; pattern?: string }>
  signedIn?: boolean
}

// A token that has expired, a limit, a failure: any route may meet them.
const COMMON = [
  'validation_failed',
  'token_invalid',
  'rate_limited',
  'internal',
  'overloaded',
  'misconfigured',
] as const satisfies readonly ProblemCode[]

/** For a route that is no operation of the API, though it checks what it is asked: left out of the document. */
export const undocumented = () => describeRoute({ hide: true })

/** Describes a route in the OpenAPI document, with its problem answers spelled out by status. */
export function operation({ summary, tag, answers, problems = [], headers, signedIn }: Operation) {
  const [status, schema] = answers
  const codes = [
    ...new Set<ProblemCode>([
      ...COMMON,
      ...(signedIn ? (['unauthenticated'] as const) : []),
      ...problems,
    ]),
  ]
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code][0])
  return describeRoute({
    summary,
    tags: [tag],
    // Nobody has to sign in elsewhere, but whoever is signed in is known there too.
    security: signedIn ? [{ bearer: [] }] : [{}, { bearer: [] }],
    ...(headers === undefined
      ? {}
      : {
          parameters: Object.entries(headers).map(([name, header]) => ({
            in: 'header' as const,
            name,
            required: header.required ?? false,
            description: header.description,
            schema: {
              type: 'string' as const,
              ...(header.pattern === undefined ? {} : { pattern: header.pattern }),
            },
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
