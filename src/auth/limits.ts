import type { DurableObjectNamespace } from '@cloudflare/workers-types'
import { DAY_MS, HOUR_MS } from '#src/common/clock.ts'
import { sha256 } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'

/** What a counter says to one try: a refused one is not counted. */
export type Taken = { allowed: boolean; retryAfterSeconds: number }

/** One counter, as the RateLimit object answers over RPC. `windowMs` in milliseconds. */
export type Counter = {
  take(limit: number, windowMs: number): Promise<Taken>
  reset(): Promise<void>
}

/** The exact limits: they count people, wherever they come in. */
export type Limits = {
  /** One try at the password of an account; `device` has tries of its own once it signed in before. */
  loginTry(email: string, device: string | null): Promise<Taken>
  /** The owner got in: earlier mistakes are forgotten. */
  forgetLoginTries(email: string, device: string | null): Promise<void>
  /** One call to register, sign in or refresh from a client address. */
  authCall(clientAddress: string): Promise<Taken>
  /** One order of a guest from a client address. */
  guestOrder(clientAddress: string): Promise<Taken>
  /** One talk that an account begins with a further shop. */
  newRoom(userId: string): Promise<Taken>
  /** One file that an account may upload. */
  upload(userId: string): Promise<Taken>
}

/** Limits over named counters. */
export function createLimits(
  counter: (name: string) => Counter,
  callsPerMinute: number,
  guestOrders: number,
): Limits {
  const { loginTriesPerAccount, loginWindowMs, authWindowMs, guestOrderWindowMs } = SETTINGS.limits
  // Names of objects are readable to whoever operates the platform: no addresses of people in them.
  const account = async (email: string, device: string | null) =>
    counter(`login:${await sha256(JSON.stringify([email, device]))}`)
  return {
    loginTry: async (email, device) =>
      await (await account(email, device)).take(loginTriesPerAccount, loginWindowMs),
    forgetLoginTries: async (email, device) => await (await account(email, device)).reset(),
    authCall: async (clientAddress) =>
      await counter(`auth:${await sha256(network(clientAddress))}`).take(
        callsPerMinute,
        authWindowMs,
      ),
    guestOrder: async (clientAddress) =>
      await counter(`order:${await sha256(network(clientAddress))}`).take(
        guestOrders,
        guestOrderWindowMs,
      ),
    async newRoom(userId) {
      const { newRoomsAnHour, newRoomsADay } = SETTINGS.chat
      const thisHour = await counter(`rooms-hour:${userId}`).take(newRoomsAnHour, HOUR_MS)
      if (!thisHour.allowed) return thisHour
      return await counter(`rooms-day:${userId}`).take(newRoomsADay, DAY_MS)
    },
    upload: async (userId) =>
      await counter(`upload:${userId}`).take(SETTINGS.upload.perWindow, SETTINGS.upload.windowMs),
  }
}

/** Limits kept by one RateLimit object each, exact over the whole world. */
export const durableLimits = (
  namespace: DurableObjectNamespace,
  callsPerMinute: number,
  guestOrders: number,
): Limits => createLimits((name) => counterOf(namespace, name), callsPerMinute, guestOrders)

/** Limits that allow everything: for work without strangers, such as seeding. */
export const noLimits: Limits = {
  loginTry: async () => ({ allowed: true, retryAfterSeconds: 0 }),
  forgetLoginTries: async () => undefined,
  authCall: async () => ({ allowed: true, retryAfterSeconds: 0 }),
  guestOrder: async () => ({ allowed: true, retryAfterSeconds: 0 }),
  newRoom: async () => ({ allowed: true, retryAfterSeconds: 0 }),
  upload: async () => ({ allowed: true, retryAfterSeconds: 0 }),
}

/**
 * A turn that one caller in the whole world has at a time: true when it is ours. One that is never
 * given back is over after `maxMs`. Whoever cannot ask has it, since work in turns is safe beside itself.
 */
export type Turn = { take(): Promise<boolean>; giveBack(): Promise<void> }

export function durableTurn(namespace: DurableObjectNamespace, name: string, maxMs: number): Turn {
  const counter = () => counterOf(namespace, `turn:${name}`)
  return {
    take: async () => {
      try {
        return (await counter().take(1, maxMs)).allowed
      } catch {
        return true
      }
    },
    giveBack: async () => await counter().reset(),
  }
}

// The binding cannot name the class without this file knowing the objects; RateLimit implements
// Counter. A counter that cannot be asked closes the door: guessing is not free while it is down.
function counterOf(namespace: DurableObjectNamespace, name: string): Counter {
  const counter = namespace.get(namespace.idFromName(name)) as unknown as Counter
  const closed = () => {
    throw new Problem('overloaded', { retryAfterSeconds: 2 })
  }
  return {
    take: async (limit, windowMs) => await counter.take(limit, windowMs).catch(closed),
    reset: async () => await counter.reset().catch(() => undefined),
  }
}

/**
 * What counts as one caller: an IPv4 address, or the /64 of an IPv6 one, since a household or a
 * phone is given at least that much and could otherwise change its address at every try.
 */
export function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '')
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
