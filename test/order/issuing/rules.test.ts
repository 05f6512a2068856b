import { describe, expect, it } from 'vitest'
import {
  changed,
  isShopsOwn,
  LONGEST_RUN_MS,
  type Terms,
  wrongTerms,
} from '#src/order/issuing/rules.ts'

const NOW = new Date('2026-11-22T03:00:00Z')
const day = (n: number) => new Date(NOW.getTime() + n * 86_400_000)
const terms = (some: Partial<Terms> = {}): Terms => ({
  kind: 'platform',
  benefit: { type: 'fixed', amountSatang: 5000 },
  claimableFrom: day(0),
  claimableUntil: day(10),
  usableFrom: day(1),
  usableUntil: day(20),
  quota: 100,
  perBuyer: 1,
  ...some,
})
const pathsOf = (some: Partial<Terms>) => wrongTerms(terms(some), NOW).map(({ path }) => path)

describe('The terms of a new voucher', () => {
  it('are right when each window goes forward and its kind can give what it gives', () => {
    expect(wrongTerms(terms(), NOW)).toEqual([])
    const benefit = { type: 'free_shipping', capSatang: null } as const
    expect(wrongTerms(terms({ kind: 'shipping', benefit }), NOW)).toEqual([])
  })

  it('are wrong, field by field, when they are not', () => {
    expect(pathsOf({ claimableUntil: day(0) })).toEqual(['claimableUntil'])
    expect(pathsOf({ usableUntil: day(1) })).toEqual(['usableUntil'])
    expect(pathsOf({ usableUntil: day(9) })).toEqual(['usableUntil'])
    expect(pathsOf({ usableUntil: new Date(NOW.getTime() + LONGEST_RUN_MS + 1) })).toEqual([
      'usableUntil',
    ])
    const over = { claimableFrom: day(-9), claimableUntil: day(-8), usableFrom: day(-7) }
    expect(pathsOf({ ...over, usableUntil: day(0) })).toEqual(['usableUntil'])
    expect(pathsOf({ perBuyer: 101 })).toEqual(['perBuyer'])
    expect(pathsOf({ benefit: { type: 'free_shipping', capSatang: null } })).toEqual([
      'benefit.type',
    ])
    expect(pathsOf({ kind: 'shipping', benefit: { type: 'buy_get', buy: 2, get: 1 } })).toEqual([
      'benefit.type',
    ])
  })
})

describe('A voucher that was given', () => {
  const running = { quota: 10, claimableUntil: day(5), usableUntil: day(9) }

  it('gets more uses or an earlier end', () => {
    expect(changed(running, { quota: 11 }, NOW)).toEqual({ ...running, quota: 11 })
    expect(changed(running, { usableUntil: day(3) }, NOW)).toEqual({
      quota: 10,
      claimableUntil: day(3),
      usableUntil: day(3),
    })
    expect(changed(running, { claimableUntil: day(1) }, NOW)?.claimableUntil).toEqual(day(1))
    expect(changed(running, { usableUntil: NOW }, NOW)?.usableUntil).toEqual(NOW)
    expect(changed(running, {}, NOW)).toEqual(running)
  })

  it('gets neither fewer uses nor a later end, nor one that lies behind us', () => {
    expect(changed(running, { quota: 9 }, NOW)).toBeUndefined()
    expect(changed(running, { usableUntil: day(10) }, NOW)).toBeUndefined()
    expect(changed(running, { claimableUntil: day(6) }, NOW)).toBeUndefined()
    expect(changed(running, { usableUntil: day(-1) }, NOW)).toBeUndefined()
  })
})

it.each([
  ['shop', 10_000, true],
  ['shipping', 10_000, true],
  ['platform', 10_000, false],
  ['shop', 9_999, false],
  ['shipping', 0, false],
] as const)(
  'A %s voucher of which its shop pays %i bp: its own to change is %s',
  (kind, shopPaysBp, own) => {
    expect(isShopsOwn({ kind, shopPaysBp })).toBe(own)
  },
)
