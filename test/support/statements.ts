import { env } from 'cloudflare:workers'
import type { D1Database } from '@cloudflare/workers-types'
import { PgDialect } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { vi } from 'vitest'
import type { Market } from './market.ts'

type Sent = { sql: string; parameters: unknown[] }

/** What stands in the way of an index: the statement, and the step of its plan that says so. */
export type Offence = { step: string; sql: string }

/** The statements that a market sends, and how its database would run each. Listen before the first call. */
export function listen(market: Market) {
  const sent = new Map<string, Sent>()
  const keep = (sql: string, parameters: unknown[]) => sent.set(sql, { sql, parameters })
  if (market.kind === 'd1') market.bindings.DB = recording(env.DB, keep)
  else {
    const build = PgDialect.prototype.sqlToQuery
    vi.spyOn(PgDialect.prototype, 'sqlToQuery').mockImplementation(function (
      this: PgDialect,
      ...of
    ) {
      const query = build.apply(this, of)
      keep(query.sql, query.params)
      return query
    })
  }
  return {
    /**
     * Offences of everything that `act` sends. Only the tables of `walked` may be read from one end:
     * along an index, since their order is what is asked for.
     */
    async offences(act: () => Promise<unknown>, walked: string[] = []): Promise<Offence[]> {
      sent.clear()
      await act()
      await market.rest()
      const statements = [...sent.values()].filter(({ sql }) =>
        /^(select|insert|update|delete|with)/.test(sql),
      )
      if (statements.length === 0) throw new RangeError('nothing was sent')
      return market.kind === 'd1'
        ? await onD1(statements, walked)
        : await onPostgres(statements, walked)
    },
  }
}

function recording(db: D1Database, keep: (sql: string, parameters: unknown[]) => void) {
  return {
    prepare(sql: string) {
      const statement = db.prepare(sql)
      const bind = statement.bind.bind(statement)
      keep(sql, [])
      // On the statement itself: a batch takes no stand-in for it.
      statement.bind = (...parameters) => {
        keep(sql, parameters)
        return bind(...parameters)
      }
      return statement
    },
    batch: db.batch.bind(db),
  } as D1Database
}

async function onD1(statements: Sent[], walked: string[]): Promise<Offence[]> {
  const found: Offence[] = []
  for (const { sql, parameters } of statements) {
    const plan = await env.DB.prepare(`explain query plan ${sql}`)
      .bind(...parameters)
      .all<{ detail: string }>()
    for (const { detail } of plan.results) {
      const scan = /^SCAN (\S+)(.*)$/.exec(detail)
      const [, table = '', how = ''] = scan ?? []
      // Of `few` there are as many as its own limit says; how they are found is a step before.
      const rows = /CONSTANT ROW|VALUES/.test(detail) || table === 'few'
      const along = walked.includes(table) && / USING (COVERING )?INDEX /.test(how)
      const scans = scan !== null && !rows && !along
      if (scans || /TEMP B-TREE/.test(detail)) found.push({ step: detail, sql })
    }
  }
  return found
}

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  'Index Name'?: string
  Plans?: Node[]
}

// The tables of a test are small, so that the planner would rather read them whole: with that and
// every detour made unattractive, what is left of them has no index to use.
const DETOURS = [
  'seqscan',
  'bitmapscan',
  'sort',
  'incremental_sort',
  'hashjoin',
  'mergejoin',
  'hashagg',
  'material',
]

async function onPostgres(statements: Sent[], walked: string[]): Promise<Offence[]> {
  const client = postgres(env.HYPERDRIVE.connectionString, { max: 1, fetch_types: false })
  const found: Offence[] = []
  try {
    for (const way of DETOURS) await client.unsafe(`set enable_${way} = off`)
    for (const { sql } of statements) {
      const rows = await client.unsafe<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
        `explain (generic_plan, format json) ${sql}`,
      )
      const roots = rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan))
      for (const node of roots.flatMap(nodesOf)) {
        const step = `${node['Node Type']} ${node['Relation Name'] ?? ''} ${node['Index Name'] ?? ''}`
        const along = walked.includes(node['Relation Name'] ?? '')
        const whole = /^Index/.test(step) && node['Index Cond'] === undefined && !along
        if (whole || /^(Seq Scan|Bitmap|Sort|Incremental)/.test(step)) found.push({ step, sql })
      }
    }
  } finally {
    await client.end({ timeout: 1 })
  }
  return found
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
