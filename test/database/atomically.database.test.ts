import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/common/id.ts'
import { type Database, one } from '../../src/database/database.ts'
import { first, isCheck, isConflict, isStale } from '../../src/database/portable.ts'
import { describeEachDatabase } from '../support/each-database.ts'
import { makeStockLevel, makeUser } from './rows.ts'

describeEachDatabase('an atomic write', (open) => {
  it('keeps every statement of its list', async () => {
    const db = open()
    const [anna, boon] = [makeUser(), makeUser()]
    await db.atomically((q) => [
      q.insert(db.tables.users).values(anna),
      q.insert(db.tables.users).values(boon),
    ])
    expect(await countUsers(db, [anna.id, boon.id])).toBe(2)
  })

  it('may be empty', async () => {
    await expect(open().atomically(() => [])).resolves.toBeUndefined()
  })

  it('is undone by a CHECK that its last statement breaks', async () => {
    const db = open()
    const user = makeUser()
    const error = await rejection(
      db.atomically((q) => [
        q.insert(db.tables.users).values(user),
        q.insert(db.tables.stockLevels).values(makeStockLevel({ onHand: 1, reserved: 2 })),
      ]),
    )
    expect(isCheck(error, 'stock_available')).toBe(true)
    expect(isCheck(error, 'stock_reserved')).toBe(false)
    expect(isConflict(error)).toBe(false)
    expect(await countUsers(db, [user.id])).toBe(0)
  })

  it('is undone by a unique key, and says of which table', async () => {
    const db = open()
    const known = makeUser()
    const level = makeStockLevel({ onHand: 5, reserved: 0 })
    await db.insert(db.tables.users).values(known)
    const error = await rejection(
      db.atomically((q) => [
        q.insert(db.tables.stockLevels).values(level),
        q.insert(db.tables.users).values(makeUser({ email: known.email })),
      ]),
    )
    expect(isConflict(error)).toBe(true)
    expect(isConflict(error, 'users')).toBe(true)
    expect(isConflict(error, 'stock_levels')).toBe(false)
    expect(isCheck(error, 'stock_available')).toBe(false)
    expect(await readLevel(db, level.variantId)).toBeUndefined()
  })

  it('passes when each marked write changes one row', async () => {
    const db = open()
    const level = makeStockLevel({ onHand: 5, reserved: 0 })
    const user = makeUser()
    await db.atomically((q) => [
      one(q.insert(db.tables.stockLevels).values(level)),
      one(hold(db, q, level.variantId)),
      q.insert(db.tables.users).values(user),
    ])
    expect((await readLevel(db, level.variantId))?.reserved).toBe(1)
    expect(await countUsers(db, [user.id])).toBe(1)
  })

  it.each(['first', 'last'])('is undone when its %s write finds no row', async (place) => {
    const db = open()
    const user = makeUser()
    const error = await rejection(
      db.atomically((q) => {
        const lost = one(hold(db, q, newId('var')))
        const kept = q.insert(db.tables.users).values(user)
        return place === 'first' ? [lost, kept] : [kept, lost]
      }),
    )
    expect(isStale(error)).toBe(true)
    expect(await countUsers(db, [user.id])).toBe(0)
  })

  it('is undone when a write changes two rows instead of one', async () => {
    const db = open()
    const [a, b] = [makeStockLevel({ onHand: 5, reserved: 0 }), makeStockLevel({ onHand: 5 })]
    const productId = a.productId
    await db.insert(db.tables.stockLevels).values([a, { ...b, productId }])
    const error = await rejection(
      db.atomically((q) => [
        one(
          q
            .update(db.tables.stockLevels)
            .set({ reserved: 1 })
            .where(eq(db.tables.stockLevels.productId, productId)),
        ),
      ]),
    )
    expect(isStale(error)).toBe(true)
    expect((await readLevel(db, a.variantId))?.reserved).toBe(0)
  })

  it('names what went wrong first, whatever fails after it', async () => {
    const db = open()
    const tooMany = makeStockLevel({ onHand: 1, reserved: 2 })
    const stale = await rejection(
      db.atomically((q) => [
        one(hold(db, q, newId('var'))),
        q.insert(db.tables.stockLevels).values(tooMany),
      ]),
    )
    expect(isStale(stale)).toBe(true)
    const check = await rejection(
      db.atomically((q) => [
        q.insert(db.tables.stockLevels).values(tooMany),
        one(hold(db, q, newId('var'))),
      ]),
    )
    expect(isCheck(check, 'stock_available')).toBe(true)
  })

  it('leaves the connection good for the next one', async () => {
    const db = open()
    const user = makeUser()
    await rejection(db.atomically((q) => [one(hold(db, q, newId('var')))]))
    await db.atomically((q) => [q.insert(db.tables.users).values(user)])
    expect(await countUsers(db, [user.id])).toBe(1)
  })

  it('counts as one round trip, however long its list', async () => {
    const db = open()
    const before = db.trips()
    await db.atomically((q) => [
      q.insert(db.tables.users).values(makeUser()),
      one(q.insert(db.tables.users).values(makeUser())),
      q.insert(db.tables.users).values(makeUser()),
    ])
    expect(db.trips() - before).toBe(1)
    await db.select().from(db.tables.users).limit(1)
    await db.insert(db.tables.users).values(makeUser())
    expect(db.trips() - before).toBe(3)
  })

  it('has a counterpart for reads: several answers, in order, for one round trip', async () => {
    const db = open()
    const [user, level] = [makeUser(), makeStockLevel()]
    const { users, stockLevels } = db.tables
    await db.atomically((q) => [q.insert(users).values(user), q.insert(stockLevels).values(level)])
    const before = db.trips()
    const [found, levels, none] = await db.together(
      db.select().from(users).where(eq(users.id, user.id)),
      db
        .select({
          left: sql<number>`${stockLevels.onHand} - ${stockLevels.reserved}`.as('left_over'),
        })
        .from(stockLevels)
        .where(eq(stockLevels.variantId, level.variantId)),
      db.select({ id: users.id }).from(users).where(eq(users.id, 'usr_nobody')),
    )
    expect(db.trips() - before).toBe(1)
    expect(found).toMatchObject([{ id: user.id, createdAt: user.createdAt }])
    expect(levels.map(({ left }) => Number(left))).toEqual([level.onHand - level.reserved])
    expect(none).toEqual([])
    expect(await db.together()).toEqual([])
  })

  describe('under a race', () => {
    it('lets exactly ten of fifty holds take a stock of ten', async () => {
      const db = open()
      const level = makeStockLevel({ onHand: 10, reserved: 0 })
      await db.insert(db.tables.stockLevels).values(level)
      const shoppers = Array.from({ length: 50 }, () => open())
      const outcomes = await Promise.allSettled(
        shoppers.map(async (shopper) => {
          const user = makeUser({ name: level.variantId })
          await shopper.atomically((q) => [
            one(hold(shopper, q, level.variantId)),
            q.insert(shopper.tables.users).values(user),
          ])
        }),
      )
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
      expect(lost.map(({ reason }) => isCheck(reason, 'stock_available'))).toEqual(
        Array.from({ length: 40 }, () => true),
      )
      expect((await readLevel(db, level.variantId))?.reserved).toBe(10)
      const winners = await db
        .select({ id: db.tables.users.id })
        .from(db.tables.users)
        .where(eq(db.tables.users.name, level.variantId))
      expect(winners).toHaveLength(10)
    })
  })
})

type Query = Parameters<Parameters<Database['atomically']>[0]>[0]

function hold(db: Database, query: Query, variantId: string) {
  const { stockLevels } = db.tables
  return query
    .update(stockLevels)
    .set({ reserved: sql`${stockLevels.reserved} + 1` })
    .where(eq(stockLevels.variantId, variantId))
}

async function readLevel(db: Database, variantId: string) {
  const { stockLevels } = db.tables
  return first(await db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId)))
}

async function countUsers(db: Database, ids: string[]): Promise<number> {
  const { users } = db.tables
  const rows = await Promise.all(
    ids.map(async (id) => await db.select().from(users).where(eq(users.id, id))),
  )
  return rows.flat().length
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('it was expected to fail')
}
