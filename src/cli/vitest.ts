import { type StdioOptions, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './paths.ts'

/**
 * Runs one project of the tests and answers its exit code; it ends when this process does. What it says
 * goes to the terminal, or to `onLine`.
 */
export async function runVitest(
  project: string,
  args: readonly string[],
  env: Record<string, string> = {},
  onLine?: (line: string) => void,
): Promise<number> {
  const stdio: StdioOptions = onLine === undefined ? 'inherit' : ['inherit', 'pipe', 'pipe']
  const child = spawn(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--config', 'test/vitest.config.ts', '--project', project, ...args],
    ],
    { cwd: ROOT, stdio, env: { ...process.env, ...env } },
  )
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null && onLine !== undefined) createInterface(stream).on('line', onLine)
  }
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  return await new Promise((resolve) => {
    child.once('close', (code) => {
      process.off('exit', end)
      resolve(code ?? 1)
    })
  })
}
