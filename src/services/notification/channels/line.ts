import { ask, plain } from '../http.ts'
import type { Outgoing, Send } from '../index.ts'

const MAX_TEXT = 5000

/** What LINE is asked to send. */
export const lineBody = (to: string, { title, body, url }: Outgoing) => ({
  to,
  messages: [{ type: 'text', text: [title, body, url].join('\n').slice(0, MAX_TEXT) }],
})

/**
 * Messages of the market's LINE account (developers.line.biz, Messaging API). The retry key must be a
 * UUID, so it is made of the delivery's id; what was taken under it before is answered with 409.
 */
export const linePush =
  ({ channelToken }: { channelToken: string }): Send =>
  async ({ to }, message) => {
    const answer = await ask('https://api.line.me/v2/bot/message/push', {
      headers: {
        authorization: `Bearer ${channelToken}`,
        'content-type': 'application/json',
        'x-line-retry-key': await uuidOf(message.id),
      },
      body: JSON.stringify(lineBody(to, message)),
    })
    if (answer.kind === 'accepted') return { kind: 'sent', ref: null }
    if ('status' in answer && answer.status === 409) return { kind: 'sent', ref: null }
    return plain(answer)
  }

// Version 8 of RFC 9562: made of whatever its maker likes.
async function uuidOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const bytes = new Uint8Array(digest).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
