import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin, Rollup } from 'vite'
import type { Locale } from '../locale.ts'
import { ENGLISH_FOLDER, type SpokenFiles } from './spoken.ts'

/** What stands for `inBoth` in the browser's build until each language has files of its own. */
const MARK = '__inBoth'
const TEXTS = /\/messages\/[\w-]+\.ts$/
const NO_TEXTS = /\/in-both\.ts$/

/** Where the server finds which scripts are spoken, see `spoken.ts`. */
const LIST = 'build/server/spoken.js'

/**
 * Splits the browser's scripts by language: those with texts, and those that import them, are written
 * twice, each with one language's texts; what has none is the same file for both. A page in Thai loads
 * no English, and what both share is not loaded again when the language is changed.
 */
export function oneLanguage(): Plugin {
  return {
    name: 'talat-one-language',
    enforce: 'pre',
    apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    transform(code, id) {
      if (!TEXTS.test(id) || NO_TEXTS.test(id)) return null
      // Unused texts are still left out.
      return {
        code: code.replaceAll(/\binBoth(?:<[^()]*>)?\(/g, `/*@__PURE__*/ ${MARK}(`),
        map: null,
      }
    },
    generateBundle: {
      // Once what is loaded later is named in the code.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const parse = (code: string): unknown => this.parse(code)
        const spoken = spokenOf(chunks, parse)
        for (const chunk of chunks.filter(({ fileName }) => spoken.has(fileName))) {
          const tree = parse(chunk.code)
          const source = inEnglish(chunk.code, tree, spoken)
          this.emitFile({ type: 'asset', fileName: englishFile(chunk.fileName), source })
          chunk.code = speaking('th', chunk.code, tree)
        }
        const list: SpokenFiles = [...spoken].map((fileName) => `/${fileName}`).sort()
        mkdirSync(path.dirname(LIST), { recursive: true })
        writeFileSync(LIST, `export default ${JSON.stringify(list)}\n`)
      },
    },
  }
}

/** `assets/x.js` is `assets/en/x.js` in English. */
export const englishFile = (fileName: string): string =>
  fileName.replace(/^assets\//, ENGLISH_FOLDER.slice(1))

/** The chunks with texts, and all that import one of these, now or later. */
function spokenOf(
  chunks: readonly Rollup.OutputChunk[],
  parse: (code: string) => unknown,
): Set<string> {
  const spoken = new Set<string>()
  for (const { code, fileName } of chunks) {
    if (code.includes(MARK) && textsIn(parse(code)).length > 0) spoken.add(fileName)
  }
  for (let before = -1; before < spoken.size; ) {
    before = spoken.size
    for (const { fileName, imports, dynamicImports } of chunks) {
      if ([...imports, ...dynamicImports].some((name) => spoken.has(name))) spoken.add(fileName)
    }
  }
  return spoken
}

type Node = { type: string; start: number; end: number }
type Texts = Node & { arguments: [Node, Node] }
type Edit = { start: number; end: number; text: string }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

function* nodesOf(value: unknown): Generator<Node> {
  if (isNode(value)) yield value
  if (typeof value !== 'object' || value === null) return
  for (const part of Object.values(value)) yield* nodesOf(part)
}

function textsIn(tree: unknown): Texts[] {
  return [...nodesOf(tree)].filter((node): node is Texts => {
    const { type, callee } = node as Node & { callee?: { name?: string } }
    return type === 'CallExpression' && callee?.name === MARK
  })
}

const editsTo = (locale: Locale, code: string, tree: unknown): Edit[] =>
  textsIn(tree).map(({ start, end, arguments: [th, en] }) => {
    const own = locale === 'th' ? th : en
    return { start, end, text: `{${locale}:${code.slice(own.start, own.end)}}` }
  })

const speaking = (locale: Locale, code: string, tree: unknown): string =>
  edited(code, editsTo(locale, code, tree))

/** The English of a chunk, one folder further down: what is spoken stands beside it, the rest above. */
function inEnglish(code: string, tree: unknown, spoken: ReadonlySet<string>): string {
  const edits = editsTo('en', code, tree)
  for (const node of nodesOf(tree)) {
    const { value } = node as Node & { value?: unknown }
    if (node.type !== 'Literal' || typeof value !== 'string' || !value.endsWith('.js')) continue
    const beside = /^\.\/([^/]+)$/.exec(value)?.[1]
    const text =
      beside === undefined
        ? spoken.has(value) && englishFile(value)
        : !spoken.has(`assets/${beside}`) && `../${beside}`
    if (text) edits.push({ start: node.start, end: node.end, text: JSON.stringify(text) })
  }
  return edited(code, edits)
}

function edited(code: string, edits: readonly Edit[]): string {
  let text = code
  for (const edit of [...edits].sort((one, other) => other.start - one.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  }
  return text
}
