import { SECOND_MS } from '#src/common/clock.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Outcome } from './index.ts'

type Asked = { method?: 'POST'; headers: Record<string, string>; body: BodyInit }
type Accepted = { kind: 'accepted'; status: number; body: unknown }

const { providerTimeoutMs } = SETTINGS.notification

// Ours to mend, and not the message's fault: it waits until a key is right or an account has credit.
const OUR_FAULT = [401, 402, 403]
const AGAIN = [408, 409, 425, 429]

/**
 * Asks a provider, within a time and without following it elsewhere. What it answered for good is told
 * apart from what may be tried again; nothing of what was sent stands in either.
 */
export async function ask(
  url: string,
  { headers, body }: Asked,
): Promise<Accepted | (Outcome & { status?: number; said?: unknown })> {
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', headers, body, redirect: 'manual' },
      signal: AbortSignal.timeout(providerTimeoutMs),
    })
    const said = await jsonOf(answer)
    const { status } = answer
    if (answer.ok) return { kind: 'accepted', status, body: said }
    const reason = `http_${status}`
    if (status >= 500 || OUR_FAULT.includes(status) || AGAIN.includes(status)) {
      return { kind: 'unavailable', reason, status, said, ...pauseOf(answer) }
    }
    return { kind: 'refused', reason, status, said }
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return { kind: 'unavailable', reason: late ? 'timed_out' : 'not_reached' }
  }
}

/** One part of what a provider said, if it is there and a text. */
export function textAt(said: unknown, ...path: (string | number)[]): string | null {
  const found = path.reduce<unknown>(
    (part, key) => (part as Record<string | number, unknown> | null | undefined)?.[key],
    said,
  )
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null
}

/** HTTP Basic (RFC 7617). */
export const basic = (user: string, password: string): string =>
  `Basic ${btoa(`${user}:${password}`)}`

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return JSON.parse(await answer.text())
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

// Seconds alone: a provider that names a date instead is asked again by our own pauses (RFC 9110 §10.2.3).
function pauseOf(answer: Response): { afterMs?: number } {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  return Number.isInteger(seconds) && seconds > 0 ? { afterMs: seconds * SECOND_MS } : {}
}

/** An outcome as it is kept: what the provider said besides is for its adapter alone. */
export const plain = (outcome: Outcome): Outcome =>
  outcome.kind === 'sent'
    ? outcome
    : outcome.kind === 'refused'
      ? { kind: 'refused', reason: outcome.reason, ...(outcome.gone ? { gone: true } : {}) }
      : {
          ...{ kind: 'unavailable', reason: outcome.reason },
          ...(outcome.afterMs === undefined ? {} : { afterMs: outcome.afterMs }),
        }
