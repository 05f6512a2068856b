import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { MIGRATIONS } from './paths.ts'
import { freePorts } from './ports.ts'
import { type Account, dataFolder, nativeFolder, serverAccount } from './postgres-home.ts'
import { leash } from './processes.ts'
import { Stop } from './stop.ts'

export type PostgresServer = {
  /** A database named talat with all migrations applied. */
  url: string
  /** Where its data lies: not always where it was wanted, see postgres-home.ts. */
  data: string
  stop(): Promise<void>
}

export type PostgresOptions = {
  /** A free one by default. */
  port?: number
  /** Kept between runs. By default the data goes to a temporary folder and ends with the server. */
  data?: string
}

const USER = 'talat'
const FORCE = { recursive: true, force: true }

// Data that ends with the server need not outlive a crash; and no statistics are gathered at a moment
// of the server's own choosing, which would make query plans differ between two runs.
const FORGETFUL = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
}

/** Starts the real PostgreSQL that npm installed, on loopback, as root or as an ordinary user. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const account = serverAccount()
  const native = nativeFolder(account)
  const data = dataFolder(options.data, account)
  const [port = 0] = options.port === undefined ? await freePorts(1) : [options.port]
  const temporary = options.data === undefined
  const clean = () => {
    if (temporary) rmSync(data, FORCE)
    if (native.copied) rmSync(path.dirname(native.folder), FORCE)
  }
  try {
    if (!existsSync(path.join(data, 'PG_VERSION'))) await initialise(native.folder, data, account)
    const server = await serve(native.folder, data, port, account, temporary)
    const abandon = () => {
      server.kill('SIGQUIT')
      // On exit nothing can be awaited; the server removes this file when it is done.
      const pause = new Int32Array(new SharedArrayBuffer(4))
      for (let turn = 0; turn < 40 && existsSync(path.join(data, 'postmaster.pid')); turn += 1) {
        Atomics.wait(pause, 0, 0, 25)
      }
      clean()
    }
    process.once('exit', abandon)
    const url = `postgres://${USER}:${USER}@127.0.0.1:${port}/talat`
    const stop = async () => {
      process.off('exit', abandon)
      await end(server)
      clean()
    }
    try {
      await prepare(url)
    } catch (error) {
      await stop()
      throw error
    }
    return { url, data, stop }
  } catch (error) {
    clean()
    throw error
  }
}

// Code point order as on D1, whatever languages the system knows.
async function initialise(native: string, data: string, account: Account): Promise<void> {
  const passwordFile = path.join(data, '..', `${path.basename(data)}.password`)
  writeFileSync(passwordFile, `${USER}\n`, { mode: 0o644 })
  const child = spawn(
    path.join(native, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      ...['--auth=password', '--encoding=UTF8', '--no-sync', '--no-instructions'],
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ],
    { ...account, cwd: '/', env: { LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  rmSync(passwordFile, { force: true })
  if (code !== 0) throw new Stop(`Postgres could not make its files: ${said.trim()}`)
}

async function serve(
  native: string,
  data: string,
  port: number,
  account: Account,
  temporary: boolean,
): Promise<ChildProcess> {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // The local stand-in of Hyperdrive does not pool: every request is a connection.
    max_connections: '400',
    ...(temporary ? FORGETFUL : {}),
  }
  const [command = '', ...rest] = [
    ...leash('QUIT'),
    path.join(native, 'bin', 'postgres'),
    '-D',
    data,
  ]
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(command, [...rest, ...flags], {
    ...account,
    cwd: '/',
    // A group of its own: a Ctrl-C at the terminal must not end it before those who use it.
    detached: true,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Stop(`Postgres did not start: ${said.trim()}`)))
  })
  await ready
  return child
}

async function prepare(url: string): Promise<void> {
  const options = { max: 1, onnotice: () => undefined }
  const admin = postgres(url.replace(/talat$/, 'postgres'), options)
  const [known] = await admin`select 1 from pg_database where datname = 'talat'`
  if (known === undefined) await admin`create database talat`
  await admin.end()
  await migratePostgres(url)
}

/** Applies what the database has not seen yet of migrations/postgres. */
export async function migratePostgres(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await migrate(drizzle(client), { migrationsFolder: path.join(MIGRATIONS, 'postgres') })
  } finally {
    await client.end()
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGINT')
  await gone
}
