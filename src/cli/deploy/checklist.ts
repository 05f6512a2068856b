import type { Env } from '../../config/env.ts'

/** What a wrangler configuration says, as far as a deployment depends on it. */
export type WorkerConfig = {
  name?: string | undefined
  vars?: Record<string, unknown>
  d1_databases?: { binding: string; database_name?: string | undefined }[]
  kv_namespaces?: { binding: string }[]
  r2_buckets?: { binding: string }[]
  hyperdrive?: { binding: string; id?: string | undefined }[]
  ratelimits?: { name: string }[]
  services?: { binding: string; service: string; entrypoint?: string | undefined }[] | undefined
  durable_objects?: { bindings: { name: string }[] }
  queues?: {
    producers?: { binding: string; queue: string }[] | undefined
    consumers?: { queue: string; dead_letter_queue?: string | undefined }[] | undefined
  }
}

/** What a Cloudflare account holds already. */
export type Account = {
  databases: string[]
  queues: string[]
  secrets: string[]
  pagesProjects: string[]
}

/** One thing that stands in the way, and how to mend it. */
export type Finding = {
  /** `project`: the files are wrong for everyone. `operator`: something of the operator's own is missing. */
  whose: 'project' | 'operator'
  missing: string
  mend: string
}

/** What every deployment must bind; HYPERDRIVE only with Postgres. */
const BINDINGS = [
  'DB',
  'CACHE',
  'FILES',
  'EVENTS',
  'ORDER_STATUS',
  'CHAT_ROOMS',
  'INBOXES',
  'STOCK_WATCH',
  'OPERATOR_FEED',
  'SEATS',
  'RATE_LIMITS',
  'FLASH_STOCK',
  'API_LIMIT',
] as const satisfies readonly (keyof Env)[]

const PLACEHOLDER_HOST = 'talat.example'

/** What the configuration files lack; nothing is asked of anyone. */
export function checkFiles(api: WorkerConfig, pages: WorkerConfig): Finding[] {
  const found: Finding[] = []
  const project = (missing: string, mend: string) => found.push({ whose: 'project', missing, mend })
  const operator = (missing: string, mend: string) =>
    found.push({ whose: 'operator', missing, mend })
  const bound = bindingsOf(api)
  for (const name of BINDINGS) {
    if (!bound.has(name)) project(`binding ${name}`, `Add ${name} to wrangler.toml.`)
  }
  const { ENVIRONMENT, DATABASE, PUBLIC_ORIGIN } = api.vars ?? {}
  if (ENVIRONMENT !== 'production') {
    project('ENVIRONMENT = "production"', 'Say so in [vars] of wrangler.toml.')
  }
  if (DATABASE === 'postgres') checkHyperdrive(api, project, operator)
  for (const [binding, entrypoint] of [['API'], ['SESSION', 'SessionGate']] as const) {
    const known = pages.services?.find((service) => service.binding === binding)
    if (known?.service !== api.name || known?.entrypoint !== entrypoint) {
      project(
        `service ${binding} of the storefront`,
        `Bind it to ${api.name} in app/wrangler.toml.`,
      )
    }
  }
  if (!isPublic(PUBLIC_ORIGIN)) {
    operator(
      'PUBLIC_ORIGIN',
      'Put the https address of your market into [vars] of wrangler.toml and app/wrangler.toml.',
    )
  }
  if (pages.vars?.PUBLIC_ORIGIN !== PUBLIC_ORIGIN) {
    project(
      'one PUBLIC_ORIGIN for both',
      'wrangler.toml and app/wrangler.toml must name the same address.',
    )
  }
  return found
}

/** What the account lacks of what the files and the example of secrets ask for. */
export function checkAccount(
  api: WorkerConfig,
  pages: WorkerConfig,
  account: Account,
  requiredSecrets: readonly string[],
): Finding[] {
  const lacking = (kind: string, wanted: (string | undefined)[], has: string[], mend: string) =>
    [...new Set(wanted)]
      .filter((name): name is string => name !== undefined && !has.includes(name))
      .map(
        (name): Finding => ({
          whose: 'operator',
          missing: `${kind} ${name}`,
          mend: mend.replace('NAME', name),
        }),
      )
  const databases = (api.d1_databases ?? []).map((one) => one.database_name)
  const queues = [
    ...(api.queues?.producers ?? []).map((one) => one.queue),
    ...(api.queues?.consumers ?? []).flatMap((one) => [one.queue, one.dead_letter_queue]),
  ]
  const put = `npx wrangler secret put NAME --name ${api.name}`
  return [
    ...lacking('database', databases, account.databases, 'npx wrangler d1 create NAME'),
    ...lacking('queue', queues, account.queues, 'npx wrangler queues create NAME'),
    ...lacking('secret', [...requiredSecrets], account.secrets, put),
    ...lacking(
      'Pages project',
      [pages.name],
      account.pagesProjects,
      'npx wrangler pages project create NAME --production-branch main',
    ),
  ]
}

function checkHyperdrive(
  api: WorkerConfig,
  project: (missing: string, mend: string) => unknown,
  operator: (missing: string, mend: string) => unknown,
): void {
  const bound = api.hyperdrive?.find((one) => one.binding === 'HYPERDRIVE')
  if (bound === undefined) project('binding HYPERDRIVE', 'Add it to [env.postgres].')
  else if (!/[1-9a-f]/.test(bound.id ?? '')) {
    operator(
      'id of HYPERDRIVE',
      'npx wrangler hyperdrive create talat --connection-string=… --caching-disabled, and put its id into wrangler.toml.',
    )
  }
}

function bindingsOf(api: WorkerConfig): Set<string> {
  return new Set([
    ...(api.d1_databases ?? []).map((one) => one.binding),
    ...(api.kv_namespaces ?? []).map((one) => one.binding),
    ...(api.r2_buckets ?? []).map((one) => one.binding),
    ...(api.queues?.producers ?? []).map((one) => one.binding),
    ...(api.durable_objects?.bindings ?? []).map((one) => one.name),
    ...(api.ratelimits ?? []).map((one) => one.name),
  ])
}

function isPublic(origin: unknown): boolean {
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' && hostname !== PLACEHOLDER_HOST
}

/** Findings as lines for a person. */
export const asLines = (findings: readonly Finding[]): string[] =>
  findings.map(({ missing, mend }) => `  missing: ${missing}\n           ${mend}`)
