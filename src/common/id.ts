import { uuidv7obj } from 'uuidv7'

/** Every id kind with its prefix; the rest is 26 characters of Crockford base32 over a UUIDv7, so ids sort by time. */
export type IdPrefix =
  | 'usr'
  | 'ses'
  | 'adr'
  | 'shp'
  | 'cat'
  | 'brd'
  | 'prd'
  | 'var'
  | 'rev'
  | 'mov'
  | 'res'
  | 'crt'
  | 'dis'
  | 'vou'
  | 'fls'
  | 'fli'
  | 'cln'
  | 'grp'
  | 'ord'
  | 'oln'
  | 'pay'
  | 'att'
  | 'evt'
  | 'rfd'
  | 'rfl'
  | 'cmr'
  | 'cnv'
  | 'rep'
  | 'ovs'
  | 'ers'
  | 'upl'
  | 'cbk'
  | 'brk'
  | 'ope'
  | 'ful'
  | 'jrn'
  | 'ent'
  | 'msg'
  | 'ntf'
  | 'dge'
  | 'wtc'
  | 'dlv'
  | 'dev'
  | 'req'
  | 'opt'
  | 'led'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id such as `ord_01k9…`. Random and time-ordered; unguessable enough for a URL, never a secret. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${base32(uuidv7obj().bytes)}`
}

/** What every id of this kind made at `at` or later comes after, and every earlier one before. */
export function idsSince(prefix: IdPrefix, at: Date): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.max(0, at.getTime())) << 16n)
  return `${prefix}_${base32(bytes)}`
}

/** 256 random bits as base64url: tokens that are secrets. */
export function newSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/** SHA-256 of a text as base64url: how secrets and request bodies are stored. */
export async function sha256(text: string): Promise<string> {
  return base64url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  )
}

export function base64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes behind a base64url text; none when it is not one. */
export function fromBase64url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) return new Uint8Array()
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

function base32(bytes: Uint8Array): string {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  let text = ''
  for (let index = 0; index < 26; index += 1) {
    text = ALPHABET[Number(value & 31n)] + text
    value >>= 5n
  }
  return text
}
