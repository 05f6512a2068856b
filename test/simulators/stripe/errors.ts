import type { PaymentIntent, PaymentMethod } from './objects.ts'

export type StripeErrorBody = {
  type:
    | 'api_error'
    | 'card_error'
    | 'idempotency_error'
    | 'invalid_request_error'
    | 'rate_limit_error'
  message: string
  code?: string | undefined
  param?: string | undefined
  charge?: string | undefined
  decline_code?: string | undefined
  doc_url?: string | undefined
  payment_intent?: PaymentIntent | undefined
  payment_method?: PaymentMethod | undefined
}

/**
 * An answer in Stripe's error shape. `begun` is false when the endpoint never started (who is asking,
 * or the parameters): Stripe keeps nothing under an idempotency key for those.
 */
export class StripeFailure extends Error {
  readonly status: number
  readonly body: StripeErrorBody
  readonly begun: boolean

  constructor(status: number, body: StripeErrorBody, begun = true) {
    super(body.message)
    this.status = status
    this.body = body
    this.begun = begun
  }
}

/** 400 for parameters that do not pass; nothing has been done. */
export function invalid(message: string, details: { code?: string; param?: string } = {}) {
  return new StripeFailure(400, { type: 'invalid_request_error', message, ...details }, false)
}

/** 400 for a request that its object's state does not allow. */
export function refused(message: string, details: Partial<StripeErrorBody> = {}) {
  return new StripeFailure(400, { type: 'invalid_request_error', message, ...details })
}

export function unauthorized(message: string) {
  return new StripeFailure(401, { type: 'invalid_request_error', message }, false)
}

/** 401 for a publishable key where only the secret key may speak. */
export function secretKeyRequired() {
  return new StripeFailure(
    401,
    {
      type: 'invalid_request_error',
      code: 'secret_key_required',
      message:
        'This API call cannot be made with a publishable API key. Please use a secret API key.',
    },
    false,
  )
}

/** 404; `param` is `intent`, `charge`, `id` … as Stripe names what was asked for. */
export function missing(noun: string, id: string, param = 'id') {
  return new StripeFailure(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  })
}

export function serverError() {
  return new StripeFailure(500, {
    type: 'api_error',
    message: 'An unknown error occurred. (A fault that was asked for.)',
  })
}
