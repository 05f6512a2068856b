import { sumSatang } from '#src/common/money.ts'
import type { Database } from '#src/database/database.ts'
import type { GroupCase, GroupService, Whose } from '../group/service.ts'
import type { LedgerService } from '../ledger/service.ts'
import { statementRows } from './repository.ts'
import { netOf } from './rules.ts'
import type { OrderStatement } from './schema.ts'

export type StatementDeps = { database: Database; groups: GroupService; ledger: LedgerService }

type Order = GroupCase['orders'][number]
type Rows = Awaited<ReturnType<typeof statementRows>>

/** What an order brings its shop, for the shop and for whoever keeps the books. */
export function createStatementService({ database, groups, ledger }: StatementDeps) {
  return {
    /**
     * The statement of an order, beside what the books say of it, for an operator or for the shop whose
     * order it is. Eight queries. @throws Problem `not_found`
     */
    async of(orderId: string, whose: Whose): Promise<OrderStatement> {
      const { found, order } = await groups.requireOrder(orderId, whose)
      const rows = await statementRows(database, orderId, order.groupId)
      return statementOf(found, order, rows, await ledger.ofOrder(orderId))
    },
  }
}

export type StatementService = ReturnType<typeof createStatementService>

function statementOf(
  { group, lines }: GroupCase,
  order: Order,
  { discounts, refunds, parts }: Rows,
  accounts: OrderStatement['accounts'],
): OrderStatement {
  const own = lines.filter(({ orderId }) => orderId === order.id)
  const paid = group.paymentStatus === 'paid'
  const { refundedSatang = 0, chargedBackSatang = 0 } = order
  const split = { refundedSatang, chargedBackSatang }
  const none = !paid || order.status === 'cancelled'
  return {
    orderId: order.id,
    number: order.number,
    status: order.status,
    release: none ? 'none' : order.status === 'completed' ? 'released' : 'to_release',
    goodsSatang: order.subtotalSatang,
    shippingSatang: order.shippingSatang,
    discounts: [...Map.groupBy(discounts, ({ kind }) => kind)].map(([kind, same]) => ({
      kind,
      amountSatang: sumSatang(same.map((row) => row.amountSatang)),
      shopSatang: sumSatang(same.map((row) => row.shopSatang)),
      platformSatang: sumSatang(same.map((row) => row.platformSatang)),
    })),
    paidSatang: order.totalSatang,
    platformSatang: order.platformSatang,
    lines: own.map((line) => ({
      lineId: line.id,
      sku: line.sku,
      quantity: line.quantity,
      refundedQuantity: line.refundedQuantity,
      lineTotalSatang: line.lineTotalSatang,
      discountSatang: line.discountSatang,
      ...(line.commissionRuleId === null ? {} : { commissionRuleId: line.commissionRuleId }),
      commissionRateBp: line.commissionRateBp,
      commissionBaseSatang: line.commissionBaseSatang,
      commissionSatang: line.commissionSatang,
      commissionVatSatang: line.commissionVatSatang,
    })),
    commissionSatang: sumSatang(own.map((line) => line.commissionSatang)),
    commissionVatSatang: sumSatang(own.map((line) => line.commissionVatSatang)),
    refunds: refunds.map((refund) => backOf(refund, parts)),
    ...split,
    netSatang: none ? 0 : netOf({ order, paid, lines: own, split, refunds, parts }),
    accounts,
  }
}

function backOf(refund: Rows['refunds'][number], parts: Rows['parts']) {
  const own = parts.filter(({ refundId }) => refundId === refund.id)
  return {
    id: refund.id,
    status: refund.status,
    reason: refund.note ?? refund.reason,
    amountSatang: refund.amountSatang,
    platformSatang: sumSatang(own.map((part) => part.platformSatang)),
    commissionSatang: sumSatang(own.map((part) => part.commissionSatang)),
    commissionVatSatang: sumSatang(own.map((part) => part.commissionVatSatang)),
    at: refund.createdAt.toISOString(),
  }
}
