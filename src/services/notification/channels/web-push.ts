import { importJWK, type JWK, SignJWT } from 'jose'
import { base64url, fromBase64url } from '#src/common/id.ts'
import { ask, plain } from '../http.ts'
import type { Outgoing, Send } from '../index.ts'

const TTL_SECONDS = 24 * 3600
const RECORD_BYTES = 4096

/** What the market's service worker reads, once the browser has opened it. */
export const pushedText = ({ id, title, body, url }: Outgoing) => ({ id, title, body, url })

/**
 * Pushes to browsers: encrypted for the browser alone (RFC 8291), by the aes128gcm coding (RFC 8188), and
 * signed as coming from us (VAPID, RFC 8292). `key` is a P-256 private key as JWK, `subject` where a push
 * service reaches whoever runs the market. A message under the same `Topic` replaces one that still waits.
 */
export function webPush({ key, subject }: { key: JWK; subject: string }): Send {
  const publicKey = base64url(
    Uint8Array.from([4, ...fromBase64url(key.x ?? ''), ...fromBase64url(key.y ?? '')]),
  )
  return async ({ to, p256dh, auth }, message) => {
    if (!p256dh || !auth) return { kind: 'refused', reason: 'no_keys', gone: true }
    const token = await new SignJWT({})
      .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
      .setAudience(new URL(to).origin)
      .setExpirationTime('12h')
      .setSubject(subject)
      .sign(await importJWK(key, 'ES256'))
    const text = new TextEncoder().encode(JSON.stringify(pushedText(message)))
    const answer = await ask(to, {
      headers: {
        authorization: `vapid t=${token}, k=${publicKey}`,
        'content-type': 'application/octet-stream',
        'content-encoding': 'aes128gcm',
        ttl: String(TTL_SECONDS),
        urgency: 'normal',
        topic: message.id.replace(/[^\w-]/g, '').slice(-32),
      },
      body: await encryptFor(
        {
          p256dh: fromBase64url(p256dh.replaceAll('=', '')),
          auth: fromBase64url(auth.replaceAll('=', '')),
        },
        text,
      ),
    })
    if (answer.kind === 'accepted') return { kind: 'sent', ref: null }
    const gone = 'status' in answer && (answer.status === 404 || answer.status === 410)
    return gone ? { kind: 'refused', reason: 'gone', gone } : plain(answer)
  }
}

type Keys = { p256dh: Uint8Array; auth: Uint8Array }

/** A body that a browser with these keys can read (RFC 8291 §3.4), as one record of RFC 8188. */
export async function encryptFor(
  { p256dh, auth }: Keys,
  text: Uint8Array,
  given: { salt?: Uint8Array; pair?: CryptoKeyPair } = {},
): Promise<Uint8Array> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const salt = given.salt ?? crypto.getRandomValues(new Uint8Array(16))
  const pair =
    given.pair ?? ((await crypto.subtle.generateKey(curve, true, ['deriveBits'])) as CryptoKeyPair)
  const theirs = await crypto.subtle.importKey('raw', p256dh, curve, false, [])
  const ours = new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer)
  // Workers' types call the member of the specification by a name of their own.
  const agreement = { name: 'ECDH', public: theirs } as unknown as SubtleCryptoDeriveKeyAlgorithm
  const shared = new Uint8Array(await crypto.subtle.deriveBits(agreement, pair.privateKey, 256))
  const secret = await hkdf(auth, shared, joined(label('WebPush: info'), p256dh, ours), 32)
  const key = await hkdf(salt, secret, label('Content-Encoding: aes128gcm'), 16)
  const nonce = await hkdf(salt, secret, label('Content-Encoding: nonce'), 12)
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  // 2 marks the last record, and here the only one.
  const record = joined(text, Uint8Array.of(2))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, aes, record)
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, RECORD_BYTES)
  return joined(salt, size, Uint8Array.of(ours.length), ours, new Uint8Array(sealed))
}

async function hkdf(
  salt: Uint8Array,
  input: Uint8Array,
  info: Uint8Array,
  bytes: number,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', input, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, bytes * 8))
}

const label = (text: string): Uint8Array => new TextEncoder().encode(`${text}\0`)

const joined = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
