import { ACCOUNTS } from './examples/accounts.ts'
import { BROWSING } from './examples/browsing.ts'
import { CASH_TERMS } from './examples/cash.ts'
import { CHAT, UPLOADS } from './examples/chat.ts'
import type { Example } from './examples/example.ts'
import { FLASH_SALES } from './examples/flash-sales.ts'
import { NOTIFICATIONS } from './examples/notifications.ts'
import { OPERATING } from './examples/operating.ts'
import { ORDERING } from './examples/ordering.ts'
import { SELLING } from './examples/selling.ts'
import { STAFFING } from './examples/staffing.ts'
import { VOUCHERS } from './examples/vouchers.ts'

/** Valid requests by operation. An operation without one fails the suite: cover it here. */
export const EXAMPLES: Record<string, readonly Example[]> = {
  ...BROWSING,
  ...ACCOUNTS,
  ...ORDERING,
  ...VOUCHERS,
  ...OPERATING,
  ...FLASH_SALES,
  ...SELLING,
  ...STAFFING,
  ...CASH_TERMS,
  ...CHAT,
  ...UPLOADS,
  ...NOTIFICATIONS,
}

/** In the document, but not called as the others are, each with the suite that covers it. */
export const ELSEWHERE: Record<string, string> = {
  'PUT /api/uploads/{key}': 'raw bytes: malformed ones in services/upload/promise.database.test.ts',
  'GET /api/live/{channel}': 'a socket: malformed upgrades in bodies.database.test.ts',
  'POST /api/webhooks/{provider}': 'signed raw bytes: malformed ones in bodies.database.test.ts',
}
