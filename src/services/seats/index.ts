/** A ticket that was given out, and the socket it opens. */
export type Seat = {
  /** The ticket's id. */
  ticket: string
  /** Of the channel, as src/services/live knows it. */
  address: string
  sessionId: string
  /** The shop whose member may listen; null for who listens in his own right. */
  shopId: string | null
  /** When the request came in, before anything was looked up: milliseconds since 1970. */
  askedMs: number
}

/** By what somebody might listen, until it ended. */
export type Ended =
  | { kind: 'session'; sessionId: string }
  | { kind: 'shop'; shopId: string }
  | { kind: 'account' }

/** One user's sockets on all channels. */
export type Seats = {
  /** Writes a seat down; false when that by which it was asked for has ended meanwhile. */
  take(seat: Seat): Promise<boolean>
  /** Its socket is open. */
  sat(ticket: string): Promise<void>
  /** Its socket has closed. */
  leave(ticket: string): Promise<void>
  /** Closes the sockets that came by it, and keeps out the tickets that were not used yet (R5). */
  end(userId: string, ended: Ended): Promise<void>
}

/** The seats of a user, by the account's id; who sits and who leaves is the channels' to say. */
export type SeatsOf = (userId: string) => Pick<Seats, 'take' | 'end'>
