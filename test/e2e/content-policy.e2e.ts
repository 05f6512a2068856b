import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approveInAnotherTab,
  CARDS,
  checkOutAsGuest,
  fillAddress,
  payByCard,
  pickFromShops,
  placeOrder,
  putInBasket,
  register,
} from './shopping.ts'
import { watched } from './watched-page.ts'
import { openBrowser, world } from './world.ts'

describe('The content security policy', () => {
  const { storefront, api, simulator } = world()
  const base = `${storefront}/en`
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  it('has nothing to stop from the first page to an order paid by QR', {
    timeout: 120_000,
  }, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const { stopped, errors } = await watched(context)
    const page = await context.newPage()
    await page.goto(base)
    await page.locator('a[href="/en/c/all"]').first().click()
    await page.waitForURL(`${base}/c/all`)
    const [card] = await pickFromShops(api, 1)
    await putInBasket(page, base, card === undefined ? [] : [card])
    await register(page, base, `policy.${Date.now()}@example.test`)
    await page.goto(`${base}/checkout`)
    await fillAddress(page)
    const group = await placeOrder(page, 'stripe:promptpay')
    await page.locator('a[href*="/pay/pi_"]').first().waitFor()
    await approveInAnotherTab(context, page)
    await page.getByText(/^Paid/).first().waitFor()
    for (const path of ['/orders', `/order-groups/${group}`, '/sign-out', '/nowhere']) {
      await page.goto(base + path)
      await page.locator('main').waitFor()
    }
    expect(stopped()).toEqual([])
    // A page that is not there is an error to the console too.
    expect(errors().filter((error) => !error.includes('/nowhere'))).toEqual([])
    await context.close()
  })

  it('has nothing to stop where a guest pays by card', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const { stopped, errors } = await watched(context)
    const page = await context.newPage()
    await checkOutAsGuest(page, base, await pickFromShops(api, 1))
    await placeOrder(page, 'stripe:card')
    await payByCard(page, simulator, CARDS.good)
    await page.getByText(/^Paid/).first().waitFor()
    expect(stopped()).toEqual([])
    expect(errors()).toEqual([])
    await context.close()
  })

  it('stops a script without the nonce, a handler and markup from text, and lets data be', async () => {
    const context = await browser.newContext()
    const { ran, stopped } = await watched(context)
    const page = await context.newPage()
    await page.goto(base)
    await page.waitForLoadState('networkidle')
    // As React adds a script of data when a page is opened by a link.
    await page.evaluate(() => {
      const cradle = document.createElement('div')
      cradle.innerHTML = '<script></script>'
      const script = cradle.removeChild(cradle.firstChild as HTMLScriptElement)
      script.type = 'application/ld+json'
      script.innerHTML = '{"@type":"Product"}'
      document.body.appendChild(script)
    })
    expect(stopped()).toEqual([])
    const refused = await page.evaluate(() => {
      const tried: Record<string, () => void> = {
        markup: () => {
          document.body.innerHTML = '<img src=x onerror="__xss(1)">'
        },
        handler: () => document.body.setAttribute('onclick', '__xss(2)'),
        text: () => {
          const script = document.createElement('script')
          script.textContent = '__xss(4)'
          document.body.appendChild(script)
        },
        elsewhere: () => {
          const script = document.createElement('script')
          script.src = 'https://evil.example/x.js'
          document.body.appendChild(script)
        },
        policy: () => {
          const { trustedTypes } = window as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): void }
          }
          trustedTypes.createPolicy('another', {})
        },
      }
      return Object.entries(tried).flatMap(([name, attempt]) => {
        try {
          attempt()
          return []
        } catch {
          return [name]
        }
      })
    })
    await page.locator('body').click({ position: { x: 2, y: 2 }, force: true })
    expect(ran()).toEqual([])
    expect(refused).toEqual(expect.arrayContaining(['markup', 'elsewhere', 'policy']))
    expect(stopped().length).toBeGreaterThanOrEqual(5)
    await context.close()
  })
})
