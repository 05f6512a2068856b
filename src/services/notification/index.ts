/** By what somebody outside the market is reached. */
export type Way = 'email' | 'sms' | 'web_push' | 'fcm' | 'expo' | 'line'

/** Where a message goes: an address, a number, a token, or a browser's endpoint with its keys. */
export type Address = { to: string; p256dh?: string | null; auth?: string | null }

/** What is sent, in the language of whoever gets it. */
export type Outgoing = {
  /** The delivery's id: the provider's idempotency key, where it has one. */
  id: string
  locale: 'th' | 'en'
  title: string
  body: string
  /** Of a letter that tells of several things: each, with where it leads. */
  items?: readonly { title: string; body: string; url: string }[]
  /** Where it leads, as a whole address. */
  url: string
  /** What ends such emails by one click (RFC 8058); null where they cannot be ended. */
  unsubscribeUrl: string | null
}

/**
 * What became of it: the provider took it; it never will, which ends it (`gone`: nobody is there any
 * more); or nobody knows, and it may be sent again under the same id.
 */
export type Outcome =
  | { kind: 'sent'; ref: string | null }
  | { kind: 'refused'; reason: string; gone?: true }
  | { kind: 'unavailable'; reason: string; afterMs?: number }

/** Hands a message to a provider. Ends within SETTINGS.notification.providerTimeoutMs; never throws. */
export type Send = (address: Address, message: Outgoing) => Promise<Outcome>

/** Who holds an account of a messenger, as the messenger itself says. */
export type LineLogin = {
  /** Where somebody says that it is them; they come back to `returnUrl` with a code and `state`. */
  doorUrl(asked: { state: string; challenge: string; nonce: string; returnUrl: string }): string
  /** Whose id a code stands for; null when LINE does not take it. @throws Problem `overloaded` */
  whose(given: {
    code: string
    verifier: string
    nonce: string
    returnUrl: string
  }): Promise<string | null>
}

/** How each way is gone; a way that is not there is not configured. */
export type Ways = Partial<Record<Way, Send>>
