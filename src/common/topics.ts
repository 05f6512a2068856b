/** What people are told about, and by what. */
export const TOPICS = [
  'orders',
  'chat',
  'promotions',
  'stock',
  'prices',
  'shop',
  'low_stock',
  'reviews',
  'system',
] as const
export const CHANNELS = ['in_app', 'email', 'sms', 'push', 'line'] as const
