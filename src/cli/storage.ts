import path from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler'
import { loadMiniflare } from './miniflare.ts'

export type Storage = {
  DB: D1Database
  putFile(key: string, body: Uint8Array, contentType: string): Promise<void>
  close(): Promise<void>
}

// Runs beside the data, since wrangler's own proxy asks over HTTP, and waits, for every prepare()
// and every bind(): a minute and a half for a market.
const SCRIPT = `export default {
  async fetch(request, { DB, FILES }) {
    const { pathname } = new URL(request.url)
    if (request.method === 'PUT') {
      const httpMetadata = { contentType: request.headers.get('content-type') }
      await FILES.put(decodeURIComponent(pathname.slice(1)), await request.arrayBuffer(), { httpMetadata })
      return new Response()
    }
    try {
      const list = await request.json()
      const statements = list.map(({ sql, params }) => DB.prepare(sql).bind(...params))
      if (pathname === '/raw') return Response.json(await statements[0].raw())
      return Response.json(await DB.batch(statements))
    } catch (error) {
      return new Response(error.message, { status: 500 })
    }
  },
}`

/** D1 and R2 of a state folder, without the Worker's own classes, which are not running yet. */
export async function openStorage(config: string, state: string): Promise<Storage> {
  const { Miniflare, convertV4MiniflareOptions } = await loadMiniflare()
  const { workerOptions } = workerOptionsOf(config)
  const { d1Databases, r2Buckets, compatibilityDate } = workerOptions
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      resourcePersistencePath: path.join(state, 'v3'),
      workers: [
        {
          name: 'storage',
          modules: true,
          script: SCRIPT,
          compatibilityDate,
          d1Databases,
          r2Buckets,
        },
      ],
    }),
  )
  await runtime.ready
  const ask = async (what: string, init: RequestInit): Promise<Response> => {
    const response = await runtime.dispatchFetch(`http://storage/${what}`, init)
    if (!response.ok) throw new Error(await response.text())
    return response
  }
  const post = async (what: string, statements: Prepared[]): Promise<unknown> => {
    const body = JSON.stringify(statements.map(({ sql, params }) => ({ sql, params })))
    return await (await ask(what, { method: 'POST', body })).json()
  }
  return {
    // The part of D1 that the Database type stands on.
    DB: {
      prepare: (sql: string) => prepared(sql, [], post),
      batch: async (statements: Prepared[]) => await post('batch', statements),
    } as unknown as D1Database,
    async putFile(key, body, contentType) {
      const headers = { 'content-type': contentType }
      await ask(encodeURIComponent(key), { method: 'PUT', body: new Uint8Array(body), headers })
    },
    close: async () => await runtime.dispose(),
  }
}

type Prepared = { sql: string; params: unknown[] }
type Post = (what: string, statements: Prepared[]) => Promise<unknown>

/** A statement that is kept here until it is run. */
function prepared(sql: string, params: unknown[], post: Post) {
  const run = async (): Promise<unknown> => {
    const results = (await post('batch', [{ sql, params }])) as unknown[]
    return results[0]
  }
  return {
    sql,
    params,
    bind: (...values: unknown[]) => prepared(sql, values, post),
    run,
    all: run,
    raw: async () => await post('raw', [{ sql, params }]),
  }
}
