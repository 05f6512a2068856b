import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import { faults } from '../messages/faults.ts'
import { problems } from '../messages/problems.ts'
import { type FieldError, PROBLEMS, Problem, type ProblemCode } from '../problem.ts'

type Language = keyof typeof problems

/** The body of every refusal: RFC 9457 with our stable `code`. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string().meta({ description: 'For logs: English, and one for each code.' }),
    message: z.string().meta({ description: 'For people, in the language that was asked for.' }),
    status: z.int().min(400).max(599),
    code: z.string(),
    requestId: z.string(),
    detail: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .optional(),
  })
  .loose()
  .meta({ id: 'Problem' })

/** A Problem as `application/problem+json`, with what people read in their language. */
export function problemResponse(problem: Problem, requestId: string, language: Language): Response {
  const { detail, errors, extra, retryAfterSeconds } = problem.detail
  const body = {
    type: `urn:talat:problem:${problem.code}`,
    title: PROBLEMS[problem.code][1],
    status: problem.status,
    code: problem.code,
    message: problems[language][problem.code],
    requestId,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => told(error, language)) }),
    ...extra,
  }
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8' })
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds))
  return new Response(JSON.stringify(body), { status: problem.status, headers })
}

function told({ path, fault, limit = 0 }: FieldError, language: Language) {
  return { path, code: fault, message: faults[language][fault](limit) }
}

/** What an error thrown by the framework means to a caller; undefined for what we did not expect. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException) return new Problem(codeOf(error.status))
  return undefined
}

function codeOf(status: number): ProblemCode {
  if (status === 413) return 'body_too_large'
  return status === 404 ? 'not_found' : 'malformed_json'
}
