import { callApi } from '../session/store.ts'

/** How it stands with pushes to this browser; `install` is iOS before the market is on the home screen. */
export type PushState = 'unsupported' | 'install' | 'blocked' | 'off' | 'on'

/** Whose pushes this browser gets: on a shared computer somebody else's are not one's own. */
const OWNER = 'talat-push'

export async function readPush(userId: string): Promise<PushState> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    return isIos() ? 'install' : 'unsupported'
  }
  if (Notification.permission === 'denied') return 'blocked'
  const subscription = await subscribed()
  const isOurs = Notification.permission === 'granted' && localStorage.getItem(OWNER) === userId
  return subscription !== null && isOurs ? 'on' : 'off'
}

/**
 * Has pushes come to this browser: asks its person, subscribes, and tells the API where. Only after a
 * press: a question that comes by itself is answered with no. @throws whatever of it failed
 */
export async function turnOnPush(userId: string, applicationServerKey: string): Promise<PushState> {
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return permission === 'denied' ? 'blocked' : 'off'
  const { pushManager } = await navigator.serviceWorker.ready
  // One that was made with another key cannot be pushed to by us.
  await (await pushManager.getSubscription())?.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
  try {
    await register(subscription)
  } catch (error) {
    await subscription.unsubscribe()
    throw error
  }
  localStorage.setItem(OWNER, userId)
  return 'on'
}

/** Has no more pushes come here; the API forgets the browser, or learns of it by the next push. */
export async function turnOffPush(): Promise<PushState> {
  const subscription = await subscribed()
  localStorage.removeItem(OWNER)
  if (subscription === null) return 'off'
  try {
    // The same subscription again is the same device: so its id is known.
    const { id } = await register(subscription)
    await callApi(`/api/me/devices/${id}`, { method: 'DELETE' })
  } finally {
    await subscription.unsubscribe()
  }
  return 'off'
}

async function subscribed(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

async function register(subscription: PushSubscription): Promise<{ id: string }> {
  const { endpoint, keys } = subscription.toJSON()
  const answer = await callApi('/api/me/devices', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ kind: 'web_push', endpoint },
      keys: { p256dh: keys?.p256dh, auth: keys?.auth },
    }),
  })
  if (!answer.ok) throw new Error(`the device was refused with ${answer.status}`)
  return (await answer.json()) as { id: string }
}

// iPads call themselves Macs, of which none has a touch screen.
const isIos = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)
