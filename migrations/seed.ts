import { eq } from 'drizzle-orm'
import { DAY_MS } from '../src/common/clock.ts'
import type { Database, Statement } from '../src/database/database.ts'
import { chunked } from '../src/database/portable.ts'
import type { Tables } from '../src/database/tables.ts'
import { seededId } from './market/ids.ts'
import { DEMO_EMAILS, generateMarket, type Market } from './market/index.ts'
import { rowsOf } from './market/rows.ts'
import { SHOPS } from './market/shops.ts'
import { PICTURES } from './pictures/plan.ts'

export type SeedOptions = {
  /** Where this runs; `production` is refused, since anyone may know the demo accounts. */
  environment: string
  database: Database
  putObject(key: string, body: Uint8Array, contentType: string): Promise<void>
  hashPassword(password: string): Promise<string>
  market: { products: number; shops?: number; seed?: string }
  /** A folder where drawn pictures are kept for the next time; null draws none. */
  pictureCache: string | null
  /** A line for people, each time a step is under way or done. */
  progress(line: string): void
  now: Date
}

const STATEMENTS_PER_WRITE = 250

/**
 * Fills an empty database with a believable market, and says whether it did. One that was begun and
 * cut off is finished: every id follows from the seed, and what is there is left alone. Somebody
 * else's market is never touched. The demo accounts come last and so mark a market that is whole.
 * @throws Error in production
 */
export async function seedMarket(options: SeedOptions): Promise<'seeded' | 'kept'> {
  const { database, progress } = options
  const { products: count, shops = 40, seed = 'talat' } = options.market
  if (options.environment === 'production')
    throw new Error('a seeded market has no place in production')
  if (await isWhole(database)) return 'kept'
  const now = (await begunAt(database)) ?? options.now
  const market = generateMarket({ products: count, shops, seed, now })
  if (await isForeign(database, market)) return 'kept'
  const { users, ...rows } = await rowsOf(market, options.hashPassword)
  const fill = async () => {
    for (const [name, list] of Object.entries(rows)) {
      await insertAll(database, name as keyof Tables, list, progress)
    }
  }
  // The painter keeps one core busy, the database another.
  await Promise.all([draw(market, options), fill()])
  await insertAll(database, 'users', users ?? [], progress)
  return 'seeded'
}

/** Draws the pictures that the market shows. */
async function draw(
  market: Market,
  { putObject, pictureCache, progress }: SeedOptions,
): Promise<void> {
  if (pictureCache === null) return
  // Only Node has the painter's library: inside workerd a market is filled without pictures.
  const { renderPictures } = await import('./pictures/render.ts')
  const shown = new Set([
    ...market.products.flatMap(({ imageKeys }) => imageKeys),
    ...market.categories.flatMap(({ imageKey }) => (imageKey === null ? [] : [imageKey])),
  ])
  const pictures = PICTURES.filter(({ key }) => shown.has(key))
  await renderPictures({
    cache: pictureCache,
    put: putObject,
    pictures,
    progress: (done, total) => {
      if (done % 100 === 0 || done === total) progress(`pictures: ${done} of ${total}`)
    },
  })
}

async function isWhole({ tables: { users }, ...database }: Database): Promise<boolean> {
  const found = await database
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, DEMO_EMAILS.operator))
  return found.length > 0
}

/**
 * The `now` of a seed that was cut off, told by when its first stall opened: what is left to write
 * must agree with what is there, dates, sales and ratings alike.
 */
async function begunAt({ tables: { shops }, ...database }: Database): Promise<Date | undefined> {
  const [oldest] = SHOPS
  if (oldest === undefined) return undefined
  const [found] = await database
    .select({ joinedAt: shops.joinedAt })
    .from(shops)
    .where(eq(shops.id, seededId('shp', oldest.slug)))
  return found && new Date(found.joinedAt.getTime() + oldest.age * DAY_MS)
}

async function isForeign(database: Database, market: Market): Promise<boolean> {
  const { products } = database.tables
  const [found] = await database.select({ id: products.id }).from(products).limit(1)
  return found !== undefined && !market.products.some(({ id }) => id === found.id)
}

async function insertAll(
  database: Database,
  name: keyof Tables,
  rows: readonly Record<string, unknown>[],
  progress: (line: string) => void,
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const table = database.tables[name]
  const chunks = chunked(rows, Object.keys(first).length)
  for (let start = 0; start < chunks.length; start += STATEMENTS_PER_WRITE) {
    const part = chunks.slice(start, start + STATEMENTS_PER_WRITE)
    await database.atomically((q) =>
      part.map((values): Statement => {
        // Rows are built per table in rows.ts, where their types are checked.
        return q
          .insert(table)
          .values(values as never)
          .onConflictDoNothing()
      }),
    )
  }
  progress(`${name}: ${rows.length.toLocaleString('en')}`)
}
