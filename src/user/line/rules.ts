import { MINUTE_MS } from '#src/common/clock.ts'
import { base64url, fromBase64url } from '#src/common/id.ts'

/** What goes to LINE and comes back: the language of whoever asked, and until when it holds. */
export type Asked = { locale: 'th' | 'en'; nonce: string; untilMs: number }

/** As long as somebody may take at LINE's door. */
export const DOOR_OPEN_MS = 8 * MINUTE_MS

/** LINE's ids of users (Messaging API, "user ID"). */
export const isLineUser = (id: string): boolean => /^U[0-9a-f]{32}$/.test(id)

export const asBytes = (asked: Asked): Uint8Array => new TextEncoder().encode(JSON.stringify(asked))

/** What is signed: whose errand it is, which is nobody's to read on the way. */
export const signedBytes = (said: Uint8Array, userId: string): Uint8Array =>
  new TextEncoder().encode(JSON.stringify([base64url(said), userId]))

export const toState = (said: Uint8Array, signature: Uint8Array): string =>
  `${base64url(said)}.${base64url(signature)}`

export function fromState(state: string): { said: Uint8Array; signature: Uint8Array } {
  const [said = '', signature = ''] = state.split('.')
  return { said: fromBase64url(said), signature: fromBase64url(signature) }
}

/** What was signed, if it still holds; only for what carries our signature, so its shape is ours. */
export function readAsked(said: Uint8Array, now: Date): Asked | undefined {
  const asked = JSON.parse(new TextDecoder().decode(said)) as Asked
  return asked.untilMs > now.getTime() ? asked : undefined
}
