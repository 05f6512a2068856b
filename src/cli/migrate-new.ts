import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { ROOT } from './paths.ts'
import { Stop } from './stop.ts'

/** `npm run migrate:new -- name [--custom]`: the next migration of both dialects, to be read and kept. */
export function run(args: string[]): void {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { custom: { type: 'boolean', default: false } },
  })
  const [name] = positionals
  if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
    throw new Stop('Name the migration in snake_case: `npm run migrate:new -- add_vouchers`.')
  }
  for (const dialect of ['sqlite', 'postgres']) {
    const { status } = spawnSync(
      'npm',
      [
        ...['exec', '--offline', '--', 'drizzle-kit', 'generate'],
        ...['--config', 'migrations/drizzle.config.ts', '--name', name],
        ...(values.custom ? ['--custom'] : []),
      ],
      { cwd: ROOT, stdio: 'inherit', env: { ...process.env, DIALECT: dialect } },
    )
    if (status !== 0) throw new Stop(`drizzle-kit made no migration for ${dialect}.`)
  }
}
