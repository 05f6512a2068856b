import type { D1Database } from '@cloudflare/workers-types'
import type { Isolate, Scheduler } from '../scheduler.ts'

/** A statement on its way to the database. */
export type Sent = { sql: string; parameters: readonly unknown[] }
/** Makes other atomic writes of one: what a mutant does. */
export type Rewrite = (sent: readonly Sent[]) => readonly (readonly Sent[])[]

/** The database of one isolate: each call of it waits for its turn and may meet a fault. */
export function seamedD1(
  base: D1Database,
  { through }: Pick<Scheduler, 'through'>,
  isolate: Isolate,
  rewrite: Rewrite = (sent) => [sent],
): D1Database {
  const bind = ({ sql, parameters }: Sent) => base.prepare(sql).bind(...parameters)
  const statement = (sql: string, parameters: readonly unknown[]) => {
    const sent = { sql, parameters }
    const single = (how: 'all' | 'run' | 'raw') => {
      const ask = (one: Sent) => bind(one)[how]() as Promise<unknown>
      if (isRead(sent)) return through(isolate, 'read', labelOf([sent]), () => ask(sent))
      return whole([sent], async ([last = sent]) => await ask(last))
    }
    return {
      sent,
      bind: (...given: unknown[]) => statement(sql, given),
      all: () => single('all'),
      run: () => single('run'),
      raw: () => single('raw'),
    }
  }
  // What a mutant makes of a write may be several; the answer is the last one's.
  async function whole(
    list: readonly Sent[],
    run: (part: readonly Sent[]) => Promise<unknown>,
  ): Promise<unknown> {
    let answer: unknown
    for (const part of rewrite(list)) {
      answer = await through(isolate, 'write', labelOf(part), () => run(part))
    }
    return answer
  }
  const asked = (part: readonly Sent[]) => base.batch(part.map(bind))
  return {
    prepare: (sql: string) => statement(sql, []),
    async batch(list: ReturnType<typeof statement>[]) {
      const all = list.map(({ sent }) => sent)
      if (all.every(isRead)) return await through(isolate, 'read', labelOf(all), () => asked(all))
      return await whole(all, asked)
    },
  } as unknown as D1Database
}

const isRead = ({ sql }: Sent): boolean =>
  /^\s*(select|with)\b/i.test(sql) && !/\b(insert into|update|delete from)\b/i.test(sql)

/** The check that a write before it changed one row. */
export const isCheckOfOne = ({ sql }: Sent): boolean => sql.includes('changes() = 1')

/** `insert orders ×2, update carts`, with a print of what is bound, so that a trace tells calls apart. */
export function labelOf(sent: readonly Sent[]): string {
  const counts = new Map<string, number>()
  for (const one of sent) {
    if (isCheckOfOne(one)) continue
    const [, verb = '?'] = /^\s*(\w+)/.exec(one.sql) ?? []
    const [, table = '?'] = /(?:from|into|update)\s+"?(\w+)"?/i.exec(one.sql) ?? []
    const name = `${verb} ${table}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const named = [...counts].map(([name, count]) => (count === 1 ? name : `${name} ×${count}`))
  return `${named.join(', ')} [${printOf(JSON.stringify(sent))}]`
}

/** The tables that a write changes, by its label. */
export const tablesOf = (label: string): string[] =>
  [...label.matchAll(/\b(?:insert|update|delete) (\w+)/gi)].map(([, table = '']) => table)

/** FNV-1a, 32 bits. */
function printOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
