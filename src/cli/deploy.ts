import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from './build.ts'
import { ROOT } from './paths.ts'
import { migratePostgres } from './postgres.ts'
import { createSteps } from './steps.ts'
import { Stop } from './stop.ts'

/**
 * `npm run deploy [-- --env postgres] [-- --dry-run]`: migrations first, then the API Worker, then the
 * storefront, so that code never meets a schema older than it knows. A dry run changes nothing
 * outside: it bundles the Worker and the Pages functions and says whether that works.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parse(args)
  const env = values.env === undefined ? ['--env', ''] : ['--env', values.env]
  const postgres = values.env === 'postgres'
  const dry = values['dry-run'] === true
  const step = createSteps()
  if (postgres && !dry && !process.env.DATABASE_URL) {
    throw new Stop('Set DATABASE_URL to the PostgreSQL behind Hyperdrive: its migrations go first.')
  }
  await step('Build', async () => await buildAll())
  if (!dry) {
    await step('Migrations', async () => {
      if (postgres) await migratePostgres(process.env.DATABASE_URL ?? '')
      else wrangler(['d1', 'migrations', 'apply', 'talat', '--remote', ...env])
    })
  }
  await step('API Worker', async () =>
    wrangler(['deploy', '--minify', ...env, ...(dry ? ['--dry-run'] : [])]),
  )
  await step('Storefront', async () => {
    // Pages knows no dry run of a deployment; bundling its functions is the part that can fail here.
    if (dry)
      wrangler(['pages', 'functions', 'build', '--cwd', 'app', '--outdir', '../build/functions'])
    else wrangler(['pages', 'deploy', '--cwd', 'app'])
  })
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    })
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
}

// In the foreground: wrangler asks which account, and shows what it is about to change.
function wrangler(args: string[]): void {
  const script = path.join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Stop(`wrangler ${args.slice(0, 3).join(' ')} failed; see above.`)
}
