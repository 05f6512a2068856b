// Loaded into wrangler before it starts. This version ends when one proxied request loses its
// connection, which a closed tab or an idle WebSocket is enough for (workers-sdk #15203, #15452);
// that is one failed request, and no reason to close the market.
import { EventEmitter } from 'node:events'

const emit = EventEmitter.prototype.emit

/** @type {typeof emit} */
EventEmitter.prototype.emit = function emitUnlessLost(name, ...args) {
  const [event] = args
  if (
    name === 'error' &&
    event?.source === 'ProxyController' &&
    event.reason === 'Error inside ProxyWorker'
  ) {
    console.warn(`A proxied request was lost: ${event.cause?.message ?? 'no reason given'}`)
    return true
  }
  return emit.call(this, name, ...args)
}
