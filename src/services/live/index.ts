import type { LiveEvent } from '#objects/messages.ts'

/** Where frames go. A socket is a hint, so a frame that is lost costs only time. */
export type Live = {
  /** Numbers an event on a channel and sends it to whoever listens. The same `key` is one event. */
  publish(channel: string, key: string, event: LiveEvent): Promise<void>
  /** Hands a WebSocket request over to the channel's object, which redeems its ticket. */
  connect(channel: string, request: Request): Promise<Response>
}
