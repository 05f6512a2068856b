import type { Fault } from './messages/faults.ts'

/**
 * The one table of everything that can go wrong on purpose: code → HTTP status and English title.
 * Codes are part of the API and never change; titles are for people who read logs.
 */
export const PROBLEMS = {
  validation_failed: [400, 'The request is not valid'],
  malformed_json: [400, 'The body is not valid JSON'],
  unsupported_media_type: [415, 'The body must be application/json'],
  idempotency_key_missing: [400, 'The Idempotency-Key header is required'],
  idempotency_key_invalid: [400, 'The Idempotency-Key header is not valid'],
  cursor_invalid: [400, 'The cursor is not one that this list gave out'],
  signature_invalid: [400, 'The webhook signature is not valid'],
  unauthenticated: [401, 'Sign in first'],
  credentials_invalid: [401, 'That email and password do not match'],
  token_invalid: [401, 'The token is not valid'],
  token_reused: [
    401,
    'The refresh token was used before; every session of this device is signed out',
  ],
  forbidden: [403, 'Not allowed'],
  origin_forbidden: [403, 'The request came from another site'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'This address does not take that method'],
  email_taken: [409, 'An account with this email exists'],
  out_of_stock: [409, 'Not enough stock'],
  cart_empty: [409, 'The cart is empty'],
  cart_changed: [409, 'The cart has problems that must be settled first'],
  flash_over: [409, 'The flash price is over for something in the cart'],
  transition_refused: [409, 'Not possible in this state'],
  stock_counted_late: [409, 'The stock has moved since it was counted'],
  stock_promised: [409, 'Less than what orders hold'],
  still_in_stock: [409, 'There is something left of it'],
  not_delivered: [409, 'The goods have not arrived yet'],
  already_reviewed: [409, 'This line of an order has its review'],
  conflict: [409, 'Somebody else changed this at the same time'],
  voucher_code_taken: [409, 'A voucher has this code already'],
  already_member: [409, 'This account works for the shop already'],
  last_owner: [409, 'A shop keeps one owner at least'],
  voucher_promised: [409, 'A voucher may only get more uses or an earlier end'],
  chat_blocked: [409, 'One side of this talk wants to hear no more'],
  too_many_payment_tries: [409, 'This order was tried to be paid too often'],
  request_in_progress: [409, 'The first request with this key is still running'],
  body_too_large: [413, 'The body is too large'],
  upgrade_required: [426, 'This address speaks WebSocket'],
  idempotency_key_reused: [422, 'This Idempotency-Key was used for another request'],
  address_unknown: [422, 'No such subdistrict, district, province and postcode'],
  shipping_option_invalid: [422, 'A shop of the cart has no such shipping option'],
  payment_method_unavailable: [422, 'This payment method is not available'],
  more_than_ordered: [422, 'A parcel holds more than is left to send'],
  voucher_invalid: [422, 'This voucher cannot be used'],
  picture_invalid: [422, 'The file is no picture that can be shown'],
  contact_leak: [422, 'The text names a way past the market'],
  flash_sale_invalid: [422, 'That is not possible in a flash sale'],
  limit_reached: [422, 'A limit is reached'],
  rate_limited: [429, 'Too many requests'],
  too_many_open_orders: [429, 'Too many orders wait to be paid'],
  internal: [500, 'Something failed on our side'],
  provider_unavailable: [502, 'The payment provider did not answer'],
  overloaded: [503, 'Too busy, try again shortly'],
  misconfigured: [503, 'The service is not configured'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof PROBLEMS
/** What is wrong with one field: `limit` is the number it had to keep to, where there is one. */
export type FieldError = { path: string; fault: Fault; limit?: number }
export type ProblemDetail = {
  /** A sentence for the developer who reads the answer. */
  detail?: string
  /** Faults by field, for `validation_failed`. */
  errors?: FieldError[]
  /** Seconds until a retry makes sense; becomes the Retry-After header. */
  retryAfterSeconds?: number
  /** Further members of the problem body (RFC 9457 §3.2), such as the live stock of `out_of_stock`. */
  extra?: Record<string, unknown>
}

/** The one error that services throw for outcomes a caller can act on. Mapped to RFC 9457 once, in common/http. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: ProblemDetail

  constructor(code: ProblemCode, detail: ProblemDetail = {}) {
    super(`${code}: ${detail.detail ?? PROBLEMS[code][1]}`)
    this.name = 'Problem'
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return PROBLEMS[this.code][0]
  }
}

/** One field of a request is wrong; `limit` is the number it had to keep to. */
export const wrongField = (path: string, fault: Fault, limit?: number): Problem =>
  new Problem('validation_failed', {
    errors: [{ path, fault, ...(limit === undefined ? {} : { limit }) }],
  })

/** True when `error` is a Problem, optionally of one code. */
export function isProblem(error: unknown, code?: ProblemCode): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code)
}
