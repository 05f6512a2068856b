import { describe, expect, it } from 'vitest'
import {
  type Difference,
  differencesOf,
  type GroupBooks,
  type KnownBreak,
  movesOf,
  providerDifferences,
} from '#src/order/break/rules.ts'

const difference = (some: Partial<Difference> = {}): Difference => ({
  kind: 'refunded',
  subject: 'ord_1',
  groupId: 'grp_1',
  expectedSatang: 5,
  actualSatang: 7,
  ...some,
})
const known = (some: Partial<KnownBreak> = {}): KnownBreak => ({
  ...difference(),
  id: 'brk_1',
  status: 'open',
  closedBy: null,
  ...some,
})

describe('A break', () => {
  it('opens with a new difference, once', () => {
    expect(movesOf([difference()], [])).toMatchObject({ fresh: [difference()], changed: [] })
    const same = movesOf([difference()], [known()])
    expect(same).toEqual({ fresh: [], changed: [], over: [] })
  })

  it('closes by itself when it no longer holds', () => {
    expect(movesOf([], [known()]).over).toEqual([known()])
    expect(movesOf([], [known({ status: 'closed' })]).over).toEqual([])
  })

  it('opens again, and is not doubled', () => {
    const old = known({ status: 'closed' })
    expect(movesOf([difference()], [old])).toEqual({
      fresh: [],
      changed: [{ old, now: difference() }],
      over: [],
    })
  })

  it('that an operator closed stays closed for as long as it is the same', () => {
    const old = known({ status: 'closed', closedBy: 'usr_1' })
    expect(movesOf([difference()], [old]).changed).toEqual([])
    expect(movesOf([difference({ actualSatang: 8 })], [old]).changed).toHaveLength(1)
  })
})

describe('A charge', () => {
  const attempt = {
    ...{ status: 'succeeded', provider: 'stripe', providerRef: 'pi_1' },
    ...{ amountSatang: 100, currency: 'THB' },
  }
  const charge = {
    ...{ providerRef: 'pi_1', attemptId: 'att_1', status: 'succeeded' as const },
    ...{ amountSatang: 100, receivedSatang: 100, currency: 'THB', livemode: false },
    ...{ failureCode: null, refundedSatang: 0 as number | null },
  }
  const refund = {
    ...{ id: 'rfd_1', orderId: 'ord_1', chargeRef: 'pi_1', amountSatang: 30, currency: 'THB' },
    ...{ reason: 'granted', status: 'succeeded', providerRef: 're_1' as string | null },
  }
  const group = { id: 'grp_1', paymentStatus: 'paid', totalSatang: 100 }
  const found = (
    some: Partial<typeof attempt>,
    now: Partial<typeof charge> | undefined,
    refunds: (typeof refund)[] = [],
  ) =>
    providerDifferences(
      { group, refunds },
      { ...attempt, ...some },
      now === undefined ? undefined : { ...charge, ...now },
    ).map(({ kind, expectedSatang, actualSatang }) => [kind, expectedSatang, actualSatang])

  it('that is as we know it is no difference', () => {
    expect(found({}, {})).toEqual([])
    expect(found({}, { refundedSatang: 30 }, [refund])).toEqual([])
    expect(found({ status: 'failed' }, { status: 'succeeded', refundedSatang: null })).toEqual([
      ['provider_charge', 0, 100],
    ])
  })

  it('that is missing, or of another amount or currency, is one', () => {
    expect(found({}, undefined)).toEqual([['provider_charge', 100, 0]])
    expect(found({}, { receivedSatang: 99 })).toEqual([['provider_charge', 100, 99]])
    expect(found({}, { currency: 'USD' })).toEqual([['provider_charge', 100, 0]])
  })

  it('that went back by another hand is one, and so is a refund that its provider does not know', () => {
    expect(found({}, { refundedSatang: 10 })).toEqual([['provider_refunds', 0, 10]])
    expect(found({}, { refundedSatang: 0 }, [refund])).toEqual([['provider_refunds', 30, 0]])
  })

  it('may have a refund whose answer was lost, either way', () => {
    const lost = { ...refund, status: 'pending', providerRef: null }
    expect(found({}, { refundedSatang: 0 }, [lost])).toEqual([])
    expect(found({}, { refundedSatang: 30 }, [lost])).toEqual([])
    expect(found({}, { refundedSatang: 31 }, [lost])).toEqual([['provider_refunds', 0, 31]])
  })
})

it('A group whose money has not come has nothing in the books', () => {
  const books: GroupBooks = {
    group: { id: 'grp_1', paymentStatus: 'expired', totalSatang: 0 },
    payment: { amountSatang: 0, capturedSatang: 0, refundedSatang: 0 },
    ...{ orders: [], lines: [], splits: [], refunds: [], parts: [], chargebacks: [] },
    ...{ attempts: [], entries: [] },
  }
  expect(differencesOf(books)).toEqual([])
  const entries = [{ orderId: null, account: 'rounding', amountSatang: 1 }]
  expect(differencesOf({ ...books, entries })).toMatchObject([{ kind: 'account:rounding' }])
})
