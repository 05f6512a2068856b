import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '../../src/common/id.ts'
import type { Database } from '../../src/database/database.ts'
import { causes, first } from '../../src/database/portable.ts'
import { describeEachDatabase } from '../support/each-database.ts'

describeEachDatabase('the ledger', (open) => {
  it('seals a journal that balances', async () => {
    const db = open()
    const id = await post(db, [10_700, -10_000, -700])
    expect((await read(db, id))?.sealed).toBe(true)
  })

  it.each([
    ['does not balance', [10_000, -9_999]],
    ['has one entry', [10_000]],
    ['has none', []],
  ])('keeps no journal that %s', async (_, amounts) => {
    const db = open()
    const id = newId('jrn')
    await expectRefused(post(db, amounts, id), 'ledger: a journal only seals, once, in balance')
    expect(await read(db, id)).toBeUndefined()
  })

  it('refuses a journal that is born sealed', async () => {
    const db = open()
    await expectRefused(
      db.insert(db.tables.ledgerJournals).values({ ...journal(newId('jrn')), sealed: true }),
      'ledger: a journal starts open',
    )
  })

  it('refuses an entry without a journal, and one that comes after the seal', async () => {
    const db = open()
    const { ledgerEntries } = db.tables
    const message = 'ledger: the journal is sealed or absent'
    await expectRefused(db.insert(ledgerEntries).values(entry(newId('jrn'), 1)), message)
    const id = await post(db, [5, -5])
    await expectRefused(db.insert(ledgerEntries).values(entry(id, 1)), message)
  })

  it('refuses to change or remove an entry', async () => {
    const db = open()
    const { ledgerEntries } = db.tables
    const ofJournal = eq(ledgerEntries.journalId, await post(db, [5, -5]))
    await expectRefused(
      db.update(ledgerEntries).set({ amountSatang: 6 }).where(ofJournal),
      'ledger: entries are fixed',
    )
    await expectRefused(db.delete(ledgerEntries).where(ofJournal), 'ledger: entries are kept')
    expect(await db.select().from(ledgerEntries).where(ofJournal)).toHaveLength(2)
  })

  it('refuses to change, reopen or remove a sealed journal', async () => {
    const db = open()
    const { ledgerJournals } = db.tables
    const id = await post(db, [5, -5])
    const message = 'ledger: a journal only seals, once, in balance'
    const one = eq(ledgerJournals.id, id)
    await expectRefused(
      db
        .update(ledgerJournals)
        .set({ event: newId('evt') })
        .where(one),
      message,
    )
    await expectRefused(db.update(ledgerJournals).set({ sealed: false }).where(one), message)
    await expectRefused(db.update(ledgerJournals).set({ sealed: true }).where(one), message)
    await expectRefused(db.delete(ledgerJournals).where(one), 'ledger: journals are kept')
    expect((await read(db, id))?.sealed).toBe(true)
  })

  it('refuses to change an open journal in any way but its seal', async () => {
    const db = open()
    const { ledgerJournals, ledgerEntries } = db.tables
    const id = newId('jrn')
    await db.insert(ledgerJournals).values(journal(id))
    await db.insert(ledgerEntries).values([entry(id, 5), entry(id, -5)])
    await expectRefused(
      db
        .update(ledgerJournals)
        .set({ sealed: true, groupId: newId('grp') })
        .where(eq(ledgerJournals.id, id)),
      'ledger: a journal only seals, once, in balance',
    )
  })
})

const journal = (id: string) => ({ id, event: `test:${id}`, at: new Date(), sealed: false })

const entry = (journalId: string, amountSatang: number) => ({
  id: newId('ent'),
  journalId,
  account: 'rounding',
  amountSatang,
})

async function post(db: Database, amounts: number[], id = newId('jrn')): Promise<string> {
  const { ledgerJournals, ledgerEntries } = db.tables
  await db.atomically((q) => [
    q.insert(ledgerJournals).values(journal(id)),
    ...amounts.map((amount) => q.insert(ledgerEntries).values(entry(id, amount))),
    q.update(ledgerJournals).set({ sealed: true }).where(eq(ledgerJournals.id, id)),
  ])
  return id
}

async function read(db: Database, id: string) {
  const { ledgerJournals } = db.tables
  return first(await db.select().from(ledgerJournals).where(eq(ledgerJournals.id, id)))
}

async function expectRefused(write: PromiseLike<unknown>, message: string): Promise<void> {
  const error = await write.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(
    causes(error)
      .map((cause) => cause.message)
      .join('\n'),
  ).toContain(message)
}
