import type { KeptAnswer } from '../../src/cache/kept.ts'

/** A secret of one answer that marks its inline scripts as ours: 16 random bytes in base64. */
export const newNonce = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))

const HOLES = 'x-talat-holes'
const NONCE = 'x-talat-nonce'

/**
 * A page that is kept was rendered with a nonce that no visitor ever gets: this notes where it stands,
 * so that each visitor's own can be written over it. It is as random as a real one, so nothing that a
 * stranger wrote into the page can be taken for it.
 */
export async function noteHoles(page: Response, nonce: string): Promise<Response> {
  const body = new Uint8Array(await page.arrayBuffer())
  const headers = new Headers(page.headers)
  headers.set(HOLES, holesIn(body, nonce).join())
  headers.set(NONCE, nonce)
  return new Response(body, { status: page.status, headers })
}

/** The page with a nonce of its own, in its scripts and in its headers. */
export function withNonce({ body, headers }: KeptAnswer, nonce: string) {
  const { [HOLES]: holes = '', [NONCE]: old = '', ...rest } = headers
  const own = new Uint8Array(body)
  const bytes = new TextEncoder().encode(nonce)
  if (holes !== '') for (const hole of holes.split(',')) own.set(bytes, Number(hole))
  const policy = rest['content-security-policy']
  if (policy !== undefined) rest['content-security-policy'] = policy.replaceAll(old, nonce)
  return { body: own, headers: rest }
}

function holesIn(body: Uint8Array, nonce: string): number[] {
  // One character a byte, so that places in the text are places in the body.
  const text = new TextDecoder('windows-1252').decode(body)
  const holes: number[] = []
  for (let at = text.indexOf(nonce); at >= 0; at = text.indexOf(nonce, at + 1)) holes.push(at)
  return holes
}
