import type { ServerFrame } from '../../durable-objects/messages.ts'

/** Opens a socket with a new ticket; null when the room's object broke off meanwhile. */
export type Knock = () => Promise<WebSocket | null>

/** A socket may send 20 frames in a second: some of them ask for what is missing. */
export const MOST_AT_ONCE = 12

export type Heard = { seq: number; text: string }

/**
 * Somebody with a phone: shows messages in their numbers' order and no other, asks for what is missing,
 * and sends again under the same client id whatever was not acknowledged.
 */
export function makePerson(name: string, knock: Knock) {
  let socket: WebSocket | null = null
  let newest = 0
  let askedAfter = -1
  let unanswered = 0
  const heard: Heard[] = []
  const acked = new Map<string, number>()
  const pending = new Map<string, string>()
  let sentLast: string[] = []
  const faults: string[] = []

  const post = (frame: object): void => {
    try {
      socket?.send(JSON.stringify(frame))
    } catch {
      // The socket is gone; whoever comes back sends again.
    }
  }
  // Once for each gap: more would be a flood.
  const ask = (): void => {
    if (askedAfter !== heard.length) post({ type: 'resume', after: heard.length })
    askedAfter = heard.length
  }
  const sendPending = (): void => {
    const batch = [...pending].slice(0, MOST_AT_ONCE)
    for (const [clientId, body] of batch) post({ type: 'send', clientId, body })
    sentLast = batch.map(([clientId]) => clientId)
  }

  function beat(): void {
    try {
      socket?.send('ping')
    } catch {
      // It is counted as unanswered.
    }
  }

  function leave(): void {
    const own = socket
    socket = null
    try {
      own?.close(1000)
    } catch {
      // It was gone already.
    }
  }

  function hear({ seq, text }: Heard): void {
    const known = heard[seq - 1]
    if (known !== undefined) {
      if (known.text !== text) faults.push(`R2 ${name} heard two things as ${seq}`)
      return
    }
    newest = Math.max(newest, seq)
    if (seq === heard.length + 1) heard.push({ seq, text })
    else ask()
  }

  function receive(frame: ServerFrame): void {
    if (frame.type === 'hello') {
      if (frame.seq < heard.length) faults.push(`R1 ${name}: the room has forgotten`)
      newest = Math.max(newest, frame.seq)
    } else if (frame.type === 'ack') {
      const before = acked.get(frame.clientId)
      if (before !== undefined && before !== frame.seq) {
        faults.push(`R4 ${name}: ${frame.clientId} is ${before} and ${frame.seq}`)
      }
      acked.set(frame.clientId, frame.seq)
      // The message itself comes a moment later.
      newest = Math.max(newest, frame.seq)
      pending.delete(frame.clientId)
    } else if (frame.type === 'events') {
      for (const one of frame.events) receive({ type: 'event', ...one })
    } else if (frame.type === 'event' && frame.event.kind === 'message') {
      const { body } = frame.event
      hear({ seq: frame.seq, text: body.type === 'text' ? body.text : body.type })
    } else if (frame.type === 'error' && frame.code !== 'rate_limited') {
      faults.push(`${name}: ${frame.code}`)
    }
  }

  return {
    name,
    heard,
    acked,
    pending,
    faults,
    isHere: () => socket !== null,
    /** Nothing that was asked for lately is still to come. */
    isSettled: () =>
      socket === null ||
      (heard.length >= newest && !sentLast.some((clientId) => pending.has(clientId))),
    hasAll: () => pending.size === 0 && heard.length >= newest,

    async comeIn(): Promise<void> {
      socket = await knock()
      if (socket === null) return
      const own = socket
      own.addEventListener('message', ({ data }) => {
        // What an old socket still had on its way is as good as lost.
        if (own !== socket) return
        unanswered = 0
        if (data !== 'pong') receive(JSON.parse(String(data)) as ServerFrame)
      })
      own.addEventListener('close', () => {
        if (own === socket) socket = null
      })
      own.accept()
      askedAfter = -1
      unanswered = 0
      ask()
      sendPending()
    },

    say(clientId: string, body: string): void {
      if (!acked.has(clientId)) pending.set(clientId, body)
      post({ type: 'send', clientId, body })
    },

    /**
     * Asks once more for what is missing, and sends what nobody acknowledged; gives a socket up that
     * answers no ping, since one that broke need not say so.
     */
    insist(): void {
      if (unanswered > 2) leave()
      unanswered += 1
      beat()
      askedAfter = -1
      if (heard.length < newest) ask()
      sendPending()
    },

    nudge: (frame: object): void => post(frame),

    leave,
  }
}

export type Person = ReturnType<typeof makePerson>
