import type { Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { Log } from '#src/common/log.ts'
import { sumSatang } from '#src/common/money.ts'
import { Problem } from '#src/common/problem.ts'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Database } from '#src/database/database.ts'
import { type Claim, idempotently, type StoredAnswer } from '#src/database/idempotency.ts'
import { isCheck, isStale } from '#src/database/portable.ts'
import type { EventOf, GroupCase, GroupService, Joined } from '../group/service.ts'
import { grantedJournal, type TakenBack } from '../ledger/rules.ts'
import type { LedgerService } from '../ledger/service.ts'
import type { ParcelService } from '../parcel/service.ts'
import type { PaymentService } from '../payment/service.ts'
import type { RefundService } from '../refund/service.ts'
import { keyedRequest } from '../rules.ts'
import { deliveryDiscounts, insertParts, partsOf, refundWithParts } from './repository.ts'
import { type Ask, endsSending, refundParts, totalOf } from './rules.ts'
import type { GrantRefund, Refund } from './schema.ts'

export type GrantDeps = {
  database: Database
  clock: Clock
  log: Log
  sleep(ms: number): Promise<void>
  groups: GroupService
  payments: PaymentService
  ledger: LedgerService
  refunds: RefundService
  parcels: Pick<ParcelService, 'allArrived'>
}

/** Who grants a refund: an operator of any order, or who works for a shop of that shop's orders. */
export type Granter = { actor: 'operator'; userId: string } | { actor: 'seller'; scope: ShopScope }

type Order = GroupCase['orders'][number]

/** What of an order goes back to its buyer: decided here, sent by `refund`. */
export function createGrantService(deps: GrantDeps) {
  const { database, log, groups, payments, ledger, refunds, parcels } = deps
  const { tables } = database

  /** What of an order was taken out of its frozen amounts before. One query. */
  async function takenBack(order: Order): Promise<TakenBack> {
    const { amountSatang, ...rest } = totalOf(await partsOf(database, order.id))
    return {
      ...rest,
      refundedSatang: amountSatang,
      chargedBackSatang: order.chargedBackSatang ?? 0,
    }
  }

  // With the last that was to be sent, an order goes on as it would with its last parcel.
  const eventOf =
    (ask: Ask): EventOf =>
    async ({ lines }, { id, status }) => {
      const own = lines.filter(({ orderId }) => orderId === id)
      if (!endsSending(status, own, ask.lines)) return 'refunded'
      return (await parcels.allArrived(id)) ? 'rest_refunded_arrived' : 'rest_refunded'
    }

  /**
   * What joins the write that moves an order when a part of it goes back: the refund, its lines, and,
   * once the order is completed, the entries that take it back from shop, market and tax office.
   */
  const granting =
    (refundId: string, by: string, ask: Ask, note: string, claim?: Claim): Joined =>
    async ({ group, lines }, order, at) => {
      if (group.paymentStatus !== 'paid') {
        throw new Problem('transition_refused', { detail: 'its cash has not been remitted yet' })
      }
      const own = lines.filter(({ orderId }) => orderId === order.id)
      const [paidBy, before, off] = await Promise.all([
        payments.paidBy(group.id),
        partsOf(database, order.id),
        deliveryDiscounts(database, order),
      ])
      const parts = refundParts(ask, own, {
        shippingSatang: order.shippingSatang,
        discountSatang: sumSatang(off.map(({ amountSatang }) => amountSatang)),
        platformSatang: sumSatang(off.map(({ platformSatang }) => platformSatang)),
        vatSatang: order.vatSatang - sumSatang(own.map(({ vatSatang }) => vatSatang)),
        refunded: before.some(({ lineId }) => lineId === null),
      })
      const total = totalOf(parts)
      // What the market paid in the buyer's place comes back to the market, if nothing else does; and
      // what was a gift of its shop can still be the rest that will not come.
      const moves = total.amountSatang > 0 || total.platformSatang > 0
      if (!moves && !endsSending(order.status, own, ask.lines)) {
        throw new Problem('transition_refused', { detail: 'nobody paid anything for it' })
      }
      const { id: orderId, groupId } = order
      const refund = { id: refundId, groupId, orderId, amountSatang: total.amountSatang }
      return (q, move) => [
        ...(claim === undefined ? [] : [claim(q, refundId)]),
        ...move,
        ...refunds.grantPart(q, { ...refund, grantedBy: by, note, at }, paidBy),
        ...insertParts(q, tables, { refundId, orderId }, parts, own),
        ...(order.status === 'completed'
          ? ledger.post(q, grantedJournal(refundId, order, total), at)
          : []),
      ]
    }

  async function view(refundId: string): Promise<Refund> {
    const found = await refundWithParts(database, refundId)
    if (found === undefined) throw new Problem('not_found')
    const { refund, parts } = found
    return {
      id: refund.id,
      ...(refund.orderId === null ? {} : { orderId: refund.orderId }),
      status: refund.status,
      amountSatang: refund.amountSatang,
      ...(refund.note === null ? {} : { reason: refund.note }),
      parts: parts.map(({ id: _, refundId: __, orderId: ___, lineId, ...amounts }) => ({
        ...(lineId === null ? {} : { lineId }),
        ...amounts,
      })),
      createdAt: refund.createdAt.toISOString(),
    }
  }

  return {
    takenBack,
    granting,

    /**
     * Gives a part of an order's money back: pieces of its lines with their shares of discount, VAT and
     * commission, and its delivery if that is asked for. Once under its key; under any race no more than
     * was paid, by line and by order (P9). Pieces that are not sent yet go back first; with the last of
     * them an order of which some was sent is on its way, or delivered.
     * @throws Problem `not_found`, `limit_reached`, `transition_refused`, `conflict`
     */
    async grant(
      by: Granter,
      orderId: string,
      { reason, ...ask }: GrantRefund,
      { key }: { key: string },
    ): Promise<StoredAnswer> {
      const seller = by.actor === 'seller'
      const { found } = await groups.requireOrder(orderId, seller ? by.scope : 'of any shop')
      const userId = seller ? by.scope.userId : by.userId
      const route = `${by.actor}/orders/${orderId}/refunds`
      const sender = { userId, token: null }
      const request = await keyedRequest(sender, route, key, { reason, ...ask })
      return await idempotently(deps, request, {
        begin: async (claim) => {
          const refundId = newId('rfd')
          const joined = granting(refundId, userId, ask, reason, claim)
          try {
            const { actor } = by
            const mover = { actor, userId, refunded: ask.lines }
            await groups.advance(found, orderId, eventOf(ask), mover, joined)
          } catch (error) {
            throw refusal(error)
          }
          refunds.runSoon()
          return refundId
        },
        finish: async (refundId) => ({ status: 201, body: await view(refundId) }),
      })
    },

    /**
     * Sends a refund that failed once more, once under its key. What goes back was decided when it was
     * granted: neither pieces nor shares are touched. Not while the payer's bank has taken the same
     * money from us: its payer would have it twice. @throws Problem `not_found`, `transition_refused`
     */
    async retry(userId: string, id: string, { key }: { key: string }): Promise<StoredAnswer> {
      const sender = { userId, token: null }
      const request = await keyedRequest(sender, `operator/refunds/${id}/retry`, key, {})
      return await idempotently(deps, request, {
        begin: async (claim) => {
          const found = await refundWithParts(database, id)
          if (found === undefined) throw new Problem('not_found')
          const { refund } = found
          if (refund.status !== 'failed') throw notFailed()
          if (await refunds.isTakenByBank(refund)) {
            throw new Problem('transition_refused', {
              detail: 'a bank has taken its money already',
            })
          }
          try {
            await database.atomically((q) => [claim(q, id), refunds.tryAgain(q, refund)])
          } catch (error) {
            throw isStale(error) ? notFailed() : error
          }
          log.info('refund.retried', { refundId: id, operatorId: userId })
          refunds.runSoon()
          return id
        },
        finish: async (refundId) => ({ status: 200, body: await view(refundId) }),
      })
    },
  }
}

// Also of one that somebody tried again in this moment.
const notFailed = () => new Problem('transition_refused', { detail: 'it has not failed' })

// What the database itself would not have go back: a bank took it, or it went before.
function refusal(error: unknown): unknown {
  return isCheck(error, 'payment_splits_refunded') || isCheck(error, 'payments_refunded')
    ? new Problem('transition_refused', { detail: 'more than is left of what was captured' })
    : error
}

export type GrantService = ReturnType<typeof createGrantService>
