import { expect } from 'vitest'
import { PROBLEMS, type ProblemCode } from '#src/common/problem.ts'
import { complaints } from './json-schema.ts'
import type { Operation } from './open-document.ts'

/** An answer with everything that is judged about it. */
export type Judged = { status: number; body: unknown; text: string; headers: Headers; ms: number }

export async function answered(send: Promise<Response>): Promise<Judged> {
  const startedAt = Date.now()
  const answer = await send
  const text = await answer.text()
  const json = /json/.test(answer.headers.get('content-type') ?? '') && text !== ''
  return {
    status: answer.status,
    body: json ? JSON.parse(text) : undefined,
    text,
    headers: answer.headers,
    ms: Date.now() - startedAt,
  }
}

// What tells a stranger how we are built: stacks, statements, drivers, secrets.
const TELLTALE = new RegExp(
  [
    String.raw`\bat .{0,80}\.[jt]s:\d`,
    String.raw`node_modules|file:\/\/|\bsrc\/\w`,
    'SQLITE|D1_ERROR|sqlite|PostgresError|drizzle|\\bECONN',
    'syntax error at|(?:insert into|select) "|unterminated|constraint failed',
    'sk_sim|whsec_|SESSION_KEY|TOKEN_KEY|password_hash|\\$scrypt\\$ln',
    'TypeError|RangeError|ReferenceError|Cannot read prop|is not a function',
  ].join('|'),
)

/** Complaints about an answer, whatever was asked: it must be declared, shaped as declared, and mum. */
export function faults(
  operation: Operation,
  { status, body, text, headers, ms }: Judged,
): string[] {
  const found: string[] = []
  const declared = operation.responses[String(status)]
  if (declared === undefined) found.push(`answers ${status}, which the document does not declare`)
  if (status >= 500) found.push(`answers ${status} ${text.slice(0, 200)}`)
  if (ms > 2000) found.push(`takes ${ms} ms`)
  if (headers.get('x-content-type-options') !== 'nosniff') found.push('may be sniffed')
  if (status < 400) {
    const schema = declared?.content?.['application/json']?.schema
    if (schema === undefined) return text === '' ? found : [...found, 'has an undeclared body']
    return [...found, ...complaints(schema, body, operation.schemas, { closed: true })]
  }
  return [...found, ...problemFaults(status, body, text, headers)]
}

/** Complaints about a refusal: RFC 9457 with a code of the one table, and nothing of our insides. */
export function problemFaults(
  status: number,
  body: unknown,
  text: string,
  headers: Headers,
): string[] {
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return [`is ${type || 'without a type'}`]
  const { code, requestId, status: said, type: urn } = body as Record<string, string | number>
  const found: string[] = []
  const known = Object.hasOwn(PROBLEMS, String(code)) ? PROBLEMS[code as ProblemCode] : undefined
  if (known?.[0] !== status) found.push(`has code ${code}, which is not one of ${status}`)
  if (said !== status) found.push(`says ${said}`)
  if (urn !== `urn:talat:problem:${code}`) found.push(`is of type ${urn}`)
  if (requestId !== headers.get('x-request-id') || !requestId) found.push('has no request id')
  const telltale = TELLTALE.exec(withoutEchoes(body))
  if (telltale !== null) found.push(`tells ${telltale[0]}`)
  if (text.length > 10_000) found.push(`says too much: ${text.length} characters`)
  return found
}

// What a caller wrote comes back as the name of a field; that tells nothing about us.
function withoutEchoes(body: unknown): string {
  const { errors: _, ...rest } = body as { errors?: unknown }
  return JSON.stringify(rest)
}

export function expectNoFaults(found: readonly string[]): void {
  const few = found.slice(0, 25)
  expect(few, `${found.length} faults`).toEqual([])
}
