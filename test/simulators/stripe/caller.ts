import type { Simulation } from '../simulation.ts'
import { missing, secretKeyRequired, unauthorized } from './errors.ts'
import type { PaymentIntent } from './objects.ts'

/** The merchant's server, or a browser that holds the publishable key. */
export type Caller = 'server' | 'client'

/** Reads `Authorization: Bearer …` (or Basic, as curl sends it); throws Stripe's 401s. */
export function authenticate(
  simulation: Simulation,
  header: string | undefined,
  audience: Caller,
): Caller {
  const key = keyOf(header)
  if (key === null) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  }
  if (key === simulation.settings.secretKey) return 'server'
  if (key !== simulation.settings.publishableKey) {
    throw unauthorized(`Invalid API Key provided: ${masked(key)}`)
  }
  if (audience === 'server') throw secretKeyRequired()
  return 'client'
}

/** A browser may touch an intent only with its client secret; without, the intent is not there. */
export function checkClientSecret(
  caller: Caller,
  wire: PaymentIntent,
  secret: string | undefined,
): void {
  if (secret === wire.client_secret) return
  if (caller === 'server' && secret === undefined) return
  throw missing('payment_intent', wire.id, 'intent')
}

function keyOf(header: string | undefined): string | null {
  const [scheme, value] = header?.split(' ') ?? []
  if (value === undefined) return null
  if (scheme?.toLowerCase() === 'bearer') return value
  if (scheme?.toLowerCase() !== 'basic') return null
  try {
    return atob(value).split(':')[0] ?? null
  } catch {
    return null
  }
}

function masked(key: string): string {
  return key.length <= 8 ? '*'.repeat(key.length) : `${key.slice(0, 3)}****${key.slice(-4)}`
}
