import * as z from 'zod'
import { SETTINGS } from '../src/config/settings.ts'
import type { Flow } from './flood.ts'
import { ClientFrame, MAX_CLIENT_ID, type ServerFrame } from './messages.ts'

const MAX_FRAME_BYTES = 16 * 1024
/** A frame is refused by its bytes; no character takes more than three of them for each unit. */
const MAX_BYTES_A_UNIT = 3
/** Of one user, on one channel. */
const MAX_OWN_SOCKETS = 10
/** WebSocket close code 1008, "policy violation" (RFC 6455 §7.4.1). */
const REFUSED = 1008
/** Of the range that RFC 6455 §7.4.2 leaves to applications. The storefront knows it by this number. */
const GAVE_WAY = 4001
/** The same range: whoever may still listen comes back at once. */
const ASK_ANEW = 4002

const Named = z.object({ clientId: z.string().min(1).max(MAX_CLIENT_ID) })

/** Who listens: kept with the socket, so that it outlives hibernation. */
export type Listener = {
  userId: string | null
  side: string | null
  /** Milliseconds since 1970. */
  since: number
  /** The id of the ticket it was opened with. */
  ticket: string
  flow: Flow
}

// Reading and writing an attachment costs more than most frames: while the object is awake, what it
// said last is known.
const awake = new WeakMap<WebSocket, Listener>()

export function listenerOf(socket: WebSocket): Listener {
  const known = awake.get(socket)
  if (known !== undefined) return known
  const listener: Listener = socket.deserializeAttachment()
  awake.set(socket, listener)
  return listener
}

export function keepListener(socket: WebSocket, listener: Listener): void {
  awake.set(socket, listener)
  socket.serializeAttachment(listener)
}

/** A count lasts a second, and no object sleeps so soon: only a warning has to outlive its sleep. */
export function keepFlow(socket: WebSocket, listener: Listener, flow: Flow): void {
  const next = { ...listener, flow }
  if (flow.warnedAt === listener.flow.warnedAt) awake.set(socket, next)
  else keepListener(socket, next)
}

export const isOpen = ({ readyState }: WebSocket): boolean => readyState === WebSocket.OPEN

/** Whether somebody of a side listens, apart from one socket. */
export const isPresent = (all: readonly WebSocket[], side: string, but?: WebSocket): boolean =>
  all.some((socket) => socket !== but && isOpen(socket) && listenerOf(socket).side === side)

/** Open for so long that its right to listen is asked for anew. */
export const isOver = ({ since }: Listener): boolean => since + SETTINGS.live.socketMs <= Date.now()

/** Ends a socket whose holder may not have it; coming back at once is of no use. */
export const sendAway = (socket: WebSocket, reason: string): void => socket.close(REFUSED, reason)

/** Ends a socket whose right is asked for anew. */
export const askAnew = (socket: WebSocket): void => socket.close(ASK_ANEW, 'open for too long')

/** Ends a socket for a newer one of the same holder, who may have it back when that one is gone. */
export const giveWay = (socket: WebSocket): void => socket.close(GAVE_WAY, 'opened elsewhere')

/**
 * Whether a channel has room for one more. Of one's own sockets the oldest gives way: it may be of a
 * phone that lost its network and never said goodbye, and nobody must be kept out by himself.
 */
export function makesRoom(
  all: readonly WebSocket[],
  userId: string | null,
  maxSockets: number,
): boolean {
  const sockets = all.filter(isOpen)
  const own = sockets
    .filter((socket) => userId !== null && listenerOf(socket).userId === userId)
    .sort((one, other) => listenerOf(one).since - listenerOf(other).since)
  const tooMany = own.slice(0, Math.max(0, own.length + 1 - MAX_OWN_SOCKETS))
  for (const socket of tooMany) giveWay(socket)
  return sockets.length - tooMany.length < maxSockets
}

export const send = (socket: WebSocket, frame: ServerFrame): void =>
  sendText(socket, JSON.stringify(frame))

export function sendText(socket: WebSocket, text: string): void {
  try {
    socket.send(text)
  } catch {
    // The socket closed meanwhile; whoever reconnects resumes from the last number it saw.
  }
}

export function isTooLarge(data: string): boolean {
  if (data.length * MAX_BYTES_A_UNIT <= MAX_FRAME_BYTES) return false
  return new TextEncoder().encode(data).length > MAX_FRAME_BYTES
}

/** What a client said; of what is no frame, the client id that it had, so that its sender is told. */
export function frameOf(
  data: string,
): ClientFrame | { type: 'none'; named: { clientId?: string } } {
  let said: unknown
  try {
    said = JSON.parse(data)
  } catch {
    return { type: 'none', named: {} }
  }
  const frame = ClientFrame.safeParse(said)
  return frame.data ?? { type: 'none', named: Named.safeParse(said).data ?? {} }
}
