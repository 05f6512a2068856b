import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../app/messages/index.ts'
import { DEMO_EMAILS, DEMO_PASSWORD } from '../../migrations/market/accounts.ts'
import { CARDS, checkOutAsGuest, payByCard, pickFromShops, placeOrder } from './shopping.ts'
import { account, contextOf } from './visitors.ts'
import { openBrowser, type World, world } from './world.ts'

const { operating, account: door } = messagesIn('th')

describe('What operators see of the market', () => {
  const { storefront, api, simulator }: World = world()
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  /** Somebody buys a thing and pays; the order group's id. */
  async function sell(): Promise<string> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await checkOutAsGuest(page, storefront, await pickFromShops(api, 1))
    const group = await placeOrder(page, 'stripe:card')
    await payByCard(page, simulator, CARDS.good)
    await page.getByText('จ่ายแล้ว').first().waitFor()
    await context.close()
    return group
  }

  async function signIn(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(`${storefront}/sign-in?next=/admin/feed`)
    await page.fill('input[name=email]', DEMO_EMAILS.operator)
    await page.fill('input[name=password]', DEMO_PASSWORD)
    await page.getByRole('button', { name: door.signIn, exact: true }).click()
    await page.waitForURL((url) => url.pathname === '/admin/feed')
    return page
  }

  const row = (page: Page, subject: string) => page.locator('article', { hasText: subject })

  it('comes by itself, is there once, and what happened without a network follows', async () => {
    const page = await signIn()
    await page.getByText(operating.live).waitFor()
    const first = await sell()
    await row(page, first).waitFor({ timeout: 15_000 })
    await page.context().setOffline(true)
    const second = await sell()
    await page.context().setOffline(false)
    await row(page, second).waitFor({ timeout: 45_000 })
    await page.reload()
    await row(page, second).waitFor()
    expect([await row(page, first).count(), await row(page, second).count()]).toEqual([1, 1])
    await page.getByRole('link', { name: operating.topic.report }).click()
    await page.waitForURL(/topic=report/)
    await row(page, second).waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('is read without scripts, and is no page at all to anybody else', async () => {
    const page = await signIn({ javaScriptEnabled: false })
    expect(await page.locator('article').count()).toBeGreaterThan(0)
    await page.context().close()
    const { cookie } = await account({ api, storefront, who: 'looks-in', name: 'มะลิ' })
    const context = await contextOf(browser, storefront, cookie, {})
    const theirs = await context.newPage()
    expect((await theirs.goto(`${storefront}/admin/feed`))?.status()).toBe(404)
    await context.close()
  })
})
