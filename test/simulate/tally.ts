/** How often each thing was begun, and how its calls ended: `pay`, `checkout: refused out_of_stock`. */
export type Tally = Map<string, number>

const BEGUN = /^ *\d+ — (.+)$/
const ENDED = /^ *\d+ (\S+?)#\w+ ← (.+)$/

/** Adds what a trace tells of. */
export function count(tally: Tally, trace: readonly string[]): void {
  for (const line of trace) {
    const [, step] = BEGUN.exec(line) ?? []
    const [, name, end] = ENDED.exec(line) ?? []
    const key = step ?? (name && `${name}: ${end}`)
    if (key !== undefined) tally.set(key, (tally.get(key) ?? 0) + 1)
  }
}

/** As people read it, in alphabetical order. */
export const told = (tally: Tally): string =>
  [...tally]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, times]) => `${String(times).padStart(7)} ${what}`)
    .join('\n')
