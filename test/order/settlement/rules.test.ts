import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Charge } from '#src/order/payment/provider.ts'
import { ATTEMPT_MOVES } from '#src/order/payment/rules.ts'
import { type PaymentStatus, transition } from '#src/order/rules.ts'
import { decide, retryInboxMs } from '#src/order/settlement/rules.ts'

const CHARGES = ['requires_action', 'processing', 'succeeded', 'failed', 'canceled'] as const
const ATTEMPTS = ['requires_action', 'processing', 'succeeded', 'failed', 'expired'] as const
const GROUPS: readonly PaymentStatus[] = ['pending_payment', 'cod', 'paid', 'expired', 'cancelled']

const chargeOf = (some: Partial<Charge> = {}): Charge => ({
  providerRef: 'pi_1',
  attemptId: 'att_1',
  status: 'succeeded',
  amountSatang: 10_000,
  receivedSatang: 10_000,
  currency: 'THB',
  livemode: false,
  failureCode: null,
  refundedSatang: null,
  ...some,
})
type Attempt = Parameters<typeof decide>[1]
const attemptOf = (some: Partial<Attempt> = {}): Attempt => ({
  status: 'requires_action',
  method: 'card',
  amountSatang: 10_000,
  currency: 'THB',
  failureCode: null,
  ...some,
})
const judge = (charge: Partial<Charge>, attempt: Partial<Attempt>, group: PaymentStatus) =>
  decide(chargeOf(charge), attemptOf(attempt), { paymentStatus: group }, { livemode: false })

it('a charge moves its try along the table of tries alone (P10)', () => {
  for (const status of CHARGES) {
    for (const attempt of ATTEMPTS) {
      for (const method of ['card', 'promptpay']) {
        const effect = judge({ status }, { status: attempt, method }, 'pending_payment')
        if (effect.kind !== 'move') continue
        const to = transition(ATTEMPT_MOVES, attempt, effect.event, 'provider')
        expect(to, `${attempt} ${effect.event}`).toBe(effect.to)
      }
    }
  }
})

describe('what a charge does to its group', () => {
  // Charge × attempt × group, all of them: what is not told here must do nothing.
  const expected = (
    charge: (typeof CHARGES)[number],
    attempt: (typeof ATTEMPTS)[number],
    group: PaymentStatus,
  ): string => {
    const open = attempt === 'requires_action' || attempt === 'processing'
    if (charge === 'succeeded') {
      if (attempt === 'succeeded') return 'nothing'
      if (group === 'pending_payment') return 'pay'
      return group === 'paid' || group === 'cod' ? 'put_aside duplicate' : 'put_aside late'
    }
    if (!open) return 'nothing'
    if (charge === 'canceled') return 'move expired'
    if (charge === 'failed') return 'move requires_action'
    if (charge === 'processing' && attempt === 'requires_action') return 'move processing'
    return 'nothing'
  }

  for (const charge of CHARGES) {
    it(`that is ${charge} is as the table says, for every attempt and group (P1, S6, P8)`, () => {
      for (const attempt of ATTEMPTS) {
        for (const group of GROUPS) {
          const effect = judge(
            { status: charge, failureCode: 'expired_card' },
            { status: attempt },
            group,
          )
          const said =
            effect.kind === 'put_aside'
              ? `put_aside ${effect.reason}`
              : effect.kind === 'move'
                ? `move ${effect.to}`
                : effect.kind
          expect(said, `${attempt}, ${group}`).toBe(expected(charge, attempt, group))
        }
      }
    })
  }

  it('of another mode is put aside for an operator, whatever it says (P5)', () => {
    for (const status of CHARGES) {
      expect(judge({ status, livemode: true }, {}, 'pending_payment')).toEqual({
        kind: 'quarantine',
        reason: 'wrong_mode',
      })
    }
  })

  it('pays only when amount, money received and currency are what was asked (P5)', () => {
    const satang = fc.integer({ min: 1, max: 20_000 })
    const currency = fc.constantFrom('THB', 'USD', 'thb', 'JPY')
    const group = fc.constantFrom(...GROUPS)
    fc.assert(
      fc.property(satang, satang, currency, group, (amountSatang, receivedSatang, money, state) => {
        const effect = judge({ amountSatang, receivedSatang, currency: money }, {}, state)
        const right = amountSatang === 10_000 && receivedSatang === 10_000 && money === 'THB'
        if (effect.kind === 'pay') expect(right && state === 'pending_payment').toBe(true)
        else expect(effect).toMatchObject({ kind: 'put_aside', amountSatang: receivedSatang })
      }),
    )
    expect(judge({}, {}, 'pending_payment')).toEqual({ kind: 'pay' })
    expect(judge({ receivedSatang: 9999 }, {}, 'pending_payment')).toMatchObject({
      reason: 'wrong_amount',
    })
  })

  it('that succeeded without money has nothing to give back, and pays nothing', () => {
    expect(judge({ receivedSatang: 0 }, {}, 'pending_payment')).toMatchObject({
      kind: 'quarantine',
      reason: 'nothing_received',
    })
  })

  it('of a card says why it was declined, once, and leaves the try open', () => {
    const declined = { status: 'failed' as const, failureCode: 'insufficient_funds' }
    expect(judge(declined, {}, 'pending_payment')).toEqual({
      kind: 'move',
      to: 'requires_action',
      event: 'declined',
      failureCode: 'insufficient_funds',
    })
    const known = { failureCode: 'insufficient_funds' }
    expect(judge(declined, known, 'pending_payment')).toEqual({ kind: 'nothing' })
    expect(judge(declined, { ...known, status: 'processing' }, 'pending_payment').kind).toBe('move')
    expect(judge({ status: 'failed' }, {}, 'pending_payment')).toMatchObject({
      failureCode: 'declined',
    })
  })

  it.each(['promptpay', 'mobile_banking', 'truemoney'])('of %s that failed is dead', (method) => {
    const failed = { status: 'failed' as const }
    expect(judge(failed, { method }, 'pending_payment')).toMatchObject({
      kind: 'move',
      to: 'failed',
    })
  })
})

it('a webhook of an unknown charge is looked at again after 5 s, doubling to an hour', () => {
  expect([0, 1, 2, 9, 10, 1000].map(retryInboxMs)).toEqual([
    5000, 10_000, 20_000, 2_560_000, 3_600_000, 3_600_000,
  ])
})
