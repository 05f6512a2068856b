import { createStore } from 'zustand/vanilla'
import { type Channel, type ChannelState, openChannel } from '../live/channel.ts'
import type { Message } from '../shapes.ts'
import { news } from './news.ts'
import {
  afresh,
  cutOff,
  heard,
  isUnanswered,
  newestSeq,
  numbered,
  refused,
  retried,
  sent,
  signalled,
  type Talk,
  unanswered,
  unreadUpTo,
  unsaid,
  withdrawn,
  withMessages,
  written,
} from './talk.ts'

export type LineOptions = {
  roomId: string
  talk: Talk
  /** What was missed is gone: the page is read again, and handed over with `afresh`. */
  onGap(): void
}
type Held = { talk: Talk; state: ChannelState }

/** Told once in that time, however fast somebody writes. */
const TYPING_EVERY_MS = 2_000
/** A socket that does not answer for so long is another one's turn. */
const ANSWER_MS = 10_000
/** Too much was said at once: what was dropped is said again after a breath. */
const BREATH_MS = 2_000
/** What gathered while nobody listened is said so many at a time: a room takes 20 frames a second. */
const AT_ONCE = 10
const PACE_MS = 1_000

/**
 * One tab's end of a talk: what is written is shown at once and said when somebody listens, under one
 * client id however often that takes. It lives as long as the page.
 */
export function openLine({ roomId, talk, onGap }: LineOptions) {
  const store = createStore<Held>(() => ({ talk, state: 'connecting' }))
  const now = () => store.getState().talk
  const become = (next: Talk) => store.setState({ talk: next })
  let typedAt = 0
  let readUpTo = 0
  let watch: ReturnType<typeof setTimeout> | undefined
  let breath: ReturnType<typeof setTimeout> | undefined
  let pace: ReturnType<typeof setTimeout> | undefined

  const channel: Channel = openChannel({
    channel: `chat:${roomId}`,
    orderToken: null,
    after: newestSeq(talk),
    onState(state) {
      store.setState({ state })
      if (state === 'lost' || state === 'elsewhere') become(cutOff(now()))
    },
    // Before what was missed is told, so that a number is known when its own message comes.
    onHello() {
      readUpTo = 0
      sayAll()
    },
    onEvent(event, seq) {
      if (event.kind !== 'message') return
      become(heard(now(), event, seq))
      news.setState((count) => count + 1, true)
    },
    onGap,
    onSignal: (signal) => become(signalled(now(), signal, Date.now())),
    onAck(clientId, seq) {
      become(numbered(now(), clientId, seq))
      if (!isUnanswered(now())) clearTimeout(watch)
    },
    onError(code, clientId) {
      if (clientId !== undefined) become(refused(now(), clientId, code))
      else if (code === 'rate_limited') {
        clearTimeout(breath)
        breath = setTimeout(() => {
          become(unanswered(now()))
          sayAll()
        }, BREATH_MS)
      }
    },
  })

  function sayAll(): void {
    clearTimeout(watch)
    // The next turn is set already, and takes along what is written until then.
    if (pace === undefined) sayTurn()
    if (isUnanswered(now())) watch = setTimeout(() => channel.renew(), ANSWER_MS)
  }

  function sayTurn(): void {
    for (const { clientId, text } of unsaid(now()).slice(0, AT_ONCE)) {
      // Nobody listens: whoever says hello next is told.
      if (!channel.send({ type: 'send', clientId, body: text })) return
      become(sent(now(), clientId))
    }
    if (unsaid(now()).length === 0) return
    pace = setTimeout(() => {
      pace = undefined
      sayAll()
    }, PACE_MS)
  }

  return {
    store,
    say(text: string): void {
      become(written(now(), crypto.randomUUID(), text, Date.now()))
      typedAt = 0
      sayAll()
      // Whoever writes here is here, and not in the window that took the place.
      if (store.getState().state === 'elsewhere') channel.renew()
    },
    again(clientId: string): void {
      become(retried(now(), clientId))
      sayAll()
    },
    withdraw: (clientId: string) => become(withdrawn(now(), clientId)),
    typing(): void {
      if (Date.now() - typedAt < TYPING_EVERY_MS) return
      if (channel.send({ type: 'typing' })) typedAt = Date.now()
    },
    /** Whoever gave way to another window has it here again. */
    here: () => channel.renew(),
    /** Somebody looks at the page: all that it shows is read. */
    seen(): void {
      const seq = unreadUpTo(now())
      if (seq === null || seq <= readUpTo) return
      if (channel.send({ type: 'read', seq })) readUpTo = seq
    },
    older: (messages: readonly Message[]) => become(withMessages(now(), messages)),
    afresh: (messages: readonly Message[]) => become(afresh(now(), messages)),
    close(): void {
      clearTimeout(watch)
      clearTimeout(breath)
      clearTimeout(pace)
      channel.close()
    },
  }
}

export type Line = ReturnType<typeof openLine>
