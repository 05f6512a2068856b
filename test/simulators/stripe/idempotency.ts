import type { IdempotencyRecord } from '../records.ts'
import type { Simulation } from '../simulation.ts'
import { StripeFailure } from './errors.ts'
import type { FormTree, FormValue } from './form.ts'

const MAX_KEY_LENGTH = 255

/** A key that this request holds until `release`. */
export type Held = {
  /** Binds the key to an answer: from now on it gets no other. */
  keep(status: number, body: string, requestId: string): void
  release(): void
}

export type Idempotency = {
  /**
   * Takes the key for a request, or answers what was stored for it. Throws 400 when the key came with
   * other parameters and 409 while another request holds it.
   */
  begin(key: string, path: string, fingerprint: string): Held | IdempotencyRecord
}

export function createIdempotency(simulation: Simulation): Idempotency {
  const underWay = new Set<string>()
  return {
    begin: (key, path, fingerprint) => {
      if (key.length > MAX_KEY_LENGTH) {
        throw conflict(400, `Idempotency keys cannot be longer than ${MAX_KEY_LENGTH} characters.`)
      }
      const known = simulation.idempotency.get(key)
      if (known !== undefined) {
        if (known.path !== path) {
          throw conflict(
            400,
            `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${known.path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
          )
        }
        if (known.fingerprint !== fingerprint) {
          throw conflict(
            400,
            `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
          )
        }
        return known
      }
      if (underWay.has(key)) {
        throw conflict(
          409,
          `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
          'idempotency_key_in_use',
        )
      }
      underWay.add(key)
      return {
        keep: (status, body, requestId) => {
          simulation.idempotency.put({ key, path, fingerprint, status, body, requestId })
        },
        release: () => {
          underWay.delete(key)
        },
      }
    },
  }
}

function conflict(status: number, message: string, code?: string) {
  const body = { type: 'idempotency_error' as const, message }
  return new StripeFailure(status, code === undefined ? body : { ...body, code }, false)
}

/** Tells two requests' parameters apart; a digest, since a card number may be among them. */
export async function fingerprintOf(form: FormTree): Promise<string> {
  const text = new TextEncoder().encode(canonical(form))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function canonical(value: FormValue): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? '')}`)
  return `{${entries.join(',')}}`
}
