import { describe, expect, it } from 'vitest'
import { SETTINGS } from '#src/config/settings.ts'
import {
  attemptEnd,
  isOpen,
  METHODS_OF,
  refuseMethod,
  shownAttempt,
} from '#src/order/payment/rules.ts'

const { minimumChargeSatang: LEAST } = SETTINGS.order

describe('a way to pay', () => {
  it('is one that its provider has', () => {
    for (const [provider, methods] of Object.entries(METHODS_OF)) {
      for (const other of Object.values(METHODS_OF).flat()) {
        const refusal = refuseMethod(provider as keyof typeof METHODS_OF, other, 100_000)
        expect(refusal === 'unknown_method', `${provider} ${other}`).toBe(!methods.includes(other))
      }
    }
  })

  it('by card or QR starts at ten baht', () => {
    expect(refuseMethod('stripe', 'card', LEAST - 1)).toBe('below_minimum')
    expect(refuseMethod('stripe', 'promptpay', LEAST)).toBeNull()
  })

  it('in cash starts at nothing', () => {
    expect(refuseMethod('cod', 'cash', 1)).toBeNull()
  })
})

it('a try by QR ends when the QR does, and no try outlives its order', () => {
  const at = new Date('2026-11-22T03:00:00Z')
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  expect(attemptEnd('promptpay', at, later(30))).toEqual(later(15))
  expect(attemptEnd('promptpay', at, later(15))).toEqual(later(15))
  expect(attemptEnd('promptpay', at, later(4))).toEqual(later(4))
  expect(attemptEnd('card', at, later(30))).toEqual(later(30))
})

it('a try is open while it may still bring money', () => {
  const all = ['requires_action', 'processing', 'succeeded', 'failed', 'expired'] as const
  expect(all.filter(isOpen)).toEqual(['requires_action', 'processing'])
})

it('a shopper is shown the try that paid, or else the newest', () => {
  const newest = { id: 'b', status: 'failed' as const }
  const paid = { id: 'a', status: 'succeeded' as const }
  expect(shownAttempt([newest, paid])).toBe(paid)
  expect(shownAttempt([newest, { ...paid, status: 'expired' as const }])).toBe(newest)
  expect(shownAttempt([])).toBeUndefined()
})
