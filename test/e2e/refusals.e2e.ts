import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checkOutAsGuest,
  orderButton,
  pickFromShops,
  placeOrder,
  pressAtProvider,
  putInBasket,
} from './shopping.ts'
import { openBrowser, type World, world } from './world.ts'

describe('What is refused', () => {
  let browser: Browser
  const { storefront, api }: World = world()

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  for (const javaScriptEnabled of [true, false]) {
    it(`leaves the checkout at its address, each sentence said once (scripts: ${javaScriptEnabled})`, async () => {
      const context = await browser.newContext({ javaScriptEnabled })
      const page = await context.newPage()
      await putInBasket(page, `${storefront}/en`, await pickFromShops(api, 1))
      await page.goto(`${storefront}/en/checkout`)
      await orderButton(page).click()
      await page.getByRole('alert').waitFor()
      expect(page.url()).toBe(`${storefront}/en/checkout`)
      const sentence = page.getByText("Write the recipient's name")
      expect(await sentence.count()).toBe(1)
      await page.getByRole('alert').getByRole('link', { name: 'Recipient', exact: true }).click()
      expect(new URL(page.url()).hash).toBe('#recipient')
      await context.close()
    })
  }

  it('shows no steps of ordering on a payment link that leads nowhere', async () => {
    const page = await browser.newPage()
    const steps = page.getByRole('navigation', { name: 'Steps of ordering' })
    const answer = await page.goto(`${storefront}/en/checkout/pay/grp_nowhere`)
    expect(answer?.status()).toBe(404)
    await page.getByRole('heading', { name: 'No such page at the market' }).waitFor()
    expect(await steps.count()).toBe(0)
    await page.close()
  })

  it('tells a QR that ran out from a refusal, and offers the next step', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await checkOutAsGuest(page, `${storefront}/en`, await pickFromShops(api, 1))
    await placeOrder(page, 'stripe:promptpay')
    await pressAtProvider(context, page, 'expire')
    await page.getByText('The time for this try is over').waitFor()
    await page.getByRole('button', { name: /PromptPay/ }).click()
    await page.locator('a[href*="/pay/pi_"]').first().waitFor()
    await pressAtProvider(context, page, 'decline')
    await page.getByText('The bank refused this payment').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Payment declined' }).waitFor()
    await context.close()
  })
})
