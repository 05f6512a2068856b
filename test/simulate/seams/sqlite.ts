import type { D1Database } from '@cloudflare/workers-types'

type Cell = string | number | boolean | null
export type Sql = Pick<DurableObjectStorage, 'sql' | 'transactionSync'>

/**
 * D1's face on the SQLite of a Durable Object. That is what D1 is in workerd, without the request that
 * each call of it is: some thirty times as fast. `seeds.database.test.ts` compares the two.
 */
export function d1Over({ sql, transactionSync }: Sql): D1Database {
  const run = (text: string, parameters: readonly Cell[]) => {
    try {
      return sql.exec(text, ...parameters.map(bound))
    } catch (error) {
      throw new Error(`D1_ERROR: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      })
    }
  }
  const answer = (results: unknown[]) => ({ results, success: true, meta: {} })
  const statement = (text: string, parameters: readonly Cell[]) => ({
    text,
    parameters,
    bind: (...given: Cell[]) => statement(text, given),
    all: async () => answer(run(text, parameters).toArray()),
    run: async () => answer(run(text, parameters).toArray()),
    raw: async () => [...run(text, parameters).raw()],
  })
  const prepare = (text: string) => statement(text, [])
  const batch = async (list: ReturnType<typeof prepare>[]) =>
    transactionSync(() => list.map((one) => answer(run(one.text, one.parameters).toArray())))
  return { prepare, batch } as unknown as D1Database
}

function bound(value: Cell) {
  if (value === undefined) throw new Error('D1_TYPE_ERROR: undefined')
  return typeof value === 'boolean' ? Number(value) : value
}
