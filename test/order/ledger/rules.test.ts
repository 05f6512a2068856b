import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shareOf, vatWithin } from '#src/common/money.ts'
import {
  balanceOf,
  completedJournal,
  grantedJournal,
  inBaht,
  paidJournal,
  putAsideJournal,
  refundedJournal,
  returnedJournal,
} from '#src/order/ledger/rules.ts'

const ORDER = { id: 'ord_1', groupId: 'grp_1', shopId: 'shp_1' }
const NOTHING = {
  refundedSatang: 0,
  platformSatang: 0,
  commissionSatang: 0,
  commissionVatSatang: 0,
  chargedBackSatang: 0,
}
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
    completedJournal({ ...ORDER, totalSatang: 1, platformSatang: 0 }, [], NOTHING),
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
        const commissionSatang = shareOf(net, at.commissionRateBp)
        return { commissionSatang, commissionVatSatang: shareOf(commissionSatang, at.vatRateBp) }
      })
      const totalSatang = sum(goods.map((one) => one.paidSatang)) + shipping
      const platformSatang = sum(goods.map((one) => one.platformSatang))
      const { entries } = completedJournal(
        { ...ORDER, totalSatang, platformSatang },
        frozen,
        NOTHING,
      )
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
  const { entries } = completedJournal(
    order,
    [{ commissionSatang: 2790, commissionVatSatang: 195 }],
    NOTHING,
  )
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

it('what goes back before and after completion leaves the same on every account (L2, PO6)', () => {
  const share = fc.integer({ min: 0, max: 1_000_000 })
  const part = fc.record({
    amountSatang: share,
    platformSatang: share,
    commissionSatang: share,
    commissionVatSatang: share,
  })
  fc.assert(
    fc.property(part, part, (whole, back) => {
      const order = {
        ...ORDER,
        totalSatang: whole.amountSatang,
        platformSatang: whole.platformSatang,
      }
      const lines = [whole]
      const { amountSatang: refundedSatang, ...rest } = back
      const before = completedJournal(order, lines, { ...NOTHING, ...rest, refundedSatang })
      const after = [
        ...completedJournal(order, lines, NOTHING).entries,
        ...grantedJournal('rfd_1', order, back).entries,
      ]
      expect(balanceOf(after)).toBe(0)
      for (const account of new Set(after.map((entry) => entry.account))) {
        const on = (entries: typeof after) =>
          sum(entries.filter((e) => e.account === account).map((e) => e.amountSatang))
        // What goes back before is still in escrow; afterwards it is there again.
        expect(on(after)).toBe(on([...before.entries]))
      }
    }),
  )
})
