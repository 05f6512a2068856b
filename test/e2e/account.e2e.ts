import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Card, pickFromShops } from './shopping.ts'
import { contextOf, guest, PASSWORD, shopper } from './visitors.ts'
import { openBrowser, type World, world } from './world.ts'

describe('An account', () => {
  let browser: Browser
  let card: Card
  const { storefront, api }: World = world()

  beforeAll(async () => {
    browser = await openBrowser()
    const [first] = await pickFromShops(api, 1)
    if (first === undefined) throw new Error('an empty market')
    card = first
  })
  afterAll(async () => await browser.close())

  const opened = async (cookie: string, options: BrowserContextOptions = {}) =>
    await (await contextOf(browser, storefront, cookie, options)).newPage()

  it.each([true, false])(
    'is greeted by its name once, where one came from (scripts: %s)',
    async (javaScriptEnabled) => {
      const page = await opened('', { javaScriptEnabled, viewport: { width: 1280, height: 900 } })
      await page.goto(`${storefront}/en/p/${card.slug}`)
      await page.getByRole('link', { name: 'Register' }).click()
      await page.waitForURL(/\/en\/register/)
      await page.fill('input[name=name]', 'มะลิ ใจดี')
      await page.fill('input[name=email]', `greeted.${javaScriptEnabled}@example.test`)
      await page.fill('input[type=password]', PASSWORD)
      await page.locator('main form button[type=submit]').first().click()
      await page.waitForURL(`${storefront}/en/p/${card.slug}`)
      const greeting = page.getByText('Welcome to Talat, มะลิ ใจดี').filter({ visible: true })
      await greeting.waitFor()
      expect(await greeting.count()).toBe(1)
      if (javaScriptEnabled) {
        expect(await page.getByRole('status').filter({ has: greeting }).count()).toBe(1)
      }
      await page.goto(`${storefront}/en/profile`)
      expect(await greeting.count()).toBe(0)
      await page.context().close()
    },
  )

  it('may be signed in to from a page of the other language', async () => {
    const { secrets } = await shopper({ api, storefront, who: 'crossing', card })
    const page = await opened('')
    await page.goto(`${storefront}/sign-in?next=%2Fen%2Forders`)
    await page.fill('input[name=email]', secrets.find((one) => one.includes('@')) ?? '')
    await page.fill('input[type=password]', PASSWORD)
    await page.locator('main form button[type=submit]').first().click()
    await page.getByRole('heading', { name: 'My orders' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('link', { name: 'Talat, home' }).first().click()
    await page.waitForURL(`${storefront}/en`)
    await page.getByRole('main').getByRole('heading').first().waitFor()
    await page.context().close()
  })

  it('is said to be needed where it is, and nowhere else', async () => {
    const page = await opened('')
    const needed = page.getByText('Sign in to see that page')
    await page.goto(`${storefront}/en/orders`)
    expect(new URL(page.url()).pathname).toBe('/en/sign-in')
    await needed.waitFor()
    await page.goto(`${storefront}/en/p/${card.slug}`)
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
    await page.waitForURL(/\/en\/sign-in\?next=/)
    expect(await needed.count()).toBe(0)
    await page.context().close()
  })

  it('finds its orders again by a link that is no more, and is told so', async () => {
    const { cookie } = await shopper({ api, storefront, who: 'strayed', card })
    const page = await opened(cookie)
    for (const [query, said] of [
      ['cursor=x', 'This link is too old'],
      ['tab=to-pay&cursor=x', 'This link is too old'],
      ['tab=nowhere', "There's no such tab"],
    ]) {
      const answer = await page.goto(`${storefront}/en/orders?${query}`)
      expect(answer?.status(), query).toBe(200)
      await page.getByText(said ?? '').waitFor()
      expect(await page.getByRole('article').count(), query).toBe(1)
      expect(await page.getByRole('link', { name: /start of the list/ }).count(), query).toBe(0)
    }
    await page.goto(`${storefront}/en/orders?tab=to-pay`)
    expect(await page.getByText(/This link is|no such tab/).count()).toBe(0)
    await page.context().close()
  })

  it('is nothing that a guest’s order leads to', async () => {
    const { cookie, order } = await guest({ api, storefront, who: 'trail', card })
    const page = await opened(cookie)
    const trail = page.getByRole('navigation', { name: 'You are at' }).getByRole('link')
    const leadsTo = async () =>
      await trail.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    await page.goto(`${storefront}/en/orders/${order?.orderId}?group=${order?.groupId}`)
    expect(await leadsTo()).toEqual(['/en', `/en/order-groups/${order?.groupId}`])
    await page.goto(`${storefront}/en/order-groups/${order?.groupId}`)
    expect(await leadsTo()).toEqual(['/en'])
    await page.getByText('Suthep, Mueang Chiang Mai, Chiang Mai 50200').waitFor()
    await page.context().close()
  })

  it('a form that the door does not take is refused under a number', async () => {
    for (const [headers, status] of [
      [{ origin: 'https://elsewhere.example' }, 403],
      [{ origin: storefront, 'content-type': 'application/json' }, 415],
    ] as const) {
      const answer = await fetch(`${storefront}/en/cart`, { method: 'POST', headers, body: '{}' })
      const id = answer.headers.get('x-request-id')
      expect([answer.status, id]).toEqual([status, expect.stringMatching(/^[\w-]{20,}$/)])
      expect(await answer.text()).toContain(`ref ${id}`)
    }
  })
})
