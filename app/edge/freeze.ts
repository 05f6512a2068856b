const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
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
  const ours = [...text.matchAll(SCRIPT)].filter(([, attributes = '']) => attributes.includes(mark))
  const inline = ours.flatMap(([, , script = '']) => (script === '' ? [] : [script]))
  const hashes = await Promise.all([...new Set(inline)].map(hashOf))
  headers.set(POLICY, policy.replaceAll(`'nonce-${nonce}'`, hashes.join(' ')))
  return new Response(await pack(text.replaceAll(mark, '')), { headers })
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
