import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { BUILD, LOGS, ROOT } from './paths.ts'
import { onEndSignal, runToEnd } from './processes.ts'

/** Where Pages looks for the storefront's server. */
export const STOREFRONT_ENTRY = path.join(BUILD, 'client/_worker.js')

const REFERENCE_FILES = ['swagger-ui-bundle.js', 'swagger-ui.css']

/** `npm run build`: what the storefront and the API's reference page are served from. */
export async function run(): Promise<void> {
  onEndSignal(process.exit)
  const made = await buildAll()
  console.log(made ? 'Built build/client and build/server.' : 'The build is up to date.')
}

/** Builds what is out of date, in the order that lasts: Remix begins by emptying `build`. */
export async function buildAll(verbose = false): Promise<boolean> {
  const made = await buildStorefront(verbose)
  buildReference()
  return made
}

/** The program of the API reference page, served by us instead of a CDN. */
export function buildReference(): void {
  const folder = path.join(BUILD, 'reference')
  mkdirSync(folder, { recursive: true })
  for (const file of REFERENCE_FILES) {
    cpSync(path.join(ROOT, 'node_modules/swagger-ui-dist', file), path.join(folder, file))
  }
}

/** Builds the storefront unless the last build was made of the same files. True when it built. */
async function buildStorefront(verbose: boolean): Promise<boolean> {
  const stamp = path.join(BUILD, 'storefront.sha256')
  const inputs = fingerprint([
    'app/**/*',
    'src/!(cli)/**/*.ts',
    'src/*.ts',
    'durable-objects/*.ts',
    'vite.config.ts',
    'package-lock.json',
    'tsconfig.base.json',
  ])
  const built = existsSync(STOREFRONT_ENTRY) && existsSync(stamp)
  if (built && readFileSync(stamp, 'utf8') === inputs) return false
  await runToEnd({
    name: 'The storefront build',
    script: path.join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js'),
    args: ['vite:build'],
    env: { NODE_ENV: 'production' },
    log: path.join(LOGS, 'build.log'),
    verbose,
  })
  await bundleEntry(STOREFRONT_ENTRY)
  writeFileSync(stamp, inputs)
  return true
}

/**
 * The storefront's server in one file, as Pages runs it whole ("advanced mode"). Its `functions`
 * folder would hand each answer on as a stream, which halves what a kept page gains.
 */
export async function bundleEntry(
  outfile: string,
  plugins: NonNullable<BuildOptions['plugins']> = [],
): Promise<void> {
  await build({
    entryPoints: [path.join(ROOT, 'app/worker.ts')],
    outfile,
    plugins,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'error',
  })
}

/** One hash over the names and contents of files, so that a step can be left out when nothing changed. */
export function fingerprint(patterns: string[]): string {
  const hash = createHash('sha256')
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT, withFileTypes: true }))
  const names = files
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name))
  for (const name of names.sort()) {
    hash
      .update(`${path.relative(ROOT, name)}\0`)
      .update(readFileSync(name))
      .update('\0')
  }
  return hash.digest('hex')
}
