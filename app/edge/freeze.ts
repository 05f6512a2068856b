const POLICY = 'content-security-policy'

/**
 * A page as it is kept: the same bytes for every visitor, packed once by gzip. A nonce that many are
 * given is none, so the policy names the hashes of the inline scripts instead (CSP Level 3, §2.3.1).
 * `nonce` is what the page was rendered with, and which no visitor gets: it is as random as a real
 * one, so nothing that a stranger wrote into the page can pass for a script of ours.
 */
export async function freeze(page: Response, nonce: string): Promise<Response> {
  const headers = new Headers(page.headers)
  const policy = headers.get(POLICY)
  if (policy === null) return new Response(await pack(await page.text()), { headers })
  const text = await page.text()
  const mark = ` nonce="${nonce}"`
  const hashes = await Promise.all([...new Set(inlineScripts(text, mark))].map(hashOf))
  headers.set(POLICY, policy.replaceAll(`'nonce-${nonce}'`, hashes.join(' ')))
  return new Response(await pack(text.replaceAll(mark, '')), { headers })
}

const OPEN = '<script'
const CLOSE = '</script>'

/**
 * What stands in the inline scripts whose tags bear `mark`. Each letter is looked at a fixed number of
 * times: a pattern would look through the rest of the page anew for each script that is never closed.
 */
export function inlineScripts(text: string, mark: string): string[] {
  const found: string[] = []
  let at = text.indexOf(OPEN)
  while (at >= 0) {
    const rest = at + OPEN.length
    if (/\w/.test(text.charAt(rest))) {
      at = text.indexOf(OPEN, rest)
      continue
    }
    const inside = text.indexOf('>', rest) + 1
    const end = inside === 0 ? -1 : text.indexOf(CLOSE, inside)
    if (end < 0) break
    if (end > inside && text.slice(rest, inside).includes(mark)) found.push(text.slice(inside, end))
    at = text.indexOf(OPEN, end)
  }
  return found
}

/** What was packed, for the rare visitor who cannot unpack it. */
export const unpack = (body: BodyInit): ReadableStream<Uint8Array> | undefined =>
  new Response(body).body?.pipeThrough(new DecompressionStream('gzip'))

async function pack(text: string): Promise<ArrayBuffer> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return await new Response(packed).arrayBuffer()
}

async function hashOf(script: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}'`
}
