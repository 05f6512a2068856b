import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { buildReference } from '../build.ts'
import { ROOT } from '../paths.ts'
import { runToEnd } from '../processes.ts'
import type { Settings } from '../settings.ts'
import { wrangler } from '../wrangler.ts'

export type Bundle = { file: string; kib: number; gzipKib: number }

/** The API Worker as a deploy would upload it. */
export async function bundleApi(settings: Settings, folder: string): Promise<Bundle> {
  buildReference()
  const outdir = path.join(folder, 'api')
  const args = ['deploy', '--dry-run', '--minify', '--env', '', '--outdir', outdir]
  await runToEnd(wrangler(settings, 'Bench bundle', args))
  const file = path.join(outdir, 'index.js')
  const bytes = readFileSync(file)
  return { file, kib: bytes.length / 1024, gzipKib: gzipSync(bytes).length / 1024 }
}

/** The bench-only Worker: what everything is compared with, and what fills the market. */
export async function bundleMeasure(folder: string): Promise<string> {
  const file = path.join(folder, 'measure.js')
  await build({
    entryPoints: [path.join(ROOT, 'test/bench/worker.ts')],
    outfile: file,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    // Only D1 is measured, and the driver of Postgres wants a build of its own for workerd.
    alias: { postgres: path.join(ROOT, 'test/bench/no-postgres.ts') },
    logLevel: 'error',
  })
  return file
}
