import { base64url, fromBase64url } from '#src/common/id.ts'

/**
 * Whose push services may be spoken to. A browser says where its pushes go, and whatever is said here is
 * an address that our servers call: names of the vendors alone, over https, on the usual port.
 */
const PUSH_HOSTS = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  '*.push.apple.com',
  '*.push.services.mozilla.com',
  '*.notify.windows.com',
]

/** Whether a browser's endpoint is at a push service that we know. */
export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username, password } = new URL(endpoint)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false
  return PUSH_HOSTS.some((host) =>
    host.startsWith('*.')
      ? hostname.endsWith(host.slice(1)) && hostname.length > host.length - 1
      : hostname === host,
  )
}

/** What a device is reached by, one text for each kind. */
export type NewDevice =
  | { kind: 'web_push'; endpoint: string; keys: { p256dh: string; auth: string } }
  | { kind: 'fcm' | 'expo' | 'line'; token: string }

/** Only LINE's ids are no secret: of the others whoever has one is the one who holds the device. */
export const movesWithItsHolder = ({ kind }: { kind: NewDevice['kind'] }): boolean =>
  kind !== 'line'

/** A device as it is kept. */
export function keptAs(device: NewDevice) {
  if (device.kind !== 'web_push') {
    return { kind: device.kind, token: device.token, p256dh: null, auth: null }
  }
  const { endpoint, keys } = device
  return { kind: device.kind, token: endpoint, p256dh: keys.p256dh, auth: keys.auth }
}

/** The public half of a signing key as a browser takes it: an uncompressed point, base64url. */
export const applicationKey = ({ x, y }: { x: string; y: string }): string =>
  base64url(Uint8Array.from([4, ...fromBase64url(x), ...fromBase64url(y)]))
