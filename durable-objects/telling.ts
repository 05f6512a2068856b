import { rangeOf, seqOf } from './event-log.ts'
import { gather } from './gather.ts'
import type { LiveEvent, ServerFrame } from './messages.ts'
import { askAnew, isOver, type Listener, listenerOf, sendText } from './socket.ts'

export type Telling = {
  sql(): SqlStorage
  sockets(): readonly WebSocket[]
  /** An event as a listener may see it; alike for all of one side. */
  shown(event: LiveEvent, listener: Listener): LiveEvent
  /** Whether what comes in one moment is told together. */
  together(): boolean
}

/** In a busy channel each socket is sent what came in that time as one frame: sending is what costs. */
const TOGETHER = { everyMs: 100, most: 50 }

/** Numbers what happens in a channel and tells its sockets, in the order of the numbers (R2). */
export function createTelling({ sql, sockets, shown, together }: Telling) {
  /** The newest number, once it is known. */
  let newest: number | undefined

  const told = gather<{ seq: number; event: LiveEvent }>(TOGETHER, (some) =>
    broadcast((listener) => {
      const events = some.map(({ seq, event }) => ({ seq, event: shown(event, listener) }))
      const [first, more] = events
      return first === undefined || more ? { type: 'events', events } : { type: 'event', ...first }
    }),
  )

  // Each side is written out once.
  function broadcast(frameFor: (listener: Listener) => ServerFrame): void {
    const texts = new Map<string | null, string>()
    for (const socket of sockets()) {
      const listener = listenerOf(socket)
      if (isOver(listener)) {
        askAnew(socket)
        continue
      }
      const text = texts.get(listener.side) ?? JSON.stringify(frameFor(listener))
      texts.set(listener.side, text)
      sendText(socket, text)
    }
  }

  function newestSeq(): number {
    newest ??= rangeOf(sql()).newest
    return newest
  }

  return {
    newest: newestSeq,

    /** Numbers an event and tells it, unless its key is known (Q2, R4). `numbered` hears the number first. */
    tell(
      event: LiveEvent,
      { key, side }: { key: string; side: string | null },
      numbered: (seq: number) => void = () => undefined,
    ): { seq: number; isNew: boolean } {
      const known = seqOf(sql(), key)
      if (known !== undefined) {
        numbered(known)
        return { seq: known, isNew: false }
      }
      const row = sql()
        .exec(
          'INSERT INTO events (key, side, body) VALUES (?, ?, ?) RETURNING seq',
          key,
          side,
          JSON.stringify(event),
        )
        .one()
      const seq = Number(row.seq)
      newest = seq
      numbered(seq)
      told.add({ seq, event })
      if (!together()) told.flush()
      return { seq, isNew: true }
    },

    /** To all at once; what it is about has been told before. */
    signal(frame: Extract<ServerFrame, { type: 'signal' }>): void {
      told.flush()
      broadcast(() => frame)
    },

    /** Tells what waits to be told. */
    flush: told.flush,

    /** The storage was emptied. */
    forget(): void {
      newest = undefined
    },
  }
}
