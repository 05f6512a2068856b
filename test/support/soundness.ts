import { env } from 'cloudflare:workers'
import { eq, inArray, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '#src/database/database.ts'
import { ATTEMPT_MOVES } from '#src/order/payment/rules.ts'
import { GROUP_MOVES, ORDER_MOVES } from '#src/order/rules.ts'
import { durableFlashStocks } from '#src/services/flash-stock/durable-objects.ts'
import type { FlashStocks } from '#src/services/flash-stock/index.ts'
import type { Market } from './market.ts'
import { expectNewBuyer } from './new-buyers.ts'
import { replay } from './replay.ts'

/** Everything that the market knows of a group, read at once. */
export async function factsOf(db: Database, groupId: string) {
  const t = db.tables
  const of = { groups: t.orderGroups, orders: t.orders, lines: t.orderLines }
  const [group] = await db.select().from(of.groups).where(eq(of.groups.id, groupId))
  if (group === undefined) throw new RangeError('no such group')
  const orders = await db.select().from(of.orders).where(eq(of.orders.groupId, groupId))
  const lines = await db.select().from(of.lines).where(eq(of.lines.groupId, groupId))
  const history = await db.select().from(t.orderHistory).where(eq(t.orderHistory.groupId, groupId))
  const attempts = await db
    .select()
    .from(t.paymentAttempts)
    .where(eq(t.paymentAttempts.groupId, groupId))
  const [payment] = await db.select().from(t.payments).where(eq(t.payments.groupId, groupId))
  const splits = await db.select().from(t.paymentSplits).where(eq(t.paymentSplits.groupId, groupId))
  const refunds = await db.select().from(t.refunds).where(eq(t.refunds.groupId, groupId))
  const journals = await db
    .select()
    .from(t.ledgerJournals)
    .where(eq(t.ledgerJournals.groupId, groupId))
  const entries =
    journals.length === 0
      ? []
      : await db
          .select()
          .from(t.ledgerEntries)
          .where(
            inArray(
              t.ledgerEntries.journalId,
              journals.map(({ id }) => id),
            ),
          )
  const parts = await db
    .select()
    .from(t.refundLines)
    .where(
      inArray(
        t.refundLines.orderId,
        orders.map(({ id }) => id),
      ),
    )
  const chargebacks = await db
    .select()
    .from(t.chargebacks)
    .where(eq(t.chargebacks.groupId, groupId))
  const paid = { payment, splits, refunds, parts, chargebacks }
  return { group, orders, lines, history, attempts, journals, entries, ...paid }
}

export type Facts = Awaited<ReturnType<typeof factsOf>>

/**
 * Checks every promise about money and stock that must hold for a group at any moment: S1, P1, P9,
 * P10, L1, L2, L7. Answers what was read, for what a test wants to know beyond.
 */
export async function expectSound(db: Database, market: Market, groupId: string): Promise<Facts> {
  const facts = await expectSoundRows(db, groupId)
  expectProvider(market, facts)
  return facts
}

/** The same by what is stored alone, where another provider stands behind the market. */
export async function expectSoundRows(db: Database, groupId: string): Promise<Facts> {
  const facts = await factsOf(db, groupId)
  expectHistory(facts)
  expectMoney(facts)
  expectRefunds(facts)
  for (const order of facts.orders) expectBooks(facts, order)
  await expectBalances(db)
  await expectVouchers(db, facts)
  await expectNewBuyer(db, groupId)
  await expectParcels(db, facts)
  await expectStock(db, facts)
  for (const itemId of await expectTakes(db, facts)) await expectCampaign(db, itemId)
  return facts
}

function expectHistory({ group, orders, attempts, history }: Facts): void {
  const of = (id: string) =>
    history.filter(({ aggregateId }) => aggregateId === id).sort((a, b) => a.version - b.version)
  for (const { id, version, status } of [
    { ...group, status: group.paymentStatus },
    ...orders,
    ...attempts,
  ]) {
    const own = of(id)
    expect(own.map((row) => row.version)).toEqual(own.map((_, index) => index + 1))
    expect(own.at(-1)).toMatchObject({ version, toStatus: status })
    own.slice(1).forEach((row, index) => {
      expect(row.fromStatus).toBe(own[index]?.toStatus)
    })
    const paid = own.filter(
      ({ toStatus, fromStatus }) => toStatus === 'paid' && ![null, 'paid'].includes(fromStatus),
    )
    expect(paid.length).toBeLessThanOrEqual(1)
  }
  expect(replay(GROUP_MOVES, of(group.id))).toBe(group.paymentStatus)
  for (const { id, status } of orders) expect(replay(ORDER_MOVES, of(id))).toBe(status)
  for (const { id, status } of attempts) expect(replay(ATTEMPT_MOVES, of(id))).toBe(status)
  const open = attempts.filter(({ openGroupId }) => openGroupId !== null)
  const mayBeOpen = ['pending_payment', 'cod'].includes(group.paymentStatus)
  expect(open.length, 'open attempts').toBeLessThanOrEqual(mayBeOpen ? 1 : 0)
  expect(attempts.filter(({ status }) => status === 'succeeded').length).toBeLessThanOrEqual(1)
}

function expectMoney(facts: Facts): void {
  const { group, orders, payment, splits, refunds, journals, entries, chargebacks } = facts
  const paid = group.paymentStatus === 'paid'
  expect(payment?.capturedSatang).toBe(paid ? group.totalSatang : 0)
  expect(sum(orders.map(({ totalSatang }) => totalSatang))).toBe(group.totalSatang)
  expect(sum(splits.map(({ amountSatang }) => amountSatang))).toBe(group.totalSatang)
  expect(sum(splits.map(({ capturedSatang }) => capturedSatang))).toBe(payment?.capturedSatang)
  for (const journal of journals) {
    expect(journal.sealed, journal.event).toBe(true)
    const own = entries.filter(({ journalId }) => journalId === journal.id)
    expect(own.length).toBeGreaterThanOrEqual(2)
    expect(sum(own.map(({ amountSatang }) => amountSatang))).toBe(0)
  }
  // What the provider holds for us: every order's share, less what was sent back of it, what was put
  // aside and not yet sent back, less what banks took back and the fees of that.
  const inBaht = refunds.filter(({ currency }) => currency === 'THB')
  const aside = inBaht.filter(({ orderId, status }) => orderId === null && status !== 'succeeded')
  const back = inBaht.filter(({ orderId, status }) => orderId !== null && status === 'succeeded')
  const taken = sum(chargebacks.map((one) => one.withdrawnSatang + one.feeSatang))
  expect(on(entries, 'psp_clearing')).toBe(
    (paid ? group.totalSatang : 0) + amountOf(aside) - amountOf(back) - taken,
  )
}

/** P9: what goes back is within what came, by line, by order and by charge, and each of it has a refund. */
function expectRefunds({ group, orders, payment, splits, refunds, lines, parts }: Facts): void {
  const granted = refunds.filter(({ orderId }) => orderId !== null)
  expect(payment?.refundedSatang).toBe(amountOf(granted))
  expect(amountOf(granted)).toBeLessThanOrEqual(payment?.capturedSatang ?? 0)
  for (const { orderId, capturedSatang, refundedSatang, chargedBackSatang } of splits) {
    const own = granted.filter((refund) => refund.orderId === orderId)
    expect(refundedSatang).toBe(amountOf(own))
    expect(refundedSatang + chargedBackSatang).toBeLessThanOrEqual(capturedSatang)
    const order = orders.find(({ id }) => id === orderId)
    const pieces = amountOf(parts.filter((part) => part.orderId === orderId))
    const gone = group.paymentStatus === 'paid' && order?.status === 'cancelled'
    expect(refundedSatang, 'a cancelled order’s whole share').toBe(
      gone ? order.totalSatang - chargedBackSatang : pieces,
    )
  }
  for (const { id, amountSatang, reason } of granted) {
    if (reason !== 'granted') continue
    expect(amountOf(parts.filter(({ refundId }) => refundId === id))).toBe(amountSatang)
  }
  for (const line of lines) {
    const own = parts.filter(({ lineId }) => lineId === line.id)
    expect(sum(own.map(({ quantity }) => quantity))).toBe(line.refundedQuantity)
    expect(line.refundedQuantity).toBeLessThanOrEqual(line.quantity)
    if (line.refundedQuantity < line.quantity) continue
    expect(amountOf(own)).toBe(line.lineTotalSatang - line.discountSatang)
    for (const share of ['platformSatang', 'vatSatang', 'commissionSatang'] as const) {
      expect(sum(own.map((part) => part[share]))).toBe(line[share])
    }
  }
}

/**
 * L2: an order's money is in escrow until it goes back, or to the shop, the market and the tax office;
 * what goes back is in escrow until it is sent.
 */
function expectBooks(facts: Facts, order: Order): void {
  const { id, groupId, shopId, status, totalSatang, platformSatang } = order
  const journals = facts.journals.filter(({ orderId }) => orderId === id)
  const entries = facts.entries.filter(({ journalId }) =>
    journals.some((journal) => journal.id === journalId),
  )
  const paid = facts.group.id === groupId && facts.group.paymentStatus === 'paid'
  const split = facts.splits.find(({ orderId }) => orderId === id)
  const back = facts.refunds.filter(({ orderId }) => orderId === id)
  const unsent = amountOf(back.filter((refund) => refund.status !== 'succeeded'))
  const left = totalSatang - (split?.refundedSatang ?? 0) - (split?.chargedBackSatang ?? 0)
  const completed = status === 'completed'
  expect(on(entries, 'buyer_escrow'), 'in escrow').toBe(
    paid ? 0 - unsent - (completed ? 0 : left) : 0,
  )
  const parts = facts.parts.filter(({ orderId }) => orderId === id)
  const platform = platformSatang - sum(parts.map((part) => part.platformSatang))
  const earned = ['commission', 'vat_payable', `shop_available:${shopId}`].map((account) =>
    on(entries, account),
  )
  expect(sum(earned), 'paid out').toBe(completed ? 0 - left - platform : 0)
  expect(on(entries, 'voucher_expense')).toBe(completed ? platform : 0)
  const lines = facts.lines.filter(({ orderId }) => orderId === id)
  const frozen = (share: 'commissionSatang' | 'commissionVatSatang') =>
    sum(lines.map((line) => line[share])) - sum(parts.map((part) => part[share]))
  expect(on(entries, 'commission')).toBe(completed ? 0 - frozen('commissionSatang') : 0)
  expect(on(entries, 'vat_payable')).toBe(completed ? 0 - frozen('commissionVatSatang') : 0)
}

/** L7: what stands on each account is what its entries come to, and all accounts together to nothing. */
async function expectBalances(db: Database): Promise<void> {
  const { ledgerBalances: b, ledgerEntries: e } = db.tables
  const amount = (column: typeof b.amountSatang | typeof e.amountSatang) =>
    sql<number>`sum(${column})`.mapWith(Number)
  // In one write's view: other suites may post meanwhile.
  const [kept, posted] = await db.together(
    db
      .select({ account: b.account, amount: amount(b.amountSatang) })
      .from(b)
      .groupBy(b.account),
    db
      .select({ account: e.account, amount: amount(e.amountSatang) })
      .from(e)
      .groupBy(e.account),
  )
  const byAccount = (rows: typeof kept) =>
    Object.fromEntries(
      rows.filter((row) => row.amount !== 0).map((row) => [row.account, row.amount]),
    )
  expect(byAccount(kept)).toEqual(byAccount(posted))
  expect(sum(kept.map((row) => row.amount))).toBe(0)
}

/**
 * S7: what a voucher took off is stored once, line by line with its payers; its use is where the group
 * is, and its counts are the uses that stand.
 */
async function expectVouchers(
  db: Database,
  { group, orders, lines, history }: Facts,
): Promise<void> {
  const { vouchers, voucherUses, discounts } = db.tables
  const taken = await db.select().from(discounts).where(eq(discounts.groupId, group.id))
  const uses = await db.select().from(voucherUses).where(eq(voucherUses.groupId, group.id))
  const of = (id: string, by: 'orderId' | 'lineId' | 'voucherId') =>
    taken.filter((row) => row[by] === id)
  for (const { id, discountSatang, platformSatang } of orders) {
    expect(amountOf(of(id, 'orderId'))).toBe(discountSatang)
    expect(sum(of(id, 'orderId').map((row) => row.platformSatang))).toBe(platformSatang)
  }
  for (const { id, discountSatang, platformSatang } of lines) {
    expect(amountOf(of(id, 'lineId'))).toBe(discountSatang)
    expect(sum(of(id, 'lineId').map((row) => row.platformSatang))).toBe(platformSatang)
  }
  expect(uses.map(({ voucherId }) => voucherId).sort()).toEqual(
    group.vouchers.map(({ id }) => id).sort(),
  )
  const unpaid = group.paymentStatus === 'pending_payment' ? 'reserved' : 'released'
  for (const { voucherId, amountSatang, state } of uses) {
    expect(amountSatang).toBe(amountOf(of(voucherId, 'voucherId')))
    const used = group.vouchers.find(({ id }) => id === voucherId)
    const left = orders.some(
      ({ id, status }) => status !== 'cancelled' && used?.orderIds.includes(id),
    )
    const kept = left ? 'used' : 'restored'
    expect(state).toBe(wasSold(history, group.id) ? kept : unpaid)
    const all = await db.select().from(voucherUses).where(eq(voucherUses.voucherId, voucherId))
    const stand = all.filter((use) => use.state === 'reserved' || use.state === 'used')
    const [voucher] = await db.select().from(vouchers).where(eq(vouchers.id, voucherId))
    expect(voucher?.taken).toBe(stand.length)
  }
}

/** A line of a flash sale has its take, where the group is; answers the items that were taken from. */
async function expectTakes(db: Database, { group, lines, history }: Facts): Promise<string[]> {
  const { flashTakes } = db.tables
  const takes = await db.select().from(flashTakes).where(eq(flashTakes.groupId, group.id))
  const flash = lines.filter(({ flashItemId }) => flashItemId !== null)
  const of = ({ quantity, ...row }: { itemId: string | null; quantity: number }) =>
    `${row.itemId} ${quantity}`
  expect(takes.map(of).sort()).toEqual(
    flash.map(({ flashItemId: itemId, quantity }) => of({ itemId, quantity })).sort(),
  )
  const sold = wasSold(history, group.id)
  const unpaid = group.paymentStatus === 'pending_payment' ? 'reserved' : 'released'
  for (const { state } of takes) expect(state).toBe(sold ? 'sold' : unpaid)
  return takes.map(({ itemId }) => itemId)
}

/**
 * Quota = left + reserved + sold + returned, each the sum of its takes; each buyer's count is theirs
 * and within the limit; and what is carved out of the ordinary stock is what is left. Answers what is.
 */
export async function expectCampaign(db: Database, itemId: string): Promise<number> {
  const { flashSaleItems, flashTakes, flashBuyers, stockMovements } = db.tables
  const [item] = await db.select().from(flashSaleItems).where(eq(flashSaleItems.id, itemId))
  if (item === undefined) throw new RangeError('no such item of a flash sale')
  const takes = await db.select().from(flashTakes).where(eq(flashTakes.itemId, itemId))
  const unitsOf = (rows: typeof takes) => sum(rows.map(({ quantity }) => quantity))
  const inState = (...states: string[]) => takes.filter(({ state }) => states.includes(state))
  expect(item.reserved).toBe(unitsOf(inState('reserved')))
  expect(item.sold).toBe(unitsOf(inState('sold')))
  const left = item.quota - item.reserved - item.sold - item.returned
  expect(left).toBeGreaterThanOrEqual(0)
  for (const { holder, taken, most } of await db
    .select()
    .from(flashBuyers)
    .where(eq(flashBuyers.itemId, itemId))) {
    const own = inState('reserved', 'sold').filter(
      (take) => take.holder === holder || take.otherHolder === holder,
    )
    expect(taken).toBe(unitsOf(own))
    expect(taken).toBeLessThanOrEqual(most)
  }
  const moved = await db
    .select()
    .from(stockMovements)
    .where(eq(stockMovements.variantId, item.variantId))
  const ours = new Set(takes.map(({ groupId }) => groupId))
  const carved = moved
    .filter(({ reason }) => reason.startsWith('campaign_'))
    .filter(({ refId }) => refId.startsWith(`${itemId}.`) || ours.has(refId))
  expect(sum(carved.map(({ reservedDelta }) => reservedDelta)), 'carved out').toBe(left)
  return left
}

/** S8: an item's object has left what the database has left, and holds nothing that it does not know of. */
export async function expectNoDrift(
  db: Database,
  itemId: string,
  stocks: FlashStocks = durableFlashStocks(env.FLASH_STOCK),
): Promise<void> {
  const { flashSaleItems } = db.tables
  const [item] = await db.select().from(flashSaleItems).where(eq(flashSaleItems.id, itemId))
  const left = await expectCampaign(db, itemId)
  const count = await stocks(itemId).reconcile([], 0, false)
  expect(count).toEqual({
    received: (item?.quota ?? 0) - (item?.returned ?? 0),
    left,
    kept: (item?.reserved ?? 0) + (item?.sold ?? 0),
    pending: 0,
  })
}

/** CI5, OR4: what is in parcels is what was sent of each line, and an order's state and dates agree with it. */
async function expectParcels(
  db: Database,
  { group, orders, lines, history }: Facts,
): Promise<void> {
  const { parcels, parcelLines } = db.tables
  const sent = await db.select().from(parcels).where(eq(parcels.groupId, group.id))
  const ids = sent.map(({ id }) => id)
  const packed =
    ids.length === 0
      ? []
      : await db.select().from(parcelLines).where(inArray(parcelLines.parcelId, ids))
  for (const line of lines) {
    const own = packed.filter(({ lineId }) => lineId === line.id)
    expect(sum(own.map(({ quantity }) => quantity)), 'sent of a line').toBe(line.sentQuantity)
    expect(line.sentQuantity).toBeLessThanOrEqual(line.quantity)
  }
  for (const { id, status, shipBy, dueAt } of orders) {
    const own = lines.filter(({ orderId }) => orderId === id)
    const arrived = sent.filter(({ orderId }) => orderId === id)
    const nothingLeft = own.every(
      ({ quantity, sentQuantity, refundedQuantity }) => quantity <= sentQuantity + refundedQuantity,
    )
    const gone = ['shipped', 'delivered', 'completed'].includes(status)
    const dropped = history.some(
      ({ aggregateId, event }) => aggregateId === id && event.startsWith('rest_dropped'),
    )
    const whole = (nothingLeft || dropped) && arrived.length > 0
    expect(whole, `all of it is sent or goes back when ${status}`).toBe(gone)
    const here = arrived.every(({ deliveredAt }) => deliveredAt !== null)
    if (status === 'delivered' || status === 'completed') expect(here, 'delivered').toBe(true)
    if (status === 'shipped') expect(here, 'on its way').toBe(false)
    if (status === 'cancelled') expect(arrived, 'sent of what is cancelled').toEqual([])
    const toSend = ['paid', 'processed', 'cancel_requested', 'shipped', 'delivered', 'completed']
    if (toSend.includes(status)) expect(shipBy, 'a date to send it by').not.toBeNull()
    const waits = ['paid', 'cancel_requested', 'shipped', 'delivered'].includes(status)
    const ends = waits || (status === 'processed' && arrived.length === 0)
    expect(dueAt !== null, `an end of ${status}`).toBe(ends)
  }
}

type Order = Facts['orders'][number]
type Entries = Facts['entries']
const on = (entries: Entries, account: string): number =>
  amountOf(entries.filter((entry) => entry.account === account))
const amountOf = (rows: readonly { amountSatang: number }[]): number =>
  sum(rows.map(({ amountSatang }) => amountSatang))

async function expectStock(db: Database, { group, orders, lines, history }: Facts): Promise<void> {
  const { stockLevels, stockMovements, stockReservations } = db.tables
  const ids = [...new Set(lines.map(({ variantId }) => variantId))]
  const levels = await db.select().from(stockLevels).where(inArray(stockLevels.variantId, ids))
  const moved = await db.select().from(stockMovements).where(inArray(stockMovements.variantId, ids))
  for (const { variantId, onHand, reserved } of levels) {
    const own = moved.filter((movement) => movement.variantId === variantId)
    expect({ onHand, reserved }).toEqual({
      onHand: sum(own.map(({ onHandDelta }) => onHandDelta)),
      reserved: sum(own.map(({ reservedDelta }) => reservedDelta)),
    })
    expect(onHand - reserved).toBeGreaterThanOrEqual(0)
  }
  const holds = await db
    .select()
    .from(stockReservations)
    .where(eq(stockReservations.groupId, group.id))
  const sold = wasSold(history, group.id)
  const ended = group.paymentStatus === 'pending_payment' ? 'held' : 'released'
  expect(new Set(holds.map(({ state }) => state))).toEqual(new Set([sold ? 'claimed' : ended]))
  expect(holds).toHaveLength(ids.length)
  // What a cancelled order had sold stands on the shelf again, once, and nothing else of the group does.
  for (const { id, status } of orders) {
    const back = moved.filter(({ refId, reason }) => refId === id && reason === 'restocked')
    const own = lines.filter(({ orderId }) => orderId === id)
    expect(sum(back.map(({ onHandDelta }) => onHandDelta)), 'restocked').toBe(
      sold && status === 'cancelled' ? sum(own.map(({ quantity }) => quantity)) : 0,
    )
  }
}

function expectProvider({ provider: { simulation } }: Market, { attempts, refunds }: Facts): void {
  for (const { id } of attempts) {
    const intents = simulation.intents.list().filter(({ wire }) => wire.metadata.attempt_id === id)
    expect(intents.length, 'charges of one attempt').toBeLessThanOrEqual(1)
    for (const { wire } of intents) {
      const sent = simulation.refunds
        .list()
        .filter(({ wire: { payment_intent: of, status } }) => of === wire.id && status !== 'failed')
      const ours = refunds.filter(({ chargeRef }) => chargeRef === wire.id)
      expect(sent.length, 'refunds of one charge').toBeLessThanOrEqual(ours.length)
      const back = sum(sent.map((refund) => refund.wire.amount))
      expect(back).toBeLessThanOrEqual(wire.amount_received)
    }
  }
}

/** Whether the group's goods were sold, whatever became of it since. */
const wasSold = (history: Facts['history'], groupId: string): boolean =>
  history.some(
    ({ aggregateId, event }) =>
      aggregateId === groupId && (event === 'paid' || event === 'cod_accepted'),
  )

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
