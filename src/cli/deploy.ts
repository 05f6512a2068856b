import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { unstable_readConfig as readWrangler } from 'wrangler'
import { buildAll, STOREFRONT_ENTRY } from './build.ts'
import { readAccount, wrangler } from './deploy/account.ts'
import {
  asLines,
  checkAccount,
  checkFiles,
  type Finding,
  type WorkerConfig,
} from './deploy/checklist.ts'
import { checkValues } from './deploy/values.ts'
import { BUILD, ROOT } from './paths.ts'
import { migratePostgres } from './postgres.ts'
import { requiredNames } from './secrets.ts'
import { createSteps } from './steps.ts'
import { Stop } from './stop.ts'

/** Compressed, as the platform counts it: what a Worker may weigh on the free plan. */
const WORKER_LIMIT_MIB = 3

/**
 * `npm run deploy [-- --env postgres] [-- --secrets FILE] [-- --dry-run]`: first everything that can
 * be known to be missing is named, and nothing is changed while anything is. Then migrations, the API
 * Worker and the storefront, in this order, so that code never meets a schema older than it knows. A
 * dry run needs no account: it builds, bundles, weighs, and says what a deployment would do and ask.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parse(args)
  const env = values.env === undefined ? ['--env', ''] : ['--env', values.env]
  const postgres = values.env === 'postgres'
  const dry = values['dry-run'] === true
  const step = createSteps()
  const { api, pages } = readFiles(values.env)
  await step('Checklist', async () => {
    const findings = checkFiles(api, pages)
    if (values.secrets !== undefined) findings.push(...checkValues(values.secrets, api.vars ?? {}))
    if (postgres && !process.env.DATABASE_URL) findings.push(NO_DATABASE_URL)
    if (!dry) {
      findings.push(...checkAccount(api, pages, readAccount(api.name ?? ''), requiredNames()))
    } else {
      console.log(`  secrets that the Worker will need: ${requiredNames().join(', ')}`)
    }
    judge(findings, dry)
  })
  await step('Build', async () => await buildAll())
  await step('Migrations', async () => {
    if (dry) listMigrations(postgres)
    else if (postgres) await migratePostgres(process.env.DATABASE_URL ?? '')
    else {
      wrangler(['d1', 'migrations', 'list', 'talat', '--remote', ...env])
      wrangler(['d1', 'migrations', 'apply', 'talat', '--remote', ...env])
    }
  })
  await step('API Worker', async () => {
    const outdir = path.join(BUILD, 'worker')
    wrangler(['deploy', '--minify', ...env, ...(dry ? ['--dry-run', '--outdir', outdir] : [])])
    if (dry) weigh('the Worker', globSync(path.join(outdir, '*.js')))
  })
  await step('Storefront', async () => {
    // Pages knows no dry run of a deployment; the build above made all that it would upload.
    if (dry) weigh('the storefront', [STOREFRONT_ENTRY])
    else wrangler(['pages', 'deploy', '--cwd', 'app'])
  })
}

const NO_DATABASE_URL: Finding = {
  whose: 'operator',
  missing: 'DATABASE_URL',
  mend: 'Set it to the PostgreSQL behind Hyperdrive: its migrations go first.',
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        env: { type: 'string' },
        secrets: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
}

function readFiles(env: string | undefined): { api: WorkerConfig; pages: WorkerConfig } {
  const at = (file: string) => path.join(ROOT, file)
  return {
    api: readWrangler({ config: at('wrangler.toml'), env: env ?? '' }),
    pages: readWrangler({ config: at('app/wrangler.toml') }),
  }
}

// A rehearsal goes on without what only the operator can give; a deployment does not.
function judge(findings: Finding[], dry: boolean): void {
  if (findings.length === 0) {
    console.log('  nothing is missing')
    return
  }
  const stops = dry ? findings.filter(({ whose }) => whose === 'project') : findings
  if (stops.length > 0) {
    throw new Stop(`Nothing was changed. Before a deployment:\n${asLines(findings).join('\n')}`)
  }
  console.log(`  a deployment would stop here:\n${asLines(findings).join('\n')}`)
}

function listMigrations(postgres: boolean): void {
  const files = globSync(`migrations/${postgres ? 'postgres' : 'd1'}/*.sql`, { cwd: ROOT }).sort()
  console.log(
    `  would apply what is new of: ${files.map((file) => path.basename(file)).join(', ')}`,
  )
}

function weigh(what: string, files: string[]): void {
  const mib = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 2 ** 20
  console.log(`  ${what} is ${mib.toFixed(2)} MiB of at most ${WORKER_LIMIT_MIB}, compressed`)
  if (mib > WORKER_LIMIT_MIB) throw new Stop(`For the free plan ${what} is too large.`)
}
