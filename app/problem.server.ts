/** A refusal of the API, as RFC 9457 tells it. */
export type Problem = {
  status: number
  code: string
  requestId: string
  title?: string
  detail?: string
  errors?: { path: string; code?: string; message: string }[]
  /** How long to wait before the next try. */
  retryAfterSeconds?: number
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
export async function settle<Value>(call: Promise<Value>): Promise<Outcome<Value>> {
  return await settled(call, (status) => status < 500)
}

/** The same where the form has to stay whatever happens: our own failure is told in place too. */
export async function settleAll<Value>(call: Promise<Value>): Promise<Outcome<Value>> {
  return await settled(call, () => true)
}

async function settled<Value>(
  call: Promise<Value>,
  isTold: (status: number) => boolean,
): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await call }
  } catch (thrown) {
    if (!(thrown instanceof Response) || !isTold(thrown.status)) throw thrown
    const problem = (await thrown.json()) as Problem
    const seconds = Number(thrown.headers.get('retry-after') ?? Number.NaN)
    return {
      ok: false,
      problem: Number.isFinite(seconds) ? { ...problem, retryAfterSeconds: seconds } : problem,
    }
  }
}

/** Field name → message, of a problem's list. Paths arrive as `address.phone`. */
export function fieldErrors(problem: Problem): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { path, message } of problem.errors ?? []) fields[path] ??= message
  return fields
}
