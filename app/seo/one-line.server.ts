/** What a search result shows of a description. */
const LENGTH = 160

/** The beginning of a text in one line, cut between words and never inside a Thai one. */
export function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= LENGTH) return line
  let cut = 0
  for (const { index } of new Intl.Segmenter('th', { granularity: 'word' }).segment(line)) {
    if (index < LENGTH) cut = index
  }
  return `${line.slice(0, cut).trimEnd()}…`
}
