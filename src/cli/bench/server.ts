import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler'
import { loadMiniflare } from '../miniflare.ts'
import { MIGRATIONS, ROOT } from '../paths.ts'
import { freePorts, isFree } from '../ports.ts'
import { cpuSecondsOf, runtimePid } from './runtime.ts'

export type Server = {
  /** Where the API answers, the bench-only Worker, the storefront, and one that remembers no page. */
  ports: { api: number; measure: number; storefront: number; forgetful: number }
  /** CPU seconds that the runtime has used so far; NaN where the system does not say. */
  cpuSeconds(): number
  stop(): Promise<void>
}

export type ServerOptions = {
  folder: string
  api: string
  measure: string
  storefront: string
  forgetful: string
  variables: Record<string, string>
}

/**
 * All Workers in one workerd on one D1, each on a socket of its own: without the dev server, whose
 * proxy costs more than most requests do.
 */
export async function startServer({
  folder,
  api,
  measure,
  storefront,
  forgetful,
  variables,
}: ServerOptions): Promise<Server> {
  const { Miniflare, convertV4MiniflareOptions } = await loadMiniflare()
  const ports = { api: 8840, measure: 8841, storefront: 8842, forgetful: 8843 }
  const free = await Promise.all(Object.values(ports).map(isFree))
  if (free.includes(false)) {
    const [api = 0, measure = 0, storefront = 0, forgetful = 0] = await freePorts(4)
    Object.assign(ports, { api, measure, storefront, forgetful })
  }
  const { common, socket, base, workers } = apiAndMeasure(
    { folder, api, measure, variables },
    ports,
  )
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...base,
      ...(process.env.TALAT_BENCH_INSPECTOR === undefined
        ? {}
        : { inspectorPort: Number(process.env.TALAT_BENCH_INSPECTOR) }),
      workers: [
        ...workers,
        ...Object.entries({ storefront, forgetful }).map(([name, entry]) => ({
          ...common,
          ...socket(ports[name as 'storefront' | 'forgetful']),
          name,
          modules: [{ type: 'ESModule' as const, path: entry }],
          modulesRoot: path.dirname(entry),
          serviceBindings: {
            API: 'api',
            SESSION: { name: 'api', entrypoint: 'SessionGate' },
            ASSETS: () => new Response(null, { status: 404 }),
          },
        })),
      ],
    }),
  )
  await miniflare.ready
  const pid = runtimePid()
  return {
    ports,
    cpuSeconds: () => cpuSecondsOf(pid),
    stop: async () => await miniflare.dispose(),
  }
}

type Given = Pick<ServerOptions, 'folder' | 'api' | 'measure' | 'variables'>

/** The API Worker and the bench-only one on a D1, each on a socket of its own, and what all Workers share. */
export function apiAndMeasure(
  { folder, api, measure, variables }: Given,
  ports: { api: number; measure: number },
) {
  const { workerOptions } = workerOptionsOf(path.join(ROOT, 'wrangler.toml'))
  const { modulesRules: _, assets: __, ...configured } = workerOptions
  const common = {
    compatibilityDate: workerOptions.compatibilityDate,
    compatibilityFlags: workerOptions.compatibilityFlags,
    rootPath: folder,
  }
  const socket = (port: number) => ({ unsafeDirectSockets: [{ host: '127.0.0.1', port }] })
  const module = (file: string) => ({
    modules: [{ type: 'ESModule' as const, path: file }],
    modulesRoot: path.dirname(file),
  })
  return {
    common,
    socket,
    base: {
      ...{ port: 0, host: '127.0.0.1', cf: false },
      // Read and thrown away: a log line costs the runtime what it costs in earnest.
      handleStructuredLogs: () => undefined,
      resourcePersistencePath: path.join(folder, 'state'),
      resourceTmpPath: path.join(folder, 'tmp'),
    },
    workers: [
      {
        ...{ ...configured, ...common, ...socket(ports.api), name: 'api', ...module(api) },
        bindings: Object.assign({}, workerOptions.bindings, variables),
        // Asked as in earnest, but one driver, or a thousand people at one address, are not held up.
        ratelimits: { API_LIMIT: { namespace_id: '1', simple: { limit: 1e9, period: 60 } } },
      },
      {
        ...{ ...common, ...socket(ports.measure), name: 'measure', ...module(measure) },
        d1Databases: { DB: { id: 'DB' } },
      },
    ],
  } as const
}

/** The statements of the D1 migrations, in order. */
export function migrationStatements(): string[][] {
  return globSync('d1/*.sql', { cwd: MIGRATIONS })
    .sort()
    .map((file) =>
      readFileSync(path.join(MIGRATIONS, file), 'utf8')
        .split('--> statement-breakpoint')
        .map((statement) => statement.replace(/^\s*--.*$/gm, '').trim())
        .filter((statement) => statement !== ''),
    )
}
