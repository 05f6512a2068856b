import { describe, expect, it } from 'vitest'
import { attemptEnd } from '../../app/storefront/attempt-end.ts'

describe('a try to pay that is over', () => {
  it('tells a refusal from time that ran out', () => {
    expect(attemptEnd({ status: 'failed', failureCode: 'card_declined' })).toBe('declined')
    expect(attemptEnd({ status: 'failed' })).toBe('declined')
    expect(attemptEnd({ status: 'expired' })).toBe('expired')
    const ranOut = 'payment_intent_payment_attempt_expired'
    expect(attemptEnd({ status: 'failed', failureCode: ranOut })).toBe('expired')
  })

  it('does not blame the shopper for a provider that is silent', () => {
    expect(attemptEnd({ status: 'failed', failureCode: 'provider_unavailable' })).toBe('unanswered')
  })

  it('is none while the card form takes another card', () => {
    expect(attemptEnd({ status: 'requires_action', failureCode: 'card_declined' })).toBeNull()
    expect(attemptEnd({ status: 'processing' })).toBeNull()
    expect(attemptEnd({ status: 'succeeded' })).toBeNull()
  })
})
