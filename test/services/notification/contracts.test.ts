import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { resendBody } from '#src/services/notification/channels/email.ts'
import { lineBody } from '#src/services/notification/channels/line.ts'
import { expoBody, fcmBody } from '#src/services/notification/channels/phone-push.ts'
import { thaiBulkBody } from '#src/services/notification/channels/sms.ts'
import { encryptFor, pushedText } from '#src/services/notification/channels/web-push.ts'
import type { Outgoing } from '#src/services/notification/index.ts'
import { ExpoPush, FcmPush, LinePush, ResendEmail, ThaiBulkSms } from './contracts.ts'

const message = (title: string, body: string): Outgoing => ({
  ...{ id: newId('dlv'), locale: 'th', title, body },
  url: `https://talat.example/order-groups/${newId('grp')}/open#${'x'.repeat(43)}`,
  unsubscribeUrl: 'https://talat.example/api/unsubscribe?token=a.b',
})
const MESSAGES: [string, Outgoing][] = [
  ['plain', message('จ่ายคำสั่งซื้อ TL-1 แล้ว', 'ได้รับ ฿1,234 เรียบร้อย')],
  ['with line breaks and marks', message('a\r\nBcc: b@c.d', '<b>"x"</b>\u2028')],
  ['without a body', message('New', '')],
]

describe.each(MESSAGES)('What is sent keeps to what providers take: %s', (_, given) => {
  it('by email, text message, LINE, Expo and Firebase', () => {
    const mail = resendBody('Talat <no-reply@talat.example>', 'a@example.test', given)
    const sent = [
      ResendEmail.safeParse(mail),
      ThaiBulkSms.safeParse(thaiBulkBody('Talat', '+66812345678', given)),
      LinePush.safeParse(lineBody(`U${'0'.repeat(32)}`, given)),
      ExpoPush.safeParse(expoBody('ExponentPushToken[abc]', given)),
      FcmPush.safeParse(fcmBody('token', given)),
    ]
    expect(sent.flatMap(({ error }) => error?.issues ?? [])).toEqual([])
  })
})

it('A contract refuses what its provider would', () => {
  const [, plain] = MESSAGES[0] ?? []
  if (plain === undefined) throw new Error('no message')
  const long = { ...plain, body: 'x'.repeat(6000) }
  expect(LinePush.safeParse(lineBody(`U${'0'.repeat(32)}`, long)).success).toBe(true)
  expect(LinePush.safeParse(lineBody('somchai', plain)).success).toBe(false)
  expect(
    ThaiBulkSms.safeParse(thaiBulkBody('A name too long', '+66812345678', plain)).success,
  ).toBe(false)
  expect(ThaiBulkSms.safeParse(thaiBulkBody('Talat', '+14155550100', plain)).success).toBe(false)
  expect(ExpoPush.safeParse(expoBody('ExponentPushToken[abc]', long)).success).toBe(false)
})

it('A push is opened by the browser’s own keys alone (RFC 8291, RFC 8188)', async () => {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const { subtle } = webcrypto
  const pair = await subtle.generateKey(curve, true, ['deriveBits'])
  const p256dh = new Uint8Array(await subtle.exportKey('raw', pair.publicKey))
  const auth = webcrypto.getRandomValues(new Uint8Array(16))
  const [, given] = MESSAGES[0] ?? []
  if (given === undefined) throw new Error('no message')
  const text = new TextEncoder().encode(JSON.stringify(pushedText(given)))
  const body = await encryptFor({ p256dh, auth }, text)
  const opened = await open(body, { privateKey: pair.privateKey, p256dh, auth })
  expect(JSON.parse(opened)).toEqual(pushedText(given))
  const other = webcrypto.getRandomValues(new Uint8Array(16))
  await expect(open(body, { privateKey: pair.privateKey, p256dh, auth: other })).rejects.toThrow()
})

type Browser = { privateKey: webcrypto.CryptoKey; p256dh: Uint8Array; auth: Uint8Array }

/** What a browser does with a body: its header names the salt and the sender's key (RFC 8188 §2.1). */
async function open(body: Uint8Array, { privateKey, p256dh, auth }: Browser): Promise<string> {
  const { subtle } = webcrypto
  const bytes = (...parts: (Uint8Array | string)[]) =>
    Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)))
  const salt = body.slice(0, 16)
  const idLength = body[20] ?? 0
  const theirs = body.slice(21, 21 + idLength)
  const sealed = body.slice(21 + idLength)
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const sender = await subtle.importKey('raw', theirs, curve, false, [])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: sender }, privateKey, 256)
  const hkdf = async (from: ArrayBuffer, by: Uint8Array, info: Uint8Array, length: number) => {
    const key = await subtle.importKey('raw', from, 'HKDF', false, ['deriveBits'])
    const how = { name: 'HKDF', hash: 'SHA-256', salt: by, info }
    return await subtle.deriveBits(how, key, length * 8)
  }
  const secret = await hkdf(shared, auth, bytes('WebPush: info\0', p256dh, theirs), 32)
  const key = await hkdf(secret, salt, bytes('Content-Encoding: aes128gcm\0'), 16)
  const iv = await hkdf(secret, salt, bytes('Content-Encoding: nonce\0'), 12)
  const aes = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  const record = new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv }, aes, sealed))
  // The last byte says that this record is the last one.
  expect(record.at(-1)).toBe(2)
  return new TextDecoder().decode(record.slice(0, -1))
}
