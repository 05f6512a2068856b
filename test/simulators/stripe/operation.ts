import type { Context } from 'hono'
import type * as z from 'zod'
import { isRequestFault, type RequestFault, strikesRequest } from '../control/faults.ts'
import { strike } from '../control/strike.ts'
import type { Cause, Simulation } from '../simulation.ts'
import { authenticate, type Caller } from './caller.ts'
import { StripeFailure, serverError } from './errors.ts'
import { expand } from './expand.ts'
import { type FormTree, parseForm } from './form.ts'
import { fingerprintOf, type Held, type Idempotency } from './idempotency.ts'
import { API_VERSION } from './objects.ts'
import { parseParams } from './parse-params.ts'

export type Machine = {
  simulation: Simulation
  idempotency: Idempotency
  /** Delivers what must reach the merchant before the answer does. */
  deliverEarly(): Promise<void>
  /** Says that there are webhooks to deliver; they do not wait for an answer that is held back. */
  wake(): void
}

type Answer = { status: number; body: string }

/**
 * A handler for one of Stripe's operations: who asks, parameters, idempotency key, faults, and then
 * `run`, which must not await: what it does is one step, and what it returns is the answer.
 */
export function operation<Schema extends z.ZodType<{ expand?: string[] | undefined }>>(
  machine: Machine,
  schema: Schema,
  run: (input: z.output<Schema>, c: Context, caller: Caller) => Record<string, unknown>,
  audience: 'server' | 'client' = 'server',
) {
  const { simulation } = machine
  return async (c: Context): Promise<Response> => {
    const { method, path, url } = c.req
    const requestId = simulation.newId('req', 14)
    const key = method === 'POST' ? (c.req.header('idempotency-key') ?? null) : null
    const origin = simulation.settings.publicUrl ?? new URL(url).origin
    const cause: Cause = { requestId, idempotencyKey: key, origin }
    let held: Held | null = null
    try {
      const caller = authenticate(simulation, c.req.header('authorization'), audience)
      const form = await readForm(c)
      if (key !== null) {
        const begun = machine.idempotency.begin(key, path, await fingerprintOf(form))
        if (!('keep' in begun)) return replay(begun.status, begun.body, begun.requestId, requestId)
        held = begun
      }
      const fault = takeFault(simulation, method, path)
      const stopped = await beforeWork(fault, c, held, requestId)
      if (stopped !== null) return stopped
      const answer = work(simulation, cause, held, fault, () => {
        const input = parseParams(schema, form)
        return expand(simulation, run(input, c, caller), input.expand)
      })
      await machine.deliverEarly()
      machine.wake()
      return await afterWork(fault, c, answer, requestId)
    } catch (error) {
      if (!(error instanceof StripeFailure)) throw error
      return respond(error.status, JSON.stringify({ error: error.body }), requestId)
    } finally {
      held?.release()
    }
  }
}

/** Runs the operation and binds its idempotency key, in one step without awaiting. */
function work(
  simulation: Simulation,
  cause: Cause,
  held: Held | null,
  fault: RequestFault | null,
  run: () => Record<string, unknown>,
): Answer {
  const before = simulation.cause
  simulation.cause = cause
  try {
    const answer =
      fault?.kind === 'status_500_after_commit' ? broken(run) : { status: 200, body: render(run()) }
    held?.keep(answer.status, answer.body, cause.requestId ?? '')
    return answer
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error
    const answer = { status: error.status, body: render({ error: error.body }) }
    if (error.begun) held?.keep(answer.status, answer.body, cause.requestId ?? '')
    return answer
  } finally {
    simulation.cause = before
  }
}

function broken(run: () => unknown): Answer {
  run()
  const { status, body } = serverError()
  return { status, body: render({ error: body }) }
}

function takeFault(simulation: Simulation, method: string, path: string): RequestFault | null {
  for (const record of simulation.faults.list()) {
    if (!isRequestFault(record.fault) || !strikesRequest(record.fault, method, path)) continue
    strike(simulation, record)
    return record.fault
  }
  return null
}

async function beforeWork(
  fault: RequestFault | null,
  c: Context,
  held: Held | null,
  requestId: string,
): Promise<Response | null> {
  if (fault === null) return null
  if (fault.kind === 'slow') await pause(fault.ms, c)
  if (fault.kind === 'hang') {
    await pause(fault.ms, c)
    return gaveUp(requestId)
  }
  if (fault.kind !== 'status_500') return null
  const { status, body } = serverError()
  const text = render({ error: body })
  if (fault.stored) held?.keep(status, text, requestId)
  return respond(status, text, requestId)
}

async function afterWork(
  fault: RequestFault | null,
  c: Context,
  answer: Answer,
  requestId: string,
): Promise<Response> {
  if (fault?.kind === 'commit_then_timeout') {
    await pause(fault.ms, c)
    return gaveUp(requestId)
  }
  if (fault?.kind === 'commit_then_reset') {
    const cut = brokenOff(answer.body)
    return new Response(cut, { status: answer.status, headers: headers(requestId) })
  }
  return respond(answer.status, answer.body, requestId)
}

/** Half an answer, then nothing. A proxy in between may end it in good order: it is still no JSON. */
function brokenOff(body: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(body.slice(0, body.length / 2))
  let sent = false
  return new ReadableStream({
    pull: (controller) => {
      if (sent) controller.error(new Error('The connection broke.'))
      else controller.enqueue(half)
      sent = true
    },
  })
}

/** Waits, or until the caller hangs up. */
function pause(ms: number, c: Context): Promise<void> {
  return new Promise((resolve, reject) => {
    const { signal } = c.req.raw
    // Whoever hung up before this was reached says it no more.
    if (signal?.aborted) return reject(signal.reason)
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

function gaveUp(requestId: string): Response {
  const error = { type: 'api_error', message: 'The simulator kept silent, as it was told to.' }
  return respond(504, render({ error }), requestId)
}

async function readForm(c: Context): Promise<FormTree> {
  if (c.req.method === 'GET') return parseForm(new URL(c.req.url).search.slice(1))
  // Bytes, because workerd warns of reading a form as text.
  return parseForm(new TextDecoder().decode(await c.req.arrayBuffer()))
}

function render(body: Record<string, unknown>): string {
  return JSON.stringify(body, null, 2)
}

function replay(status: number, body: string, originalId: string, requestId: string): Response {
  return respond(status, body, requestId, {
    'idempotent-replayed': 'true',
    'original-request': originalId,
  })
}

/** An answer with the headers that Stripe sends with each. */
export function respond(
  status: number,
  body: string,
  requestId: string,
  more: Record<string, string> = {},
): Response {
  return new Response(body, { status, headers: { ...headers(requestId), ...more } })
}

function headers(requestId: string): Record<string, string> {
  return {
    'cache-control': 'no-cache, no-store',
    'content-type': 'application/json',
    'request-id': requestId,
    'stripe-version': API_VERSION,
  }
}
