import { count, eq, sum } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from '#src/database/database.ts'
import { DEMO_EMAILS } from '../../migrations/market/index.ts'
import { type SeedOptions, seedMarket } from '../../migrations/seed.ts'
import { describeOwnDatabase } from '../support/each-database.ts'

const optionsFor = (database: Database, some: Partial<SeedOptions> = {}): SeedOptions => ({
  environment: 'test',
  database,
  putObject: async () => {},
  hashPassword: async (password) => `hash of ${password}`,
  market: { products: 60 },
  pictureCache: null,
  progress: () => {},
  now: new Date('2026-11-22T03:00:00.123Z'),
  ...some,
})

describeOwnDatabase('seeding', (open) => {
  it('refuses to run in production', async () => {
    const options = optionsFor(open(), { environment: 'production' })
    await expect(seedMarket(options)).rejects.toThrow(/production/)
  })

  it('that was cut off is finished another day as if it had never stopped', async () => {
    const database = open()
    await expect(seedMarket(optionsFor(cutOff(database, 6)))).rejects.toThrow('power cut')
    expect(await rowsIn(database, 'shops')).toBe(40)
    expect(await rowsIn(database, 'reviews')).toBe(0)

    const tomorrow = new Date('2026-11-23T09:00:00Z')
    expect(await seedMarket(optionsFor(database, { now: tomorrow }))).toBe('seeded')
    const { products, reviews, stockLevels, stockMovements, listings } = database.tables
    expect(await rowsIn(database, 'products')).toBe(60)
    const [said] = await database
      .select({ count: sum(products.reviewCount), stars: sum(products.ratingSum) })
      .from(products)
    const [found] = await database
      .select({ count: count(), stars: sum(reviews.rating) })
      .from(reviews)
    expect([Number(said?.count), Number(said?.stars)]).toEqual([found?.count, Number(found?.stars)])
    const { shops, provinces } = database.tables
    const counts = (table: typeof products | typeof shops) => ({
      sold: sum(table.soldCount),
      reviews: sum(table.reviewCount),
      stars: sum(table.ratingSum),
    })
    const [ofProducts] = await database.select(counts(products)).from(products)
    const [ofShops] = await database.select(counts(shops)).from(shops)
    expect(ofShops).toEqual(ofProducts)
    const [placed] = await database.select({ shops: sum(provinces.shopCount) }).from(provinces)
    expect(Number(placed?.shops)).toBe(40)
    const [level] = await database.select({ onHand: sum(stockLevels.onHand) }).from(stockLevels)
    const [moved] = await database
      .select({ onHand: sum(stockMovements.onHandDelta) })
      .from(stockMovements)
    expect(level).toEqual(moved)
    const [held] = await database.select({ units: sum(stockLevels.reserved) }).from(stockLevels)
    const [carved] = await database
      .select({ units: sum(stockMovements.reservedDelta) })
      .from(stockMovements)
    const { flashSaleItems } = database.tables
    const [quota] = await database.select({ units: sum(flashSaleItems.quota) }).from(flashSaleItems)
    expect([held?.units, carved?.units]).toEqual([quota?.units, quota?.units])
    expect(Number(quota?.units)).toBeGreaterThan(0)
    const shelved = await database
      .select({ listed: listings.publishedMs, published: products.publishedAt })
      .from(listings)
      .innerJoin(products, eq(products.id, listings.productId))
    expect(shelved.filter((row) => row.listed !== row.published?.getTime())).toEqual([])
  })

  it('leaves a market that is whole alone', async () => {
    const database = open()
    expect(await seedMarket(optionsFor(database))).toBe('kept')
    expect(await rowsIn(database, 'products')).toBe(60)
  })

  it('leaves accounts to sign in with, the seller as owner of a stall', async () => {
    const database = open()
    const { users, shopMembers, shops } = database.tables
    const owned = await database
      .select({ hash: users.passwordHash, role: shopMembers.role, shop: shops.slug })
      .from(users)
      .innerJoin(shopMembers, eq(shopMembers.userId, users.id))
      .innerJoin(shops, eq(shops.id, shopMembers.shopId))
      .where(eq(users.email, DEMO_EMAILS.seller))
    expect(owned).toEqual([
      { hash: 'hash of talat-demo', role: 'owner', shop: 'ban-ceramic-lampang' },
    ])
  })
})

/** The same database, which dies at the given atomic write. */
function cutOff(database: Database, write: number): Database {
  let writes = 0
  return {
    ...database,
    async atomically(build) {
      writes += 1
      if (writes === write) throw new Error('power cut')
      await database.atomically(build)
    },
  }
}

async function rowsIn(
  database: Database,
  name: 'shops' | 'products' | 'reviews',
): Promise<number | undefined> {
  const [found] = await database.select({ rows: count() }).from(database.tables[name])
  return found?.rows
}
