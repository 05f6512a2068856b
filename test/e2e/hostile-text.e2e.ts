import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE } from './hostile.ts'
import { plantHostileRows } from './hostile-rows.ts'
import type { Card } from './shopping.ts'
import { addressOf, call, contextOf, guest, place, shopper, type Visitor } from './visitors.ts'
import { watched } from './watched-page.ts'
import { openBrowser, world } from './world.ts'

/** Longer than any name of a shop or category is remembered. */
const FORGOTTEN_MS = 25_000

describe('Text of strangers', () => {
  const { storefront, api, state } = world()
  let browser: Browser
  let planted: ReturnType<typeof plantHostileRows>
  let cards: Card[]
  let author: Visitor

  beforeAll(async () => {
    planted = plantHostileRows(state)
    browser = await openBrowser()
    const given = { api, storefront, who: 'hostile-author' }
    cards = await Promise.all(
      planted.slugs.map(async (slug) => await call<Card>(`${api}/api/products/${slug}`)),
    )
    const [card] = cards
    if (card === undefined) throw new Error('nothing was planted')
    author = await shopper({ ...given, card, name: HOSTILE[2] ?? '' })
    await untilShown()
  })
  afterAll(async () => {
    planted.restore()
    await browser.close()
  })

  async function untilShown(): Promise<void> {
    const until = Date.now() + FORGOTTEN_MS
    const shown = async () => {
      const { name } = (await call<Card>(`${api}/api/products/${planted.slugs[0]}`)).shop
      const tree = await call<object>(`${api}/api/categories`)
      return HOSTILE.includes(name) && JSON.stringify(tree).includes('__xss')
    }
    while (!(await shown())) {
      expect(Date.now()).toBeLessThan(until)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }

  const openAs = async ({ cookie }: Visitor) =>
    await contextOf(browser, storefront, cookie, { viewport: { width: 1280, height: 900 } })

  /** Opens each page and says which of them showed none of the text. */
  async function look(context: BrowserContext, paths: readonly string[]): Promise<string[]> {
    const page = await context.newPage()
    const without: string[] = []
    for (const path of paths) {
      await page.goto(storefront + path, { waitUntil: 'load' })
      // Hydrated, and focus, load and toggle handlers had their turn.
      await page.evaluate(async () => await new Promise((done) => setTimeout(done, 50)))
      const seen = await page.evaluate(() => document.documentElement.outerHTML.includes('__xss'))
      if (!seen) without.push(path)
      expect(new URL(page.url()).origin).toBe(storefront)
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    }
    await page.close()
    return without
  }

  it('of sellers and reviewers is text on every page that shows it', {
    timeout: 120_000,
  }, async () => {
    const context = await openAs(author)
    const { ran, stopped } = await watched(context)
    const [card] = cards as [Card & { category: { slug: string } }]
    const without = await look(context, [
      ...['/', '/en', '/c/all', `/en/c/${card.category.slug}`, `/s/${planted.shop}`],
      ...[`/en/s/${planted.shop}?sort=price-asc`, '/cart', '/en/cart', '/checkout'],
      ...planted.slugs.map((slug, n) => `${n % 2 === 0 ? '' : '/en'}/p/${slug}`),
    ])
    expect({ ran: ran(), stopped: stopped(), without }).toEqual({
      ran: [],
      stopped: [],
      without: [],
    })
    // Pages renewed the session meanwhile: what it began with is of no use any more.
    const cookies = await context.cookies()
    author = { ...author, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
    await context.close()
  })

  it('of a shopper is text on his own pages', { timeout: 120_000 }, async () => {
    const [card] = cards
    if (card === undefined) throw new Error('nothing was planted')
    const groups: string[] = []
    const orders: string[] = []
    // Every text in some line of an address; each address on an order of its own.
    for (let n = 0; n < HOSTILE.length; n += 3) {
      const [recipient = '', line1 = '', line2 = ''] = [0, 1, 2].map(
        (next) => HOSTILE[(n + next) % HOSTILE.length],
      )
      const written = { ...addressOf('x'), recipient, line1, line2 }
      const { id } = await call<{ id: string }>(`${api}/api/me/addresses`, written, author.headers)
      if (n % 9 !== 0) continue
      const { groupId, orderId } = await place(api, card, author.headers, { addressId: id })
      groups.push(groupId)
      orders.push(orderId)
    }
    const context = await openAs(author)
    const { ran, stopped } = await watched(context)
    const without = await look(context, [
      ...['/orders', '/en/orders', '/cart'],
      ...orders.map((id) => `/orders/${id}`),
      ...groups.map((id) => `/en/order-groups/${id}`),
      ...groups.slice(0, 1).map((id) => `/checkout/pay/${id}`),
    ])
    expect({ ran: ran(), stopped: stopped(), without }).toEqual({
      ran: [],
      stopped: [],
      without: [],
    })
    await context.close()
  })

  it('of a guest is text on the page of his order', async () => {
    const [, card] = cards
    if (card === undefined) throw new Error('nothing was planted')
    const visitor = await guest({ api, storefront, who: 'hostile-guest', card })
    const context = await openAs(visitor)
    const { ran, stopped } = await watched(context)
    const group = visitor.order?.groupId ?? ''
    const without = await look(context, [`/order-groups/${group}`, `/en/checkout/pay/${group}`])
    expect({ ran: ran(), stopped: stopped(), without }).toEqual({
      ran: [],
      stopped: [],
      without: [],
    })
    await context.close()
  })
})
