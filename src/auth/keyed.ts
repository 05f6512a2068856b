import { base64url } from '#src/common/id.ts'

/** What a derived value is for. Two purposes never share a value, whatever text they are given. */
export type Purpose =
  | 'refresh'
  | 'ticket'
  | 'order'
  | 'device'
  | 'unsubscribe'
  | 'upload'
  | 'line'
  | 'line-proof'

/** HMAC-SHA-256 of `text` under the server's key for one purpose, as 43 characters of base64url. */
export async function derive(tokenKey: string, purpose: Purpose, text: string): Promise<string> {
  return base64url(await mac(tokenKey, purpose, encode(text)))
}

/** The same over bytes, as the 32 bytes themselves. */
export async function mac(tokenKey: string, purpose: Purpose, bytes: Uint8Array) {
  const key = await hmacKey(tokenKey)
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, labelled(purpose, bytes)))
}

/** True when `signature` is `mac(…)` of these bytes; compared in constant time. */
export async function isMac(
  tokenKey: string,
  purpose: Purpose,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = await hmacKey(tokenKey)
  return await crypto.subtle.verify('HMAC', key, signature, labelled(purpose, bytes))
}

const encode = (text: string) => new TextEncoder().encode(text)

const hmacKey = (tokenKey: string) =>
  crypto.subtle.importKey('raw', encode(tokenKey), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])

function labelled(purpose: Purpose, bytes: Uint8Array): Uint8Array {
  const label = encode(`talat:${purpose}:`)
  const whole = new Uint8Array(label.length + bytes.length)
  whole.set(label)
  whole.set(bytes, label.length)
  return whole
}
