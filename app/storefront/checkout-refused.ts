import type { CashAnswer } from './cash-answer.ts'

/** How much there is of a thing that was wanted more of; the basket was lowered to it. */
export type Left = { variantId: string; title: string; available: number }

/** Why an order was refused, as far as the page has words for it. */
export type Refused = {
  code: string
  /** The request, as the log knows it, where our side failed. */
  requestId: string | null
  /** Why this way to pay was. */
  reason: string | null
  /** What it costs now, when that is not what was seen. */
  total: number | null
  /** Why it cannot be paid at the door. */
  cash: CashAnswer | null
  items: { variantId: string; available: number | null; limit: number | null }[]
  /** A line for each voucher that stood in the way. */
  vouchers: string[]
  left: Left[]
}

/** The answer never came: the order may stand or not, and the same key finds out. */
export const LOST = 'lost'

/** What a page knows whose answer never came: what it sent. */
export function lostReply(form: FormData) {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value
  const nothing = {
    requestId: null,
    reason: null,
    total: null,
    cash: null,
    items: [],
    vouchers: [],
    left: [],
  }
  const lost: Refused = { code: LOST, ...nothing }
  return { typed, key: typed.key ?? '', wrong: [] as string[], ...lost, told: null }
}
