import type { Locale } from '#src/config/http-env.ts'

export type ProviderName = 'stripe' | 'omise' | 'cod'
export type Method = 'card' | 'promptpay' | 'mobile_banking' | 'truemoney' | 'installment' | 'cash'

/** What a shopper must do next to pay. */
export type NextAction =
  | { type: 'card_form'; publishableKey: string; scriptUrl: string }
  | { type: 'promptpay_qr'; qrData: string; qrImageUrl: string; instructionsUrl: string }
  | { type: 'redirect'; url: string }

/** One try to be paid; `id` is the provider's idempotency key and comes back in its metadata. */
export type PaymentOrder = {
  id: string
  groupId: string
  number: string
  method: Method
  amountSatang: number
  currency: 'THB'
  email: string
  locale: Locale
}

export type Started = {
  providerRef: string
  status: 'requires_action' | 'processing'
  clientSecret: string | null
  nextAction: NextAction | null
}

/** A charge as the provider sees it now: the only thing that is ever believed. */
export type Charge = {
  providerRef: string
  /** The attempt it was made for, as our metadata says; null when it is not ours. */
  attemptId: string | null
  status: 'requires_action' | 'processing' | 'succeeded' | 'failed' | 'canceled'
  amountSatang: number
  /** What arrived; equals `amountSatang` of a good charge. */
  receivedSatang: number
  /** Upper case, such as THB. */
  currency: string
  livemode: boolean
  failureCode: string | null
  /** What went back of it, sent or on its way; null where it was not asked for. */
  refundedSatang: number | null
}

/** A refund as the provider sees it now; `pending` until the payer's bank has the money. */
export type RefundNow = { providerRef: string; status: 'pending' | 'succeeded' | 'failed' }

/**
 * A payer's bank takes a charge back. `movements` are what it has done with the money so far: less than
 * nothing when it was taken, with the provider's fee for it.
 */
export type DisputeNow = {
  providerRef: string
  chargeRef: string
  status: 'open' | 'won' | 'lost'
  reason: string
  amountSatang: number
  /** Upper case, such as THB. */
  currency: string
  livemode: boolean
  movements: readonly { providerRef: string; amountSatang: number; feeSatang: number }[]
}

/** A webhook whose signature held: a hint to look at a charge. */
export type Hint = { eventId: string; kind: string; objectRef: string; livemode: boolean }

/**
 * What every payment provider fulfils. Every call ends within SETTINGS.payment.providerTimeoutMs.
 * @throws ProviderUnavailable when the outcome is unknown; the same call may be made again.
 */
export type PaymentProvider = {
  readonly name: ProviderName
  readonly methods: readonly Method[]
  /** Whether the keys speak to real money. */
  readonly livemode: boolean
  /** Starts, or finds again by its key, the charge of an attempt. @throws ProviderRefused */
  start(order: PaymentOrder): Promise<Started>
  /** The charge as it is now; undefined when the provider knows none. */
  fetch(providerRef: string): Promise<Charge | undefined>
  /** Ends an unpaid charge, if it still can be. Answers the charge as it then is. */
  cancel(providerRef: string): Promise<Charge | undefined>
  /**
   * Gives money back, or finds again what was given back for this `id`: the provider's idempotency
   * key. @throws ProviderRefused
   */
  refund(refund: { id: string; chargeRef: string; amountSatang: number }): Promise<RefundNow>
  /** The refund as it is now; undefined when the provider knows none. */
  fetchRefund(providerRef: string): Promise<RefundNow | undefined>
  /** The dispute as it is now; undefined when the provider knows none. */
  fetchDispute(providerRef: string): Promise<DisputeNow | undefined>
  /**
   * Reads a webhook. Accepts every active secret and timestamps within 300 s either way.
   * @throws Problem `signature_invalid`
   */
  verify(rawBody: string, headers: Headers, now: Date): Promise<Hint>
}

/** The provider did not answer, or answered that it failed: what it did is unknown. */
export class ProviderUnavailable extends Error {
  constructor(cause: unknown) {
    super('the payment provider did not answer', { cause })
    this.name = 'ProviderUnavailable'
  }
}

/** The provider said no, for good. */
export class ProviderRefused extends Error {
  readonly code: string

  constructor(code: string, cause: unknown) {
    super(`the payment provider refused: ${code}`, { cause })
    this.name = 'ProviderRefused'
    this.code = code
  }
}
