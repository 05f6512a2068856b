import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Mutation } from './world.ts'

type Thing = { type: string; name: string; tbl_name: string; sql: string }

/** Brings a database to what the migrations make of an empty one; a mutant may then change that. */
export async function freshSchema(
  base: D1Database,
  migrations: readonly { queries: string[] }[],
  change: Mutation['schema'],
): Promise<void> {
  const things = async () => {
    const { results } = await base
      .prepare(
        `select type, name, tbl_name, sql from sqlite_master where sql is not null
          and name not like '\\_cf%' escape '\\' and name not like 'sqlite%'`,
      )
      .all<Thing>()
    return results
  }
  const known = (await things()).filter(({ type }) => type === 'table').map(({ name }) => name)
  await base.batch([
    base.prepare('pragma defer_foreign_keys = on'),
    ...known.map((name) => base.prepare(`drop table "${name}"`)),
    ...(migrations
      .flatMap(({ queries }) => queries)
      .map((query) => base.prepare(query)) as D1PreparedStatement[]),
  ])
  if (change === undefined) return
  const made = await things()
  const statements = await change(async (table) => {
    const found = made.find(({ type, name }) => type === 'table' && name === table)
    if (found === undefined) throw new RangeError(`no table ${table}`)
    return found.sql
  })
  await base.batch(statements.map((statement) => base.prepare(statement)))
}
