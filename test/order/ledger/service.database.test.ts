import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { isConflict } from '#src/database/portable.ts'
import { type Entry, paidJournal, refundedJournal } from '#src/order/ledger/rules.ts'
import { createLedgerService } from '#src/order/ledger/service.ts'
import { describeEachDatabase } from '#test/support/each-database.ts'

const at = new Date('2026-11-22T03:00:00Z')

describeEachDatabase('The ledger', (open) => {
  it('L1: keeps a sealed journal whose entries sum to zero', async () => {
    const database = open()
    const ledger = createLedgerService({ database })
    const orderId = newId('ord')
    await database.atomically((q) => ledger.post(q, paidJournal(newId('grp'), orderId, 12_345), at))
    const { ledgerJournals, ledgerEntries } = database.tables
    const [journal] = await database
      .select()
      .from(ledgerJournals)
      .where(eq(ledgerJournals.event, `paid:${orderId}`))
    expect(journal?.sealed).toBe(true)
    const entries = await database
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.journalId, journal?.id ?? ''))
    const amounts = entries.map(({ account, amountSatang }) => [account, amountSatang])
    expect(Object.fromEntries(amounts)).toEqual({ psp_clearing: 12_345, buyer_escrow: -12_345 })
  })

  it('books what happened once: the same event again undoes the whole write', async () => {
    const database = open()
    const ledger = createLedgerService({ database })
    const journal = refundedJournal(null, newId('rfd'), 500)
    const other = paidJournal(newId('grp'), newId('ord'), 700)
    await database.atomically((q) => ledger.post(q, journal, at))
    const again = await database
      .atomically((q) => [...ledger.post(q, other, at), ...ledger.post(q, journal, at)])
      .catch((error: unknown) => error)
    expect(isConflict(again, 'ledger_journals')).toBe(true)
    const { ledgerJournals } = database.tables
    const found = await database
      .select()
      .from(ledgerJournals)
      .where(eq(ledgerJournals.event, other.event))
    expect(found).toEqual([])
  })

  it('L1: is refused by the database when it does not balance, and writes nothing for nothing', async () => {
    const database = open()
    const ledger = createLedgerService({ database })
    const lopsided: Entry[] = [
      { account: 'buyer_escrow', amountSatang: 100 },
      { account: 'psp_clearing', amountSatang: -99 },
    ]
    const journal = { event: newId('evt'), groupId: null, orderId: null, entries: lopsided }
    await expect(database.atomically((q) => ledger.post(q, journal, at))).rejects.toThrow()
    const nothing = paidJournal(newId('grp'), newId('ord'), 0)
    await database.atomically((q) => ledger.post(q, nothing, at))
    const { ledgerJournals } = database.tables
    for (const { event } of [journal, nothing]) {
      const rows = await database
        .select()
        .from(ledgerJournals)
        .where(eq(ledgerJournals.event, event))
      expect(rows).toEqual([])
    }
  })
})
