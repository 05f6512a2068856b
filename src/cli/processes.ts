import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './paths.ts'
import { Stop } from './stop.ts'

export type Program = {
  name: string
  /** What the Node of this process runs, and its arguments. */
  script: string
  args: string[]
  /** Modules that the script is to find loaded already. */
  preload?: string[]
  env?: Record<string, string>
  /** Where its output goes. */
  log: string
  /** Behind what the log holds already, instead of a new one. */
  continues?: boolean
  /** To the terminal as well. */
  verbose?: boolean
}

export type Running = {
  name: string
  log: string
  /** Its exit code, once it is over; 1 when a signal ended it. */
  ended: Promise<number>
  isOver(): boolean
  stop(): Promise<void>
}

const GRACE_MS = 5000
const PARENT_CHECK_MS = 500
const SETPRIV = '/usr/bin/setpriv'

/** What to put before a command so that the kernel ends it even when this process is killed outright. */
export const leash = (signal: string): string[] =>
  existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', signal, '--'] : []

/** Starts a program in a process group of its own, so that ending it ends all that it started. */
export function launch(program: Program): Running {
  const { name, script, args, preload = [], env, log, continues, verbose } = program
  const flags = ['--no-warnings', ...preload.flatMap((file) => ['--import', file])]
  const [command = '', ...rest] = [...leash('TERM'), process.execPath, ...flags, script, ...args]
  const child = spawn(command, rest, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  mkdirSync(path.dirname(log), { recursive: true })
  const file = createWriteStream(log, { flags: continues ? 'a' : 'w' })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      file.write(chunk)
      if (verbose) process.stdout.write(chunk)
    })
  }
  const killGroup = () => signalGroup(child, 'SIGKILL')
  process.once('exit', killGroup)
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => process.off('exit', killGroup))

  return {
    name,
    log,
    ended,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      signalGroup(child, 'SIGTERM')
      await Promise.race([ended, sleep(GRACE_MS)])
      // Also when the first of the group ended well: what it had started may live on.
      killGroup()
      await ended
    },
  }
}

/** Runs a program to its end. @throws Stop with the end of its output when it fails */
export async function runToEnd(program: Program): Promise<void> {
  const running = launch(program)
  if ((await running.ended) === 0) return
  throw new Stop(`${program.name} failed. The end of ${program.log}:\n${tail(program.log)}`)
}

/** The last lines of a log, for a person. */
export function tail(log: string, lines = 25): string {
  if (!existsSync(log)) return ''
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
}

/** Calls `end` once when this process is asked to end; without a handler its children would stay. */
export function onEndSignal(end: (exitCode: number) => void): void {
  const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
  let asked = false
  for (const [signal, number] of Object.entries(signals)) {
    process.on(signal, () => {
      // A second Ctrl-C of someone in a hurry: children are killed on exit.
      if (asked) process.exit(128 + number)
      asked = true
      end(128 + number)
    })
  }
}

/**
 * Calls `end` when the npm that ran this script is gone. A shell between the two passes no signal on,
 * and npm killed outright sends none; either way the programs would stay without a terminal.
 */
export function whenAbandoned(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const npm = parentOf(shell)
  const watch = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(watch)
    end()
  }, PARENT_CHECK_MS)
  watch.unref()
}

// Only Linux tells without starting a program; elsewhere the shell alone is watched.
function parentOf(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  // The name, in parentheses, may hold anything: what follows its last one is the state and the parent.
  const [, parent] = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return Number(parent)
}

export async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms).unref())
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Nobody is left in the group.
  }
}
