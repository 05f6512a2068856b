import { mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { LOOKS, ROOT } from './paths.ts'
import { onEndSignal } from './processes.ts'
import { Stop } from './stop.ts'
import { runVitest } from './vitest.ts'

const OPTIONS = {
  only: { type: 'string' },
  width: { type: 'string' },
  language: { type: 'string' },
  theme: { type: 'string' },
} as const
const WIDTHS = [390, 1280]
const LANGUAGES = ['th', 'en']
const THEMES = ['light', 'dark']

/** Which pictures are wanted; the walk through the market reads it. Empty `only` is every stop. */
export type WantedLooks = {
  only: string[]
  widths: number[]
  languages: string[]
  themes: string[]
}

/**
 * `npm run looks [-- --only cart,pay-paid --width 390 --language th --theme dark]`: a picture of every
 * page in every state, of a market of its own that is opened for it.
 */
export async function run(args: string[]): Promise<number> {
  onEndSignal(process.exit)
  const wanted = readWanted(args)
  mkdirSync(LOOKS, { recursive: true })
  const started = Date.now()
  // The tour belongs to the tests, which nothing here imports: it is walked by their runner.
  const code = await runVitest('looks', [], { TALAT_LOOKS: JSON.stringify(wanted) })
  const files = readdirSync(LOOKS)
    .map((name) => path.join(LOOKS, name))
    .filter((file) => statSync(file).mtimeMs >= started)
  for (const file of files.sort()) console.log(path.relative(ROOT, file))
  console.log(`\n${files.length} pictures`)
  return code
}

/** @throws Stop naming what is not understood */
export function readWanted(args: string[]): WantedLooks {
  const { only, width, language, theme } = parse(args)
  const widths = list(width).map(Number)
  const wrong = widths.find((one) => !Number.isInteger(one) || one < 200 || one > 4000)
  if (wrong !== undefined) throw new Stop(`--width is "${width}"; it must be pixels, such as 390.`)
  return {
    only: list(only),
    widths: widths.length === 0 ? WIDTHS : widths,
    languages: oneOf('language', language, LANGUAGES),
    themes: oneOf('theme', theme, THEMES),
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
}

const list = (text: string | undefined): string[] =>
  (text ?? '').split(',').flatMap((word) => word.trim() || [])

function oneOf(name: string, text: string | undefined, known: string[]): string[] {
  const chosen = list(text)
  const wrong = chosen.find((word) => !known.includes(word))
  if (wrong !== undefined)
    throw new Stop(`--${name} is "${wrong}"; there are: ${known.join(', ')}.`)
  return chosen.length === 0 ? known : chosen
}
