import { SETTINGS } from '../src/config/settings.ts'
import type { Flow } from './flood.ts'
import { ClientFrame, type ServerFrame } from './messages.ts'

const MAX_FRAME_BYTES = 16 * 1024
/** A frame is refused by its bytes; no character takes more than three of them for each unit. */
const MAX_BYTES_A_UNIT = 3
/** Of one user, on one channel. */
const MAX_OWN_SOCKETS = 10
/** WebSocket close code 1008, "policy violation" (RFC 6455 §7.4.1). */
const REFUSED = 1008

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

export const listenerOf = (socket: WebSocket): Listener => socket.deserializeAttachment()

export const isOpen = ({ readyState }: WebSocket): boolean => readyState === WebSocket.OPEN

/** Open for so long that its right to listen is asked for anew. */
export const isOver = ({ since }: Listener): boolean => since + SETTINGS.live.socketMs <= Date.now()

/** Ends a socket whose holder may not have it; coming back at once is of no use. */
export const sendAway = (socket: WebSocket, reason: string): void => socket.close(REFUSED, reason)

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
  for (const socket of tooMany) sendAway(socket, 'opened elsewhere')
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

/** What a client said, or null for what is no frame. */
export function frameOf(data: string): ClientFrame | null {
  try {
    return ClientFrame.safeParse(JSON.parse(data)).data ?? null
  } catch {
    return null
  }
}
