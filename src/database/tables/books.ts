import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'
import { PROVIDERS } from './payment.ts'

export const CHARGEBACK_STATUSES = ['open', 'won', 'lost'] as const
export const BREAK_STATUSES = ['open', 'closed'] as const

/** The books, and what they rest on: commission, the money that banks take back, and checks. */
export function bookTables(k: Kit) {
  /** Double entry. A journal is inserted open, filled, then sealed; the triggers refuse anything else. */
  const ledgerJournals = k.table(
    'ledger_journals',
    {
      id: k.text().primaryKey(),
      /** What happened once, such as `paid:ord_…`. */
      event: k.text().notNull(),
      groupId: k.text(),
      orderId: k.text(),
      at: k.timestamp().notNull(),
      sealed: k.boolean().notNull(),
    },
    (t) => [
      k.uniqueIndex('ledger_journals_event').on(t.event),
      k.index('ledger_journals_group').on(t.groupId),
      k.index('ledger_journals_order').on(t.orderId),
      k.index('ledger_journals_open').on(t.id).where(sql`not ${t.sealed}`),
    ],
  )

  const ledgerEntries = k.table(
    'ledger_entries',
    {
      id: k.text().primaryKey(),
      journalId: k.text().notNull(),
      account: k.text().notNull(),
      /** Debits positive, credits negative; a sealed journal sums to zero. */
      amountSatang: k.integer().notNull(),
    },
    (t) => [
      k.index('ledger_entries_journal').on(t.journalId),
      k.index('ledger_entries_account').on(t.account, t.journalId),
      k.check(
        'ledger_entries_amount',
        sql`${t.amountSatang} <> 0 and abs(${t.amountSatang}) <= 9007199254740991`,
      ),
    ],
  )

  /** What the market takes of a sale. A rule is never changed: it ends, and another begins. */
  const commissionRules = k.table(
    'commission_rules',
    {
      id: k.text().primaryKey(),
      /** All that is named must fit; a rule that names nothing is for the whole market. */
      shopId: k.text(),
      categoryId: k.text(),
      productId: k.text(),
      rateBp: k.integer().notNull(),
      /** For each piece, beside the rate. */
      fixedSatang: k.integer().notNull(),
      /** Bounds of what is taken for each piece. */
      minSatang: k.integer(),
      maxSatang: k.integer(),
      startsAtMs: k.integer().notNull(),
      /** `NEVER_MS` while no end is set, so that one index finds what is in force. */
      endsAtMs: k.integer().notNull(),
      createdBy: k.text().notNull(),
      createdAt: k.timestamp().notNull(),
      endedBy: k.text(),
    },
    (t) => [
      k.index('commission_rules_ends').on(t.endsAtMs, t.id),
      k.check('commission_rules_rate', sql`${t.rateBp} between 0 and 10000`),
      k.check('commission_rules_fixed', sql`${t.fixedSatang} >= 0`),
      k.check(
        'commission_rules_bounds',
        sql`coalesce(${t.minSatang}, 0) >= 0 and coalesce(${t.maxSatang}, ${t.minSatang}, 0) >= coalesce(${t.minSatang}, 0)`,
      ),
      k.check('commission_rules_window', sql`${t.endsAtMs} >= ${t.startsAtMs}`),
    ],
  )

  /** A payer's bank takes a charge back: how the dispute stands, and what it has taken. */
  const chargebacks = k.table(
    'chargebacks',
    {
      id: k.text().primaryKey(),
      provider: k.oneOf(PROVIDERS).notNull(),
      /** The provider's id of the dispute, and of the charge or intent that it is about. */
      providerRef: k.text().notNull(),
      chargeRef: k.text().notNull(),
      attemptId: k.text().notNull(),
      groupId: k.text().notNull(),
      status: k.oneOf(CHARGEBACK_STATUSES).notNull(),
      reason: k.text().notNull(),
      amountSatang: k.integer().notNull(),
      /** Taken and not given back again. */
      withdrawnSatang: k.integer().notNull(),
      /** Of that, what no order's share could bear: the market's own loss. */
      unborneSatang: k.integer().notNull(),
      feeSatang: k.integer().notNull(),
      currency: k.text().notNull(),
      version: k.integer().notNull(),
      openedAt: k.timestamp().notNull(),
      closedAt: k.timestamp(),
    },
    (t) => [
      k.uniqueIndex('chargebacks_ref').on(t.provider, t.providerRef),
      k.index('chargebacks_group').on(t.groupId, t.status),
      k.index('chargebacks_status').on(t.status, t.id),
      k.check(
        'chargebacks_withdrawn',
        sql`${t.withdrawnSatang} >= 0 and ${t.unborneSatang} between 0 and ${t.withdrawnSatang}`,
      ),
    ],
  )

  /** What each order of the charge bears of it now. */
  const chargebackShares = k.table(
    'chargeback_shares',
    {
      chargebackId: k.text().notNull(),
      orderId: k.text().notNull(),
      amountSatang: k.integer().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'chargeback_shares_pk', columns: [t.chargebackId, t.orderId] }),
      k.check('chargeback_shares_amount', sql`${t.amountSatang} >= 0`),
    ],
  )

  /** A difference between books, orders and provider: one row for each, opened again, never doubled. */
  const breaks = k.table(
    'breaks',
    {
      id: k.text().primaryKey(),
      kind: k.text().notNull(),
      /** What it is about: an order, a group, a charge or an account. */
      subject: k.text().notNull(),
      status: k.oneOf(BREAK_STATUSES).notNull(),
      expectedSatang: k.integer().notNull(),
      actualSatang: k.integer().notNull(),
      groupId: k.text(),
      /** How often it was opened. */
      times: k.integer().notNull(),
      openedAt: k.timestamp().notNull(),
      closedAt: k.timestamp(),
      /** The operator who closed it; null when it no longer held. */
      closedBy: k.text(),
      note: k.text(),
    },
    (t) => [
      k.uniqueIndex('breaks_once').on(t.kind, t.subject),
      k.index('breaks_group').on(t.groupId),
      k.index('breaks_status').on(t.status, t.id),
    ],
  )

  /** Where a job that walks a whole table goes on. */
  const jobCursors = k.table('job_cursors', {
    name: k.text().primaryKey(),
    position: k.text().notNull(),
    at: k.timestamp().notNull(),
  })

  /**
   * What stands on an account, written by the trigger that seals a journal and by nothing else. The
   * market's own accounts are kept in parts, so that payments of a moment do not wait for one row.
   */
  const ledgerBalances = k.table(
    'ledger_balances',
    {
      account: k.text().notNull(),
      part: k.integer().notNull(),
      amountSatang: k.integer().notNull(),
    },
    (t) => [k.primaryKey({ name: 'ledger_balances_pk', columns: [t.account, t.part] })],
  )

  return {
    ledgerJournals,
    ledgerEntries,
    ledgerBalances,
    commissionRules,
    chargebacks,
    chargebackShares,
    breaks,
    jobCursors,
  }
}
