import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
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

  it('is not written over: replacing, where a database has it, meets the same refusal (L3)', async () => {
    const db = open()
    const { ledgerJournals, ledgerEntries } = db.tables
    const id = await post(db, [5, -5])
    const kept = await db.select().from(ledgerEntries).where(eq(ledgerEntries.journalId, id))
    const other = journal(newId('jrn'))
    await db.insert(ledgerJournals).values(other)
    const writes =
      db.dialect === 'd1'
        ? [
            `insert or replace into ledger_journals (id, event, at, sealed) values ('${id}', '${newId('evt')}', 0, 0)`,
            `insert or replace into ledger_journals (id, event, at, sealed) values ('${newId('jrn')}', 'test:${id}', 0, 0)`,
            `insert or replace into ledger_entries (id, journal_id, account, amount_satang) values ('${kept[0]?.id}', '${other.id}', 'rounding', 7)`,
          ]
        : ['truncate ledger_entries', 'truncate ledger_journals']
    for (const write of writes) {
      await expect(run(db, write)).rejects.toThrow()
    }
    expect((await read(db, id))?.sealed).toBe(true)
    expect(await db.select().from(ledgerEntries).where(eq(ledgerEntries.journalId, id))).toEqual(
      kept,
    )
  })

  it('keeps whole satang below 2^53 (L6)', async () => {
    const db = open()
    for (const amount of [0, 2 ** 53, -(2 ** 53)]) {
      await expect(post(db, [amount, -amount])).rejects.toThrow()
    }
    const id = await post(db, [2 ** 53 - 1, 1 - 2 ** 53])
    expect((await read(db, id))?.sealed).toBe(true)
  })

  it('knows what stands on each account without a sum, and only of what is sealed (L7)', async () => {
    const db = open()
    const { ledgerBalances, ledgerJournals, ledgerEntries } = db.tables
    const account = `shop_available:${newId('shp')}`
    const balance = async () => {
      const rows = await db.select().from(ledgerBalances).where(eq(ledgerBalances.account, account))
      return rows.map(({ amountSatang }) => amountSatang)
    }
    const open5 = journal(newId('jrn'))
    await db.insert(ledgerJournals).values(open5)
    await db.insert(ledgerEntries).values({ ...entry(open5.id, 5), account })
    expect(await balance()).toEqual([])
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const id = newId('jrn')
        await db.atomically((q) => [
          q.insert(ledgerJournals).values({ ...journal(id), groupId: newId('grp') }),
          q.insert(ledgerEntries).values([{ ...entry(id, n + 1), account }, entry(id, -n - 1)]),
          q.update(ledgerJournals).set({ sealed: true }).where(eq(ledgerJournals.id, id)),
        ])
      }),
    )
    expect(await balance()).toEqual([210])
    // What cannot seal leaves no trace on its account.
    await expect(
      db.update(ledgerJournals).set({ sealed: true }).where(eq(ledgerJournals.id, open5.id)),
    ).rejects.toThrow()
    expect(await balance()).toEqual([210])
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

/** A statement that no repository can say. */
async function run(db: Database, statement: string): Promise<void> {
  if (db.dialect === 'd1') {
    await env.DB.prepare(statement).run()
    return
  }
  const client = postgres(env.HYPERDRIVE.connectionString, { max: 1, fetch_types: false })
  try {
    await client.unsafe(statement)
  } finally {
    await client.end({ timeout: 1 })
  }
}
