import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shareOf, vatWithin } from '#src/common/money.ts'
import {
  balanceOf,
  completedJournal,
  inBaht,
  paidJournal,
  putAsideJournal,
  refundedJournal,
  returnedJournal,
} from '#src/order/ledger/rules.ts'

const ORDER = { id: 'ord_1', groupId: 'grp_1', shopId: 'shp_1' }
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const amount = fc.integer({ min: 1, max: 10_000_000_000 })

const sent = (amountSatang: number) => ({
  id: 'rfd_1',
  groupId: 'grp_1',
  orderId: 'ord_1',
  amountSatang,
})

it('every journal sums to zero and moves its amount (L1)', () => {
  fc.assert(
    fc.property(amount, (satang) => {
      for (const { entries } of [
        paidJournal('grp_1', 'ord_1', satang),
        putAsideJournal('grp_1', 'pi_1', satang),
        refundedJournal(sent(satang)),
        returnedJournal({ ...sent(satang), groupId: null }),
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
    refundedJournal(sent(500)),
    returnedJournal(sent(500)),
  ].map(({ entries }) => balanceOf(entries.filter(({ account }) => account === 'psp_clearing')))
  expect(clearing).toEqual([500, -500, 500])
})

it('each event is booked under a name of its own, so that it is booked once', () => {
  const events = [
    paidJournal('grp_1', 'ord_1', 1),
    paidJournal('grp_1', 'ord_2', 1),
    putAsideJournal('grp_1', 'pi_1', 1),
    refundedJournal(sent(1)),
    returnedJournal(sent(1)),
    completedJournal({ ...ORDER, totalSatang: 1, platformSatang: 0 }, []),
  ].map(({ event }) => event)
  expect(new Set(events).size).toBe(events.length)
})

it('a completed order’s share is the shop’s, the market’s and the tax office’s to the satang (L2)', () => {
  const rates = fc.record({
    vatRateBp: fc.integer({ min: 0, max: 2500 }),
    commissionRateBp: fc.integer({ min: 0, max: 3000 }),
  })
  const paid = fc.integer({ min: 0, max: 1_000_000_000 })
  const line = fc.record({ paidSatang: paid, platformSatang: paid })
  const lines = fc.array(line, { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 100_000 }), rates, (goods, shipping, at) => {
      const frozen = goods.map(({ paidSatang, platformSatang }) => {
        const worth = paidSatang + platformSatang
        const net = worth - vatWithin(worth, at.vatRateBp)
        return { commissionSatang: shareOf(net, at.commissionRateBp), vatRateBp: at.vatRateBp }
      })
      const totalSatang = sum(goods.map((one) => one.paidSatang)) + shipping
      const platformSatang = sum(goods.map((one) => one.platformSatang))
      const { entries } = completedJournal({ ...ORDER, totalSatang, platformSatang }, frozen)
      const on = (account: string) => entries.find((row) => row.account === account)?.amountSatang
      expect(balanceOf(entries)).toBe(0)
      expect(on('buyer_escrow')).toBe(totalSatang)
      expect(on('voucher_expense')).toBe(platformSatang)
      expect(-(on('shop_available:shp_1') ?? 0)).toBeGreaterThanOrEqual(shipping)
      expect(-(on('commission') ?? 0)).toBe(sum(frozen.map((row) => row.commissionSatang)))
    }),
  )
})

it('of 637.00, of which the market pays 37.00, with 27.90 commission the shop gets 607.15', () => {
  const order = { ...ORDER, totalSatang: 60_000, platformSatang: 3700 }
  const { entries } = completedJournal(order, [{ commissionSatang: 2790, vatRateBp: 700 }])
  expect(entries).toEqual([
    { account: 'buyer_escrow', amountSatang: 60_000 },
    { account: 'voucher_expense', amountSatang: 3700 },
    { account: 'shop_available:shp_1', amountSatang: -60_715 },
    { account: 'commission', amountSatang: -2790 },
    { account: 'vat_payable', amountSatang: -195 },
  ])
})

it('only baht are booked in baht', () => {
  expect(inBaht('THB', () => ['entry'])).toEqual(['entry'])
  expect(inBaht('USD', () => ['entry'])).toEqual([])
})
