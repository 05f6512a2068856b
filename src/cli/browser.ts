import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { ROOT, STATE } from './paths.ts'
import { Stop } from './stop.ts'

/** What a launcher such as playwright-core needs; it makes a fresh profile by itself. */
export type Browser = { executablePath: string; env: Record<string, string>; args: string[] }

const SYSTEM_BROWSER = '/usr/bin/chromium'
const PACKAGE = path.join(ROOT, 'node_modules/@sparticuz/chromium')

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium, or the one that npm installed, unpacked once. @throws Stop if neither runs */
export async function findBrowser(): Promise<Browser> {
  const chosen = process.env.TALAT_BROWSER ?? SYSTEM_BROWSER
  if (existsSync(chosen)) return { executablePath: chosen, env: ownEnv(), args: ARGS }
  const folder = await unpacked()
  const executablePath = path.join(folder, 'chromium')
  const candidates = [{}, { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') }]
  // Asked rather than looked up: a bare system lacks the libraries that the package brings along.
  let said = ''
  for (const libraries of candidates) {
    const env = { ...ownEnv(), ...fonts(folder), ...libraries }
    const answer = spawnSync(executablePath, ['--version'], { env, encoding: 'utf8' })
    if (answer.status === 0) return { executablePath, env, args: ARGS }
    said = answer.stderr || String(answer.error ?? '')
  }
  throw new Stop(
    `The browser that npm installed does not run here: install Chromium (\`apt-get install chromium\`), or name one with TALAT_BROWSER. It said: ${said.trim()}`,
  )
}

// The package unpacks to the temporary folder for every user alike; a folder of our own is neither
// somebody else's nor half full.
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = path.join(STATE, `browser-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(STATE, { recursive: true })
  const making = mkdtempSync(`${folder}-`)
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = making
  try {
    for (const file of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(path.join(PACKAGE, 'bin', file))
    }
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
  try {
    renameSync(making, folder)
  } catch {
    // Another run was quicker.
    rmSync(making, { recursive: true, force: true })
  }
  return folder
}

const fonts = (folder: string): Record<string, string> =>
  existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }

function ownEnv(): Record<string, string> {
  const known = Object.entries(process.env).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as Record<string, string>
}
