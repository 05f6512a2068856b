import { importPKCS8, SignJWT } from 'jose'
import { ask, plain, textAt } from '../http.ts'
import type { Outgoing, Send } from '../index.ts'

/** What Expo is asked to send. */
export const expoBody = (to: string, { id, title, body, url }: Outgoing) => ({
  ...{ to, title, body },
  data: { id, url },
})

/** Pushes by Expo (docs.expo.dev/push-notifications/sending-notifications); the token is optional there. */
export const expoPush =
  ({ accessToken }: { accessToken: string | undefined }): Send =>
  async ({ to }, message) => {
    const answer = await ask('https://exp.host/--/api/v2/push/send', {
      headers: {
        'content-type': 'application/json',
        ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
      },
      body: JSON.stringify(expoBody(to, message)),
    })
    if (answer.kind !== 'accepted') return plain(answer)
    if (textAt(answer.body, 'data', 'status') === 'ok') {
      return { kind: 'sent', ref: textAt(answer.body, 'data', 'id') }
    }
    const fault = textAt(answer.body, 'data', 'details', 'error') ?? 'unknown'
    if (fault === 'DeviceNotRegistered') return { kind: 'refused', reason: 'gone', gone: true }
    const passing = fault === 'MessageRateExceeded' || fault === 'unknown'
    return { kind: passing ? 'unavailable' : 'refused', reason: `expo_${fault}` }
  }

/** What of a Google service account's file is needed. */
export type ServiceAccount = { project_id: string; client_email: string; private_key: string }

const TOKEN_URL = 'https://oauth2.googleapis.com/token'
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging'
// Tokens last an hour: one is asked for anew a little before that.
const KEPT_MS = 50 * 60 * 1000
const tokens = new Map<string, { token: string; untilMs: number }>()

/** What Firebase is asked to send. */
export const fcmBody = (token: string, { id, title, body, url }: Outgoing) => ({
  message: {
    token,
    notification: { title, body },
    data: { id, url },
    // The same message again takes the place of the first, on Android and on Apple's.
    android: { collapse_key: id, notification: { tag: id } },
    apns: { headers: { 'apns-collapse-id': id } },
  },
})

/** Pushes by Firebase Cloud Messaging, v1; the access token is kept in the isolate. */
export const fcmPush =
  (account: ServiceAccount, nowMs: () => number = Date.now): Send =>
  async ({ to }, message) => {
    const token = await accessToken(account, nowMs())
    if (token === null) return { kind: 'unavailable', reason: 'no_access_token' }
    const project = encodeURIComponent(account.project_id)
    const answer = await ask(`https://fcm.googleapis.com/v1/projects/${project}/messages:send`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(fcmBody(to, message)),
    })
    if (answer.kind === 'accepted') return { kind: 'sent', ref: textAt(answer.body, 'name') }
    const gone = 'status' in answer && answer.status === 404
    return gone ? { kind: 'refused', reason: 'gone', gone } : plain(answer)
  }

async function accessToken(account: ServiceAccount, now: number): Promise<string | null> {
  const kept = tokens.get(account.client_email)
  if (kept !== undefined && kept.untilMs > now) return kept.token
  const assertion = await new SignJWT({ scope: SCOPE })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(account.client_email)
    .setAudience(TOKEN_URL)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importPKCS8(account.private_key, 'RS256'))
  const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
  const answer = await ask(TOKEN_URL, {
    headers: {},
    body: new URLSearchParams({ grant_type: grant, assertion }),
  })
  const token = answer.kind === 'accepted' ? textAt(answer.body, 'access_token') : null
  if (token !== null) tokens.set(account.client_email, { token, untilMs: now + KEPT_MS })
  return token
}
