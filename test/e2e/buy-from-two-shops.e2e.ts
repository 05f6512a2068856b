import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approveInAnotherTab,
  CARDS,
  checkOutAsGuest,
  fillAddress,
  orderButton,
  payByCard,
  pickFromShops,
  placeOrder,
  putInBasket,
  register,
  watchForCards,
} from './shopping.ts'
import { openBrowser, type World, world } from './world.ts'

describe('Buying from two shops', () => {
  let browser: Browser
  const { storefront, api, simulator }: World = world()

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  const phone = { viewport: { width: 390, height: 844 }, locale: 'th-TH' }

  it('a guest fills a basket, registers, scans the QR, and the page says PAID by itself in under 2 s', async () => {
    const context = await browser.newContext(phone)
    const page = await context.newPage()
    await putInBasket(page, storefront, await pickFromShops(api, 2))
    await register(page, storefront, `mali.${Date.now()}@example.test`)
    await page.goto(`${storefront}/checkout`)
    await fillAddress(page)
    await placeOrder(page, 'stripe:promptpay')
    const address = page.url()
    await page.locator('a[href*="/pay/pi_"]').first().waitFor()
    let navigated = false
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) navigated = true
    })
    await approveInAnotherTab(context, page)
    const approvedAt = Date.now()
    await page.getByText('จ่ายแล้ว').first().waitFor({ timeout: 2000 })
    expect(Date.now() - approvedAt).toBeLessThan(2000)
    expect([page.url(), navigated]).toEqual([address, false])
    await page.waitForURL(/\/order-groups\//, { timeout: 8000 })

    await page.goto(`${storefront}/orders`)
    const rows = page.locator('main').getByText(/^\s*TL-/)
    await rows.first().waitFor()
    expect(await rows.count()).toBe(2)
    await context.close()
  })

  it('a guest without an account is told that a card was declined, and another card works', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const cardsSentTo = watchForCards(context)
    const page = await context.newPage()
    await checkOutAsGuest(page, `${storefront}/en`, await pickFromShops(api, 1))
    await placeOrder(page, 'stripe:card')
    await payByCard(page, simulator, CARDS.declined)
    await page
      .getByRole('alert')
      .getByText(/declined/i)
      .waitFor()
    await payByCard(page, simulator, CARDS.good)
    await page.getByText(/^Paid/).first().waitFor()
    // V4: a card number never reaches the API or the storefront.
    expect(cardsSentTo()).toEqual([new URL(simulator).origin])
    await context.close()
  })

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('a basket that grew in another tab is not ordered unseen, %s', async (_, scripts) => {
    const context = await browser.newContext({ javaScriptEnabled: scripts, locale: 'th-TH' })
    const page = await context.newPage()
    const [card] = await pickFromShops(api, 1)
    if (card === undefined) throw new RangeError('nothing to buy')
    await checkOutAsGuest(page, storefront, [card], scripts)
    const tab = await context.newPage()
    await putInBasket(tab, storefront, [card])
    const order = orderButton(page)
    await order.click()
    const told = await page
      .getByRole('alert')
      .getByText(/^ยอดใหม่คือ/)
      .textContent()
    // The page is read again: its sum is the one that was told.
    const amount = /฿[\d,.]+/.exec(told ?? '')?.[0] ?? ''
    await page.locator('#to-pay + dl dd').last().getByText(amount).waitFor()
    await order.click()
    await page.waitForURL(/\/checkout\/pay\//)
    await context.close()
  })

  it('a declined card gives way to PromptPay on the same order', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await checkOutAsGuest(page, `${storefront}/en`, await pickFromShops(api, 1))
    const group = await placeOrder(page, 'stripe:card')
    await payByCard(page, simulator, CARDS.declined)
    await page
      .getByRole('alert')
      .getByText(/declined/i)
      .waitFor()
    await page.getByRole('button', { name: /PromptPay/ }).click()
    await page.locator('a[href*="/pay/pi_"]').first().waitFor()
    expect(page.url()).toContain(group)
    await approveInAnotherTab(context, page)
    await page.getByText(/^Paid/).first().waitFor({ timeout: 5000 })
    await context.close()
  })
})
