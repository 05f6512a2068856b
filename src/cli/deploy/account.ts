import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ROOT } from '../paths.ts'
import { Stop } from '../stop.ts'
import type { Account } from './checklist.ts'

const SCRIPT = path.join(ROOT, 'node_modules/wrangler/bin/wrangler.js')

/** Runs wrangler in the foreground: it asks which account, and shows what it is about to change. */
export function wrangler(args: string[]): void {
  const { status } = spawnSync(process.execPath, [SCRIPT, ...args], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Stop(`wrangler ${args.slice(0, 3).join(' ')} failed; see above.`)
}

/** Reads what the account holds; changes nothing. @throws Stop when wrangler may not read it */
export function readAccount(worker: string): Account {
  return {
    databases: named(ask(['d1', 'list', '--json']), 'name'),
    queues: ask(['queues', 'list']).match(/[\w-]+/g) ?? [],
    // Before its first deployment the Worker is not there, and so it has no secrets.
    secrets: named(ask(['secret', 'list', '--name', worker], /10007|not found/i), 'name'),
    pagesProjects: named(ask(['pages', 'project', 'list', '--json']), 'Project Name', 'name'),
  }
}

function ask(args: string[], absent?: RegExp): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_HIDE_BANNER: 'true', FORCE_COLOR: '0' },
  })
  if (status === 0) return stdout
  if (absent?.test(stdout + stderr)) return '[]'
  throw new Stop(
    `wrangler ${args.join(' ')} failed. Sign in with \`npx wrangler login\`, or set CLOUDFLARE_API_TOKEN. It said:\n${(stderr || stdout).trim()}`,
  )
}

/** One field of a JSON list that wrangler printed, whatever it printed before. */
export function named(text: string, ...fields: string[]): string[] {
  const start = text.search(/^\[/m)
  if (start < 0) return []
  const list = JSON.parse(text.slice(start)) as Record<string, unknown>[]
  return list.flatMap((one) => {
    const field = fields.find((name) => typeof one[name] === 'string')
    return field === undefined ? [] : [String(one[field])]
  })
}
