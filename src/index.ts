export { OrderStatus } from '../durable-objects/order-status.ts'
export { RateLimit } from '../durable-objects/rate-limit.ts'

export default {
  fetch: () => new Response('talat'),
}
