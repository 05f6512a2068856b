import fc from 'fast-check'
import { expect, it } from 'vitest'
import { vatWithin } from '#src/common/money.ts'
import { taken } from '#src/order/chargeback/rules.ts'
import { commissionOn } from '#src/order/commission/rules.ts'
import { type FrozenLine, type RefundPart, refundParts, totalOf } from '#src/order/grant/rules.ts'
import {
  chargedBackJournals,
  completedJournal,
  grantedJournal,
  type Journal,
  paidJournal,
  refundedJournal,
} from '#src/order/ledger/rules.ts'
import { accountsOf, netOf, type OrderMoney } from '#src/order/statement/rules.ts'

const ORDER = { id: 'ord_1', groupId: 'grp_1', shopId: 'shp_1' }
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const upTo = (max: number) => fc.integer({ min: 0, max })

/** A line at any price, with any discount that anybody pays, at any rates. */
const line = fc
  .record({
    unit: upTo(1_000_000),
    quantity: fc.integer({ min: 1, max: 9 }),
    discountBp: upTo(10_000),
    platformBp: upTo(10_000),
    rateBp: upTo(3000),
    fixed: upTo(5000),
    vatRateBp: fc.constantFrom(0, 700, 1000),
  })
  .map(({ unit, quantity, discountBp, platformBp, rateBp, fixed, vatRateBp }) => {
    const lineTotalSatang = unit * quantity
    const discountSatang = Math.floor((lineTotalSatang * discountBp) / 10_000)
    const platformSatang = Math.floor((discountSatang * platformBp) / 10_000)
    const worth = lineTotalSatang - discountSatang + platformSatang
    const vatSatang = vatWithin(worth, vatRateBp)
    const rule = {
      ...{ id: 'cmr_1', shopId: null, categoryId: null, productId: null },
      ...{ rateBp, fixedSatang: fixed, minSatang: null, maxSatang: null },
      ...{ startsAtMs: 0, endsAtMs: 1 },
    }
    const sale = {
      ...{ shopId: 'shp_1', productId: 'prd_1', categoryIds: [] },
      ...{ quantity, baseSatang: worth - vatSatang, vatRateBp },
    }
    return {
      id: '',
      ...{ quantity, refundedQuantity: 0, lineTotalSatang, discountSatang, platformSatang },
      vatSatang,
      ...commissionOn(sale, rule, 0),
    }
  })

/** What happens to an order after it is paid, one thing after the other. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('refund' as const),
    line: upTo(9),
    quantity: upTo(9),
    sent: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('delivery' as const), sent: fc.boolean() }),
  fc.record({ kind: fc.constant('complete' as const) }),
  fc.record({
    kind: fc.constant('chargeback' as const),
    amount: upTo(10_000_000),
    fee: upTo(50_000),
  }),
)

it('captured is what the shop, the market, the tax office and banks have, what went back and what is held (L2, PO10)', () => {
  const shipping = fc.record({ shippingSatang: upTo(20_000), offBp: upTo(10_000) })
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      shipping,
      fc.array(step, { maxLength: 12 }),
      (made, sending, steps) => {
        const off = Math.floor((sending.shippingSatang * sending.offBp) / 10_000)
        const lines: FrozenLine[] = made.map((one, n) => ({ ...one, id: `oln_${n}` }))
        const goods = sum(lines.map((one) => one.lineTotalSatang - one.discountSatang))
        const order = {
          ...ORDER,
          status: 'delivered',
          totalSatang: goods + sending.shippingSatang - off,
          platformSatang: sum(lines.map((one) => one.platformSatang)) + off,
        }
        const journals: Journal[] = [paidJournal('grp_1', 'ord_1', order.totalSatang)]
        const parts: RefundPart[] = []
        const refunds: { amountSatang: number; status: string }[] = []
        const split = { refundedSatang: 0, chargedBackSatang: 0 }
        const back = () => {
          const { amountSatang: refundedSatang, ...rest } = totalOf(parts)
          return { ...rest, refundedSatang, chargedBackSatang: split.chargedBackSatang }
        }
        const give = (ask: Parameters<typeof refundParts>[0], sent: boolean) => {
          const refunded = parts.some(({ lineId }) => lineId === null)
          const delivery = {
            ...sending,
            discountSatang: off,
            platformSatang: off,
            vatSatang: 0,
            refunded,
          }
          const given = refundParts(ask, lines, delivery)
          const total = totalOf(given)
          const left = order.totalSatang - split.refundedSatang - split.chargedBackSatang
          // What the database would not take either.
          if (total.amountSatang === 0 || total.amountSatang > left) return
          parts.push(...given)
          for (const part of given) {
            const of = lines.find(({ id }) => id === part.lineId)
            if (of !== undefined) of.refundedQuantity += part.quantity
          }
          split.refundedSatang += total.amountSatang
          refunds.push({ amountSatang: total.amountSatang, status: sent ? 'succeeded' : 'pending' })
          if (order.status === 'completed') journals.push(grantedJournal('rfd_1', order, total))
          const refund = {
            id: 'rfd_1',
            groupId: 'grp_1',
            orderId: 'ord_1',
            amountSatang: total.amountSatang,
          }
          if (sent) journals.push(refundedJournal(refund))
        }
        let fees = 0
        for (const one of steps) {
          if (one.kind === 'complete' && order.status !== 'completed') {
            journals.push(completedJournal(order, lines, back()))
            order.status = 'completed'
          } else if (one.kind === 'refund') {
            const of = lines[one.line % lines.length]
            const quantity = Math.min(
              one.quantity,
              (of?.quantity ?? 0) - (of?.refundedQuantity ?? 0),
            )
            if (of === undefined || quantity === 0) continue
            give({ lines: [{ lineId: of.id, quantity }], shipping: false }, one.sent)
          } else if (one.kind === 'delivery' && !parts.some(({ lineId }) => lineId === null)) {
            give({ lines: [], shipping: true }, one.sent)
          } else if (one.kind === 'chargeback') {
            const leftSatang = order.totalSatang - split.refundedSatang - split.chargedBackSatang
            const spread = taken(one.amount, [{ orderId: 'ord_1', leftSatang, bornSatang: 0 }])
            const part = sum(spread.byOrder.map(({ amountSatang }) => amountSatang))
            split.chargedBackSatang += part
            fees += spread.unborneSatang + one.fee
            const orders = part === 0 ? [] : [{ order: { ...order }, amountSatang: part }]
            const ownSatang = spread.unborneSatang + one.fee
            journals.push(...chargedBackJournals('txn_1', 'grp_1', { orders, ownSatang }))
          }
        }
        const on = (account: string) =>
          sum(
            journals.flatMap(({ entries }) =>
              entries.filter((e) => e.account === account).map((e) => e.amountSatang),
            ),
          )
        const money: OrderMoney = { order, paid: true, lines, split, refunds, parts }
        const expected = accountsOf(money)
        for (const account of [
          ...['buyer_escrow', 'commission', 'vat_payable', 'voucher_expense'],
          'shop_available:shp_1',
        ]) {
          expect([account, on(account)]).toEqual([account, expected[account] ?? 0])
        }
        expect(on('psp_clearing')).toBe((expected.psp_clearing ?? 0) - fees)
        if (order.status === 'completed') expect(0 - on('shop_available:shp_1')).toBe(netOf(money))
        const sent = sum(
          refunds.filter(({ status }) => status === 'succeeded').map((r) => r.amountSatang),
        )
        expect(order.totalSatang).toBe(
          0 -
            on('shop_available:shp_1') -
            on('commission') -
            on('vat_payable') -
            on('voucher_expense') -
            on('buyer_escrow') +
            sent +
            split.chargedBackSatang,
        )
      },
    ),
    { numRuns: 3000 },
  )
}, 60_000)

it('an order that is unpaid stands on no account', () => {
  const order = { ...ORDER, status: 'paid', totalSatang: 5, platformSatang: 0 }
  const split = { refundedSatang: 0, chargedBackSatang: 0 }
  expect(accountsOf({ order, paid: false, lines: [], split, refunds: [], parts: [] })).toEqual({})
})
