/** A refusal of the API, as RFC 9457 tells it. */
export type Problem = {
  status: number
  code: string
  requestId: string
  title?: string
  detail?: string
  errors?: { path: string; message: string }[]
  [extra: string]: unknown
}

/** A typed client's answer, as far as we use it: bodies of refusals are not in its type. */
export type Answer<Body> = {
  ok: boolean
  status: number
  headers: Headers
  json(): Promise<Body>
  text(): Promise<string>
}

/** The body of an answer; a refusal becomes a thrown Response, which the route's boundary shows by status. */
export async function unwrap<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const response = await answer
  if (!response.ok) throw await refusal(response)
  if (response.status === 204) return undefined as Body
  return await response.json()
}

async function refusal(response: Answer<unknown>): Promise<Response> {
  const text = await response.text()
  const body = problemBody(text, response)
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' })
  const retryAfter = response.headers.get('retry-after')
  if (retryAfter !== null) headers.set('retry-after', retryAfter)
  return new Response(JSON.stringify(body), { status: body.status, headers })
}

function problemBody(text: string, response: Answer<unknown>): Problem {
  const requestId = response.headers.get('x-request-id') ?? ''
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && 'code' in body) {
      return { requestId, ...body, status: response.status } as Problem
    }
  } catch {
    // Not JSON: an intermediary spoke, not the API.
  }
  return { status: response.status, code: 'internal', requestId }
}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

/** For forms: a refusal as a value, so the page can show it beside the field and keep what was typed. */
export const settle = async <Value>(call: Promise<Value>): Promise<Outcome<Value>> =>
  await settleBelow(500, call)

/** A failure of the API as well: for the form whose text and key must not be lost with the page. */
export const settleAlways = async <Value>(call: Promise<Value>): Promise<Outcome<Value>> =>
  await settleBelow(600, call)

async function settleBelow<Value>(status: number, call: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await call }
  } catch (thrown) {
    if (!(thrown instanceof Response) || thrown.status >= status) throw thrown
    return { ok: false, problem: (await thrown.json()) as Problem }
  }
}

/** Field name → message, of a problem's list. Paths arrive as `address.phone`. */
export function fieldErrors(problem: Problem): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { path, message } of problem.errors ?? []) fields[path] ??= message
  return fields
}
