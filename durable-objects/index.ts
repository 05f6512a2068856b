export { ChatRoom } from './chat-room.ts'
export { FlashStock } from './flash-stock.ts'
export { OrderStatus } from './order-status.ts'
export { RateLimit } from './rate-limit.ts'
