import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { generateDrizzleJson, generateSQLiteDrizzleJson } from 'drizzle-kit/api'
import * as postgres from '../database/schema.postgres.ts'
import * as sqlite from '../database/schema.sqlite.ts'
import { tablesForPostgres, tablesForSqlite } from '../database/tables.ts'
import { MIGRATIONS } from './paths.ts'
import { Stop } from './stop.ts'

type Snapshot = { tables: Record<string, unknown> }
type Folder = 'd1' | 'postgres'

/**
 * Fails when a migration is missing: the tables of the code against the newest snapshot of each
 * folder, each folder against its own list, and the two folders against each other. Writes nothing.
 */
export async function run(): Promise<void> {
  const problems = [
    ...unexported('schema.sqlite.ts', sqlite, tablesForSqlite()),
    ...unexported('schema.postgres.ts', postgres, tablesForPostgres()),
    ...undescribed('d1', plain(await generateSQLiteDrizzleJson(sqlite, undefined, 'snake_case'))),
    ...undescribed(
      'postgres',
      plain(generateDrizzleJson(postgres, undefined, undefined, 'snake_case')),
    ),
    ...unlisted('d1'),
    ...unlisted('postgres'),
    ...lagging(),
  ]
  if (problems.length > 0) {
    throw new Stop([...problems, 'Run `npm run migrate:new -- name` and read the SQL.'].join('\n'))
  }
  console.log(`The tables and both folders of ${tags('d1').length} migrations agree.`)
}

function unexported(file: string, exported: object, tables: object): string[] {
  return Object.keys(tables)
    .filter((name) => !(name in exported))
    .map((name) => `src/database/${file} does not export the table ${name}.`)
}

function undescribed(folder: Folder, now: Snapshot): string[] {
  const newest = tags(folder).length - 1
  const file = `${String(newest).padStart(4, '0')}_snapshot.json`
  const was = JSON.parse(read(folder, 'meta', file)) as Snapshot
  const names = new Set([...Object.keys(was.tables), ...Object.keys(now.tables)])
  return [...names]
    .filter((name) => !isDeepStrictEqual(was.tables[name], now.tables[name]))
    .map((name) => `migrations/${folder} lacks a change of the table ${name}.`)
}

function unlisted(folder: Folder): string[] {
  const listed = tags(folder)
  const present = globSync('*.sql', { cwd: path.join(MIGRATIONS, folder) })
    .map((file) => path.basename(file, '.sql'))
    .sort()
  return isDeepStrictEqual(listed, present)
    ? []
    : [
        `migrations/${folder} has ${present.join(', ')}, but its journal lists ${listed.join(', ')}.`,
      ]
}

function lagging(): string[] {
  const [d1, pg] = [tags('d1'), tags('postgres')]
  return isDeepStrictEqual(d1, pg)
    ? []
    : [`migrations/d1 has ${d1.join(', ')}; migrations/postgres has ${pg.join(', ')}.`]
}

function tags(folder: Folder): string[] {
  const journal = JSON.parse(read(folder, 'meta', '_journal.json')) as {
    entries: { tag: string }[]
  }
  return journal.entries.map(({ tag }) => tag)
}

const read = (...names: string[]) => readFileSync(path.join(MIGRATIONS, ...names), 'utf8')

// As it would be read back from a file: without what JSON leaves out.
const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Snapshot
