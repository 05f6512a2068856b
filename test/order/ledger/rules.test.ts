import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  balanceOf,
  inBaht,
  paidJournal,
  putAsideJournal,
  refundedJournal,
  returnedJournal,
} from '#src/order/ledger/rules.ts'

const amount = fc.integer({ min: 1, max: 10_000_000_000 })

it('every journal sums to zero and moves its amount (L1)', () => {
  fc.assert(
    fc.property(amount, (satang) => {
      for (const { entries } of [
        paidJournal('grp_1', 'ord_1', satang),
        putAsideJournal('grp_1', 'pi_1', satang),
        refundedJournal('grp_1', 'rfd_1', satang),
        returnedJournal(null, 'rfd_1', satang),
      ]) {
        expect(balanceOf(entries)).toBe(0)
        expect(entries.map(({ amountSatang }) => Math.abs(amountSatang))).toEqual([satang, satang])
      }
    }),
  )
})

it('money that is put aside, sent back and returned leaves what was put aside (L3)', () => {
  const clearing = [
    putAsideJournal('grp_1', 'pi_1', 500),
    refundedJournal('grp_1', 'rfd_1', 500),
    returnedJournal('grp_1', 'rfd_1', 500),
  ].map(({ entries }) => balanceOf(entries.filter(({ account }) => account === 'psp_clearing')))
  expect(clearing).toEqual([500, -500, 500])
})

it('each event is booked under a name of its own, so that it is booked once', () => {
  const events = [
    paidJournal('grp_1', 'ord_1', 1),
    paidJournal('grp_1', 'ord_2', 1),
    putAsideJournal('grp_1', 'pi_1', 1),
    refundedJournal('grp_1', 'rfd_1', 1),
    returnedJournal('grp_1', 'rfd_1', 1),
  ].map(({ event }) => event)
  expect(new Set(events).size).toBe(events.length)
})

it('only baht are booked in baht', () => {
  expect(inBaht('THB', () => ['entry'])).toEqual(['entry'])
  expect(inBaht('USD', () => ['entry'])).toEqual([])
})
