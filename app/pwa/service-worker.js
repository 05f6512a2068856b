// Keeps what never changes (hashed files, product pictures) and a page for when there is no network.
// Nothing that is one person's is ever kept: pages and the API always come from the network.
// The build writes VERSION and SHELL above this line: see plugin.ts.
/* global VERSION, SHELL */

const SHELL_CACHE = `shell-${VERSION}`
const FILES = { name: 'files-1', most: 100 }
const PICTURES = { name: 'pictures-1', most: 200 }

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell())
})

async function keepShell() {
  const cache = await caches.open(SHELL_CACHE)
  // Without cookies: what is kept is the same for everybody. Past the browser's own cache: a hashed
  // file is small enough to be fetched again, and the offline page has no hash.
  const request = (url) => new Request(url, { credentials: 'omit', cache: 'no-cache' })
  await cache.addAll(SHELL.map(request))
  await self.skipWaiting()
}

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

async function takeOver() {
  const current = [SHELL_CACHE, FILES.name, PICTURES.name]
  const old = (await caches.keys()).filter((name) => !current.includes(name))
  await Promise.all(old.map((name) => caches.delete(name)))
  // The page is asked for while this worker starts, so that it costs a navigation no time.
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (!pathname.startsWith('/api/')) event.respondWith(pageOrOffline(event, pathname))
  } else if (pathname.startsWith('/assets/') || pathname.startsWith('/icons/')) {
    event.respondWith(keptFirst(event, FILES))
  } else if (pathname.startsWith('/media/')) {
    event.respondWith(keptFirst(event, PICTURES))
  }
})

async function pageOrOffline(event, pathname) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch (error) {
    const english = pathname === '/en' || pathname.startsWith('/en/')
    const page = await caches.match(english ? '/offline/en' : '/offline/th')
    if (page === undefined) throw error
    return page
  }
}

async function keptFirst(event, { name, most }) {
  const kept = await caches.match(event.request)
  if (kept !== undefined) return kept
  const answer = await fetch(event.request)
  // A part of a file, a redirect or a refusal is no file.
  if (answer.status === 200 && !answer.redirected) {
    event.waitUntil(keep(name, most, event.request, answer.clone()))
  }
  return answer
}

async function keep(name, most, request, answer) {
  const cache = await caches.open(name)
  await cache.put(request, answer)
  // In the order in which they came: the oldest go first.
  const urls = await cache.keys()
  await Promise.all(urls.slice(0, -most).map((url) => cache.delete(url)))
}

self.addEventListener('push', (event) => {
  event.waitUntil(tell(event.data))
})

// A browser takes the right away from who gets a push and shows nothing.
async function tell(data) {
  const { id, title, body, url } = readPush(data)
  await self.registration.showNotification(title, {
    ...{ body, tag: id, data: { id, url } },
    ...{ icon: '/icons/192.png', badge: '/icons/192.png' },
  })
}

function readPush(data) {
  try {
    const { id, title, body, url } = data.json()
    if (typeof title === 'string' && title !== '') return { id, title, body, url }
  } catch {
    // Not ours, or cut off: that there is something new is all that is known.
  }
  return { id: 'new', title: 'ตลาด Talat', body: '', url: '/notifications' }
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage(event.notification.data?.url))
})

/** Shows a page of ours: in a tab that has it, in one that may leave its page, or in a new one. */
async function openPage(url) {
  const target = ownAddress(url)
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = tabs.find((tab) => tab.url.split('#')[0] === target)
  if (there !== undefined) return await there.focus()
  // Nobody is taken away from paying.
  const free = tabs.find((tab) => !/^\/(?:en\/)?checkout(?:\/|$)/.test(new URL(tab.url).pathname))
  try {
    if (free !== undefined) return await (await free.focus()).navigate(target)
  } catch {
    // A tab that this worker does not control yet cannot be led anywhere.
  }
  return await self.clients.openWindow(target)
}

// Whatever a push says, only our own pages are opened.
function ownAddress(url) {
  const { pathname, search } = new URL(url ?? '/notifications', self.location.origin)
  return self.location.origin + pathname + search
}

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(subscribeAgain(event))
})

/** The push service has given this browser a new address: whoever is signed in has pushes go there. */
async function subscribeAgain({ oldSubscription, newSubscription }) {
  const options = oldSubscription?.options
  const subscription =
    newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)))
  if (!subscription) return
  const accessToken = await self.navigator.locks.request('talat-refresh', renew)
  if (accessToken === undefined) return await subscription.unsubscribe()
  const { endpoint, keys } = subscription.toJSON()
  await post('/api/me/devices', { kind: 'web_push', endpoint, keys }, accessToken)
}

async function renew() {
  const answer = await post('/api/auth/refresh', {})
  return answer.ok ? (await answer.json()).accessToken : undefined
}

function post(path, body, accessToken) {
  const headers = { 'Content-Type': 'application/json' }
  if (accessToken !== undefined) headers.Authorization = `Bearer ${accessToken}`
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
}
