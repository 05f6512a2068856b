import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CARDS, checkOutAsGuest, payByCard, pickFromShops, placeOrder } from './shopping.ts'
import { openBrowser, type World, world } from './world.ts'

describe('Giving up a part of what was paid', () => {
  let browser: Browser
  const { storefront, api, simulator }: World = world()

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  it('a guest cancels one of two shops’ orders without a script, and sees its money go back', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await checkOutAsGuest(page, `${storefront}/en`, await pickFromShops(api, 2))
    const group = await placeOrder(page, 'stripe:card')
    await payByCard(page, simulator, CARDS.good)
    await page.getByText(/^Paid/).first().waitFor()
    await page.goto(`${storefront}/en/order-groups/${group}`)
    // Whoever pressed it by mistake finds it where it was.
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const asks = page.locator('summary', { hasText: 'Cancel the order' }).first()
      await asks.evaluate((button) => button.scrollIntoView({ block: 'center' }))
      const before = await asks.boundingBox()
      await asks.click()
      const after = await asks.boundingBox()
      await page.getByRole('button', { name: 'Yes, cancel it' }).first().waitFor()
      expect([after?.x, after?.y]).toEqual([before?.x, before?.y])
      await asks.click()
    }
    const kept = await context.storageState()
    await context.close()

    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: kept })
    const paper = await plain.newPage()
    await paper.goto(`${storefront}/en/order-groups/${group}`)
    await paper
      .getByRole('link', { name: /See details/ })
      .first()
      .click()
    await paper.waitForURL(/\/orders\/ord_/)
    const confirm = paper.getByRole('button', { name: 'Yes, cancel it' })
    expect(await confirm.isVisible()).toBe(false)
    await paper.locator('summary', { hasText: 'Cancel the order' }).click()
    await confirm.click()
    await paper.getByText(/goes back the way you paid/).waitFor()
    expect(await paper.locator('summary', { hasText: 'Cancel the order' }).count()).toBe(0)
    await paper.goto(`${storefront}/en/order-groups/${group}`)
    expect(await paper.getByText('Waiting for the shop').count()).toBeGreaterThan(0)
    await paper.getByText('Refund', { exact: true }).waitFor()
    await plain.close()
  })
})
