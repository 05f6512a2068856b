import { spawn } from 'node:child_process'
import path from 'node:path'
import { ROOT } from './paths.ts'

/** Runs one project of the tests and answers its exit code; it ends when this process does. */
export async function runVitest(
  project: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--config', 'test/vitest.config.ts', '--project', project, ...args],
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } },
  )
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  return await new Promise((resolve) => {
    child.once('exit', (code) => {
      process.off('exit', end)
      resolve(code ?? 1)
    })
  })
}
