import * as z from 'zod'
import { after } from '#src/common/clock.ts'
import { base64url, fromBase64url, newSecret } from '#src/common/id.ts'
import { isMac, mac } from './keyed.ts'

/** Whom a live socket is opened for: no user for a guest who may listen. */
export type TicketFor = {
  userId: string | null
  channel: string
  /** The Origin header of the request that asked for it; null when it had none. */
  origin: string | null
}

/** A ticket that passed; `id` is redeemed once, by the Durable Object of the channel. */
export type Ticket = { id: string; userId: string | null; expiresAt: Date }

const Body = z.tuple([
  z.string(),
  z.string().nullable(),
  z.string(),
  z.string().nullable(),
  z.int(),
])
const MAC_BYTES = 32
const MAX_TEXT = 2000

/**
 * A ticket as base64url without punctuation, so that it can stand as a WebSocket sub-protocol.
 * It is signed, not stored: that it is used once is up to whoever redeems its id.
 */
export async function issueTicket(
  tokenKey: string,
  { userId, channel, origin }: TicketFor,
  now: Date,
  lifeMs: number,
): Promise<{ id: string; ticket: string; expiresAt: Date }> {
  const expiresAt = after(now, lifeMs)
  const id = newSecret()
  const body: z.input<typeof Body> = [id, userId, channel, origin, expiresAt.getTime()]
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  const signature = await mac(tokenKey, 'ticket', bytes)
  return { id, ticket: base64url(new Uint8Array([...signature, ...bytes])), expiresAt }
}

/** The ticket behind `text`, or null unless it is ours, for this channel and origin, and not expired. */
export async function verifyTicket(
  tokenKey: string,
  text: string,
  { channel, origin, now }: { channel: string; origin: string | null; now: Date },
): Promise<Ticket | null> {
  const whole = text.length > MAX_TEXT ? new Uint8Array() : fromBase64url(text)
  if (whole.length <= MAC_BYTES) return null
  const bytes = whole.slice(MAC_BYTES)
  if (!(await isMac(tokenKey, 'ticket', bytes, whole.slice(0, MAC_BYTES)))) return null
  const [id, userId, forChannel, forOrigin, expiresMs] = Body.parse(
    JSON.parse(new TextDecoder().decode(bytes)),
  )
  if (forChannel !== channel || forOrigin !== origin || expiresMs <= now.getTime()) return null
  return { id, userId, expiresAt: new Date(expiresMs) }
}
