import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../app/messages/index.ts'
import { watch as watchTexts } from '../../app/messages/watch.ts'
import { approveInAnotherTab, type Card } from './shopping.ts'
import { openStall } from './stall.ts'
import { account, addressOf, call, contextOf, place } from './visitors.ts'
import { openBrowser, type World, world } from './world.ts'

const { site, notifications, product, order: orders } = messagesIn('th')
const watch = watchTexts.th
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'th-TH' }
/** From the shelf over the outbox and the queue to an open page. */
const SOON = { timeout: 20_000 }

type Shelf = {
  productId: string
  productSlug: string
  title: string
  variantId: string
  available: number
}
type Sent = { way: string; recipient: string; subject: string; request: object }

describe('What people are told', () => {
  let browser: Browser
  const { storefront, api }: World = world()

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  /** A product of one kind alone, and what sets how many of it are there. */
  async function aShelf() {
    const { read, act } = await openStall(world())
    const { items: shelves } = await read<{ items: Shelf[] }>('variants?limit=100')
    const kinds = new Map<string, number>()
    for (const { productId } of shelves) kinds.set(productId, (kinds.get(productId) ?? 0) + 1)
    for (const { productId, productSlug, title, variantId, available } of shelves) {
      if (kinds.get(productId) !== 1 || available < 5) continue
      let there = available
      const holds = async (count: number) => {
        const body = { delta: count - there, reason: count > there ? 'received' : 'adjusted' }
        there = (await act<Shelf>(`variants/${variantId}/stock`, body)).available
        expect(there).toBe(count)
      }
      return { slug: productSlug, title, before: available, holds }
    }
    throw new RangeError('the stall sells nothing of one kind alone')
  }

  async function visitor(who: string) {
    const made = await account({ api, storefront, who })
    return { ...made, context: await contextOf(browser, storefront, made.cookie, PHONE) }
  }

  const bell = (page: Page, unread: number) =>
    page.getByRole('link', { name: site.newsCount(unread), exact: true })
  const sentTo = async (way: string, recipient: string): Promise<Sent[]> =>
    (await call<{ items: Sent[] }>(`${api}/dev/inbox.json`)).items.filter(
      (one) => one.way === way && one.recipient === recipient,
    )

  it('that a thing is back: on the bell, in the open inbox, and by mail', async () => {
    const shelf = await aShelf()
    const { context, email } = await visitor('waits')
    try {
      await shelf.holds(0)
      const page = await context.newPage()
      await page.goto(`${storefront}/p/${shelf.slug}`)
      await page.getByRole('button', { name: watch.back }).click()
      await page.getByText(watch.kept(shelf.title)).first().waitFor()
      const inbox = await context.newPage()
      await inbox.goto(`${storefront}/notifications`)
      await inbox.getByText(notifications.empty).waitFor()
      await bell(page, 0).waitFor()

      // Whoever goes on reading while the list is read anew stays where they have come to.
      const answers = await heldBack(inbox, /\/notifications\.data/)
      await shelf.holds(3)
      await answers.asked
      await inbox.evaluate(() => window.scrollTo(0, 100))
      answers.letGo()
      await bell(page, 1).waitFor(SOON)
      const row = inbox.getByRole('listitem').filter({ hasText: shelf.title })
      await row.waitFor(SOON)
      expect(await inbox.evaluate(() => window.scrollY)).toBe(100)
      expect(await row.getByRole('link').getAttribute('href')).toBe(`/p/${shelf.slug}`)
      await expect.poll(async () => (await sentTo('email', email)).length, SOON).toBe(1)
      const [letter] = await sentTo('email', email)
      expect(letter?.subject).toContain(shelf.title)
      const letters = await context.newPage()
      await letters.goto(`${api}/dev/inbox`)
      await letters.getByText(`email → ${email}`).waitFor()

      await row.getByRole('link').click()
      await inbox.waitForURL(`${storefront}/p/${shelf.slug}`)
      await bell(inbox, 0).waitFor()
      await bell(page, 0).waitFor(SOON)
    } finally {
      await shelf.holds(shelf.before)
      await context.close()
    }
  })

  it('that few are left, and none, on a page that is open', async () => {
    const shelf = await aShelf()
    const context = await browser.newContext(PHONE)
    try {
      await shelf.holds(30)
      const page = await context.newPage()
      const line = page.waitForEvent('websocket', (one) => one.url().includes('/api/live/stock:'))
      await page.goto(`${storefront}/p/${shelf.slug}`)
      await (await line).waitForEvent('framereceived')
      await shelf.holds(3)
      await page.getByText(product.lastOnes(3)).first().waitFor(SOON)
      await shelf.holds(0)
      await page.getByText(product.soldOutLong).first().waitFor(SOON)
    } finally {
      await shelf.holds(shelf.before)
      await context.close()
    }
  })

  it('that an order was paid and shipped and has come, in lists that are open', async () => {
    const { cards, act } = await openStall(world())
    const { headers, context, who } = await visitor('buys')
    const { id: addressId } = await call<{ id: string }>(
      `${api}/api/me/addresses`,
      addressOf(who),
      headers,
    )
    const { groupId, orderId } = await place(api, cards[0] as Card, headers, { addressId })
    const list = await context.newPage()
    await list.goto(`${storefront}/orders`)
    const order = list.locator('article', { has: list.locator(`a[href*="${groupId}"]`) })
    await order.getByText(orders.status.pending_payment).first().waitFor()
    const inbox = await context.newPage()
    await inbox.goto(`${storefront}/notifications`)

    const pay = await context.newPage()
    await pay.goto(`${storefront}/checkout/pay/${groupId}`)
    await approveInAnotherTab(context, pay)
    await order.getByText(orders.status.paid).first().waitFor(SOON)
    await act(`orders/${orderId}/accept`)
    await act(`orders/${orderId}/parcels`, { trackingNumber: 'TH01034ABCD12A' })
    await order.getByText(orders.status.shipped).first().waitFor(SOON)
    const news = inbox.locator(`main a[href*="${groupId}"], main a[href*="${orderId}"]`)
    await expect.poll(async () => await news.count(), SOON).toBeGreaterThanOrEqual(2)
    const key = { 'idempotency-key': crypto.randomUUID() }
    await call(`${api}/api/orders/${orderId}/received`, {}, { ...headers, ...key })
    await order.getByText(orders.status.completed).first().waitFor(SOON)
    await context.close()
  })

  it('through the service worker: a push shows its notification, which names its page', async () => {
    const shelf = await aShelf()
    const { headers, context } = await visitor('pushed')
    try {
      const keys = await browserKeys()
      const endpoint = `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`
      await call(`${api}/api/me/devices`, { kind: 'web_push', endpoint, keys }, headers)
      await shelf.holds(0)
      const page = await context.newPage()
      await page.goto(`${storefront}/p/${shelf.slug}`)
      await page.getByRole('button', { name: watch.back }).click()
      await page.getByText(watch.kept(shelf.title)).first().waitFor()
      await shelf.holds(2)
      await expect.poll(async () => (await sentTo('web_push', endpoint)).length, SOON).toBe(1)
      const [push] = await sentTo('web_push', endpoint)

      const shown = await recordShown(page)
      await deliver(await context.newCDPSession(page), page, JSON.stringify(push?.request))
      await expect.poll(async () => (await shown()).length, SOON).toBe(1)
      const [one] = await shown()
      expect(one?.url).toContain(`/p/${shelf.slug}`)
      expect(`${one?.title} ${one?.body}`).toContain(shelf.title)
    } finally {
      await shelf.holds(shelf.before)
      await context.close()
    }
  })
})

/** Keeps a page's requests waiting from the first of them on, until they are let go. */
async function heldBack(page: Page, address: RegExp) {
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>()
  await page.route(address, async (route) => {
    isAsked()
    await gate
    await route.continue()
  })
  return { asked, letGo }
}

/** What a browser's subscription is encrypted to. */
async function browserKeys(): Promise<{ p256dh: string; auth: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ])
  const point = await crypto.subtle.exportKey('raw', pair.publicKey)
  const auth = crypto.getRandomValues(new Uint8Array(16))
  return {
    p256dh: Buffer.from(point).toString('base64url'),
    auth: Buffer.from(auth).toString('base64url'),
  }
}

type Shown = { title: string; body: string; url: string }
type Recorder = { shown: Shown[]; registration: { showNotification: unknown } }

/**
 * What the page's service worker has the browser show. A browser without a screen may show nothing,
 * whatever it is permitted: what would be drawn is written down in its place.
 */
async function recordShown(page: Page): Promise<() => Promise<Shown[]>> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  const [worker] = page.context().serviceWorkers()
  if (worker === undefined) throw new RangeError('no service worker')
  await worker.evaluate(() => {
    const own = globalThis as unknown as Recorder
    own.shown = []
    own.registration.showNotification = async (
      title: string,
      { body, data }: { body: string; data: { url: string } },
    ) => void own.shown.push({ title, body, url: data.url })
  })
  return async () => await worker.evaluate(() => (globalThis as unknown as Recorder).shown)
}

/** Hands a push to the page's service worker, as a push service does. */
async function deliver(devtools: CDPSession, page: Page, pushed: string): Promise<void> {
  const found = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [own] = registrations
      if (own !== undefined) resolve(own.registrationId)
    }),
  )
  await devtools.send('ServiceWorker.enable')
  const { origin } = new URL(page.url())
  const registrationId = await found
  await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: pushed })
}
