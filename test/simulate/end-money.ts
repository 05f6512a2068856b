import { eq } from 'drizzle-orm'
import type { Placed } from './model.ts'
import { demand } from './violation.ts'
import type { World } from './world.ts'

/** P5, P7, P8, S6, P13: every satang that came is a paid group's or went back, once, and is booked. */
export async function judgeMoney({ db, provider }: World): Promise<void> {
  const t = db.tables
  const attempts = await db.select().from(t.paymentAttempts)
  const groups = await db.select().from(t.orderGroups)
  const splits = await db.select().from(t.paymentSplits)
  const entries = await db
    .select()
    .from(t.ledgerEntries)
    .where(eq(t.ledgerEntries.account, 'psp_clearing'))
  const refunds = await db.select().from(t.refunds)
  let holds = 0
  const chargesOf = Map.groupBy(provider.charges.values(), ({ attemptId }) => attemptId)
  for (const [attemptId, charges] of chargesOf) {
    demand('P7 one charge for each try', charges.length === 1, () => ({ attemptId, charges }))
  }
  for (const charge of provider.charges.values()) {
    const attempt = attempts.find(({ id }) => id === charge.attemptId)
    const group = groups.find(({ id }) => id === attempt?.groupId)
    const back = provider.backOf(charge.providerRef)
    holds += charge.receivedSatang - back - provider.takenOf(charge.providerRef)
    const pays = attempt?.status === 'succeeded' && group?.paymentStatus === 'paid'
    const granted = splits
      .filter(({ groupId }) => groupId === group?.id)
      .reduce((sum, { refundedSatang }) => sum + refundedSatang, 0)
    const kept = refunds
      .filter(({ chargeRef, status }) => chargeRef === charge.providerRef && status === 'failed')
      .reduce((sum, { amountSatang }) => sum + amountSatang, 0)
    const all = back + kept
    const detail = () => ({ charge, back, kept, granted, group: group?.paymentStatus })
    if (pays) {
      demand('P5', charge.receivedSatang === charge.ordered, detail)
      demand('P9', all === granted, detail)
    } else demand('S6 money that pays nothing goes back', all === charge.receivedSatang, detail)
    const taken = provider.takenOf(charge.providerRef)
    const twice = all + taken > charge.receivedSatang
    demand('P9 only what its payer has from the bank stays', kept === 0 || twice, detail)
  }
  const booked = entries.reduce((sum, { amountSatang }) => sum + amountSatang, 0)
  demand('P13 the books hold what the provider holds', booked === holds, () => ({ booked, holds }))
}

/** P9, P7: what goes back is granted, comes to its buyer once, and is no more than came or was bought. */
export async function judgeRefunds({ db, provider, model }: World): Promise<void> {
  const rows = await db.select().from(db.tables.refunds)
  const sentOf = Map.groupBy(provider.refunds.values(), ({ id }) => id)
  for (const row of rows) {
    const sent = sentOf.get(row.providerKey) ?? []
    const [only] = sent
    const { chargeRef, amountSatang } = row
    const nothing = amountSatang === 0 && row.status === 'succeeded' && sent.length === 0
    const arrived =
      row.status === 'succeeded' &&
      sent.length === 1 &&
      only?.status === 'succeeded' &&
      only.amountSatang === amountSatang &&
      only.chargeRef === chargeRef
    // Whether a bank has it is asked of each charge.
    const stays = row.status === 'failed' && sent.every(({ status }) => status === 'failed')
    demand('P9 what is granted arrives once', nothing || arrived || stays, () => ({ row, sent }))
  }
  for (const [id, sent] of sentOf) {
    // An earlier try of one that was sent again brought nothing.
    const known = rows.some((row) => row.providerKey === id)
    const failed = sent.every(({ status }) => status === 'failed')
    demand('P9 nothing goes back that nobody granted', known || failed, () => sent)
  }
  for (const charge of provider.charges.values()) {
    const back = provider.backOf(charge.providerRef)
    demand('P9 no more goes back than came', back <= charge.receivedSatang, () => ({
      charge,
      back,
    }))
  }
  for (const told of model.given.values()) {
    const row = rows.find(({ id }) => id === told.id)
    const same = row?.amountSatang === told.amountSatang && row.orderId === told.orderId
    demand('P9 what was said to go back goes back', same, () => ({ told, row }))
  }
  const parts = [...model.given.values()].flatMap((told) => told.parts)
  for (const line of [...model.groups.values()].flatMap(linesOf)) {
    const own = parts.filter(({ lineId }) => lineId === line.id)
    const told = own.reduce((sum, { quantity }) => sum + quantity, 0)
    demand('P9 no piece goes back twice', told <= line.quantity, () => ({ line, told }))
  }
}

/** PW8, P1: each dispute is known as it stands, and each movement of its money is booked once. */
export async function judgeDisputes({ db, provider }: World): Promise<void> {
  const t = db.tables
  const known = await db.select().from(t.chargebacks)
  const shares = await db.select().from(t.chargebackShares)
  const facts = await db.select().from(t.transactionEvents)
  for (const dispute of provider.disputes.values()) {
    const own = known.filter(({ providerRef }) => providerRef === dispute.providerRef)
    const [row] = own
    const taken = dispute.movements.reduce((sum, { amountSatang }) => sum - amountSatang, 0)
    const fee = dispute.movements.reduce((sum, { feeSatang }) => sum + feeSatang, 0)
    const asIs =
      own.length === 1 &&
      row?.status === dispute.status &&
      row.withdrawnSatang === taken &&
      row.feeSatang === fee
    demand('PW8 a dispute is known as it stands', asIs, () => ({ dispute, own }))
    const borne = shares
      .filter(({ chargebackId }) => chargebackId === row?.id)
      .reduce((sum, { amountSatang }) => sum + amountSatang, row?.unborneSatang ?? 0)
    demand('PW8 what was taken is borne by somebody', borne === taken, () => ({ row, borne }))
    for (const { providerRef, amountSatang } of dispute.movements) {
      const kind = amountSatang < 0 ? 'charged_back' : 'charge_restored'
      const booked = facts.filter((fact) => fact.providerRef === providerRef)
      const [fact] = booked
      const once = booked.length === 1 && fact?.kind === kind
      demand('P1 a movement is booked once', once, () => ({ dispute, booked }))
    }
  }
}

const linesOf = ({ orders }: Placed) => orders.flatMap(({ lines }) => lines)
