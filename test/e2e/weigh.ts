import { gzipSync } from 'node:zlib'

export type Weight = {
  page: string
  htmlBytes: number
  scriptBytes: number
  scripts: number
  /** Thai letters in all of them: texts, for the most part. */
  thaiLetters: number
}

/**
 * What a page weighs on its first visit, compressed as it travels: its HTML, and every script that
 * runs before anybody presses anything, with all that those import.
 */
export async function weigh(origin: string, path: string): Promise<Weight> {
  const answer = await fetch(origin + path)
  // A page that fails weighs little.
  if (!answer.ok) throw new RangeError(`${path} answered ${answer.status}`)
  const html = await answer.text()
  const scripts = new Map<string, number>()
  const waiting = [...html.matchAll(/"(\/assets\/[\w./-]+\.js)"/g)].map(([, file = '']) => file)
  let thaiLetters = 0
  for (const file of waiting) {
    if (scripts.has(file)) continue
    const source = await (await fetch(origin + file)).text()
    scripts.set(file, gzipSync(source).length)
    thaiLetters += source.match(/\p{Script=Thai}/gu)?.length ?? 0
    waiting.push(...importsOf(source).map((name) => new URL(name, origin + file).pathname))
  }
  return {
    page: path,
    htmlBytes: gzipSync(html).length,
    scriptBytes: [...scripts.values()].reduce((sum, size) => sum + size, 0),
    scripts: scripts.size,
    thaiLetters,
  }
}

// Static imports only: what `import()` names is fetched when it is needed.
const importsOf = (source: string): string[] =>
  [...source.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)].map(([, name = '']) => name)
