import type { LiveEvent } from '#objects/messages.ts'

/** The address of what one user is told, of what all operators are, and of a product's stock. */
export const inboxOf = (userId: string): string => `inbox:${userId}`
export const OPERATOR_FEED = 'admin:feed'
export const stockOf = (productId: string): string => `stock:${productId}`

/** Where frames go. A socket is a hint, so a frame that is lost costs only time. */
export type Live = {
  /** Numbers an event at an address and sends it to whoever listens. The same `key` is one event. */
  publish(address: string, key: string, event: LiveEvent): Promise<void>
  /** Hands a WebSocket request over to the object at an address, which redeems its ticket. */
  connect(channel: string, address: string, request: Request): Promise<Response>
}
