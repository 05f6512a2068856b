import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { isConflict } from '#src/database/portable.ts'
import type { Journal } from '#src/order/ledger/rules.ts'
import { paidJournal } from '#src/order/ledger/rules.ts'
import { createLedgerService } from '#src/order/ledger/service.ts'
import { describeEachDatabase } from '#test/support/each-database.ts'

const AT = new Date('2026-11-22T03:00:00Z')

describeEachDatabase('The books', (open) => {
  const setUp = () => {
    const db = open()
    const ledger = createLedgerService({ database: db })
    const groupId = newId('grp')
    const post = async (...journals: Journal[]) =>
      await db.atomically((q) => journals.flatMap((journal) => ledger.post(q, journal, AT)))
    const journals = async () => {
      const { ledgerJournals: t } = db.tables
      return await db.select().from(t).where(eq(t.groupId, groupId))
    }
    return { db, groupId, post, journals }
  }

  it('take a journal that balances, whole and sealed (L1)', async () => {
    const { db, groupId, post, journals } = setUp()
    const orderId = newId('ord')
    await post(paidJournal(groupId, orderId, 12_345))
    const [journal] = await journals()
    expect(journal).toMatchObject({ event: `paid:${orderId}`, sealed: true, orderId })
    const { ledgerEntries: t } = db.tables
    const entries = await db
      .select()
      .from(t)
      .where(eq(t.journalId, journal?.id ?? ''))
    expect(entries.map(({ account, amountSatang }) => [account, amountSatang]).sort()).toEqual([
      ['buyer_escrow', -12_345],
      ['psp_clearing', 12_345],
    ])
  })

  it('refuse one that does not balance, and everything written with it (L1)', async () => {
    const { groupId, post, journals } = setUp()
    const crooked: Journal = {
      event: `test:${groupId}`,
      groupId,
      orderId: null,
      entries: [
        { account: 'psp_clearing', amountSatang: 100 },
        { account: 'buyer_escrow', amountSatang: -99 },
      ],
    }
    await expect(post(paidJournal(groupId, newId('ord'), 1), crooked)).rejects.toThrow()
    expect(await journals()).toEqual([])
  })

  it('take the same event once, of ten that come at once (P1)', async () => {
    const { groupId, post, journals } = setUp()
    const journal = paidJournal(groupId, newId('ord'), 500)
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => post(journal)))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(9)
    expect(refused.every(({ reason }) => isConflict(reason, 'ledger_journals'))).toBe(true)
    expect(await journals()).toHaveLength(1)
  })

  it('leave out what is nothing, and a journal of nothing', async () => {
    const { groupId, post, journals } = setUp()
    await post(paidJournal(groupId, newId('ord'), 0), paidJournal(groupId, newId('ord'), 7))
    expect(await journals()).toHaveLength(1)
  })
})
