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
