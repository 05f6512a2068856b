import { asc, eq, gt, inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '../../src/common/id.ts'
import { chunked, first, total } from '../../src/database/portable.ts'
import { describeEachDatabase } from '../support/each-database.ts'
import { makeStockLevel, makeUser } from './rows.ts'

describeEachDatabase('a value', (open, kind) => {
  it('keeps its type: milliseconds, booleans, JSON, Thai text and null', async () => {
    const db = open()
    const { users, ledgerJournals } = db.tables
    const user = makeUser({ roles: ['operator'], createdAt: new Date('2026-02-28T23:59:59.999Z') })
    await db.insert(users).values(user)
    expect(first(await db.select().from(users).where(eq(users.id, user.id)))).toEqual({
      ...user,
      suspendedAt: null,
    })
    const journal = { id: newId('jrn'), event: newId('evt'), at: new Date(1), sealed: false }
    await db.insert(ledgerJournals).values(journal)
    expect(
      first(await db.select().from(ledgerJournals).where(eq(ledgerJournals.id, journal.id))),
    ).toEqual({ ...journal, groupId: null, orderId: null })
  })

  it('compares times to the millisecond', async () => {
    const db = open()
    const { users } = db.tables
    const user = makeUser({ createdAt: new Date('2026-11-22T10:11:12.345Z') })
    await db.insert(users).values(user)
    const laterThan = async (at: Date) =>
      await db
        .select({ id: users.id })
        .from(users)
        .where(gt(users.createdAt, at))
        .then((rows) => rows.some((row) => row.id === user.id))
    expect(await laterThan(new Date('2026-11-22T10:11:12.344Z'))).toBe(true)
    expect(await laterThan(new Date('2026-11-22T10:11:12.345Z'))).toBe(false)
  })

  it.each([2 ** 32 + 7, 9_007_199_254_740_991])('holds the integer %d', async (onHand) => {
    const db = open()
    const { stockLevels } = db.tables
    const level = makeStockLevel({ onHand })
    await db.insert(stockLevels).values(level)
    const rows = await db
      .select()
      .from(stockLevels)
      .where(eq(stockLevels.variantId, level.variantId))
    expect(rows).toEqual([level])
    const sums = await db
      .select({ sum: total(stockLevels.onHand) })
      .from(stockLevels)
      .where(eq(stockLevels.variantId, level.variantId))
    expect(sums).toEqual([{ sum: onHand }])
  })

  it('of 5.5 does not fit an integer column', async () => {
    const db = open()
    await expect(
      db.insert(db.tables.stockLevels).values(makeStockLevel({ onHand: 5.5 })),
    ).rejects.toThrow()
  })

  it('sorts by code point, capitals first and Thai last', async () => {
    const db = open()
    const { users } = db.tables
    const tag = newId('req')
    const names = ['b', 'ก', 'B', 'a', 'é']
    const made = names.map((name) => makeUser({ name: `${tag} ${name}` }))
    await db.insert(users).values(made)
    const rows = await db
      .select({ name: users.name })
      .from(users)
      .where(
        inArray(
          users.id,
          made.map(({ id }) => id),
        ),
      )
      .orderBy(asc(users.name))
    expect(rows.map(({ name }) => name.slice(tag.length + 1))).toEqual(['B', 'a', 'b', 'é', 'ก'])
  })

  it('total of no rows is 0', async () => {
    const db = open()
    const { stockLevels } = db.tables
    expect(
      await db
        .select({ sum: total(stockLevels.onHand) })
        .from(stockLevels)
        .where(eq(stockLevels.variantId, 'none')),
    ).toEqual([{ sum: 0 }])
  })

  it('list longer than one statement takes is written in chunks', async () => {
    const db = open()
    const { stockLevels } = db.tables
    const productId = newId('prd')
    const levels = Array.from({ length: 120 }, () => makeStockLevel({ productId }))
    await db.atomically((q) =>
      chunked(levels, 6).map((chunk) => q.insert(stockLevels).values(chunk)),
    )
    const rows = await db.select().from(stockLevels).where(eq(stockLevels.productId, productId))
    expect(rows).toHaveLength(120)
  })

  it(`knows that it is on ${kind}`, () => {
    expect(open().dialect).toBe(kind)
  })
})
