import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../app/messages/index.ts'
import { readJson } from './read-json.ts'
import { approveInAnotherTab, type Card, fillAddress, placeOrder, putInBasket } from './shopping.ts'
import { account, call, PASSWORD } from './visitors.ts'
import { openBrowser, type World, world } from './world.ts'

const FILTER = { min: '100', sort: 'price-asc' }

describe.each([390, 1280])('Without JavaScript, at %i px', (width) => {
  const { storefront, api }: World = world()
  const base = `${storefront}/en`
  const { browse, product, account: door, checkout, pay } = messagesIn('en')
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let wanted: Card
  let other: Card

  beforeAll(async () => {
    browser = await openBrowser()
    context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width, height: 844 },
    })
    page = await context.newPage()
    const query = `inStock=true&minPriceSatang=${FILTER.min}00&sort=${FILTER.sort}&limit=24`
    const { items } = await readJson<{ items: Card[] }>(`${api}/api/products?${query}`)
    const plenty: Card[] = []
    for (const item of items) {
      const { variants } = await readJson<{ variants: { available: number }[] }>(
        `${api}/api/products/${item.slug}`,
      )
      if (variants.every(({ available }) => available > 5)) plenty.push(item)
    }
    const [first, second] = plenty
    if (first === undefined || second === undefined) throw new RangeError('too little is in stock')
    wanted = first
    other = second
  })
  afterAll(async () => await browser.close())

  const quantityIs = async (n: number) =>
    await page.locator(`main input[name=quantity][value="${n}"]`).first().waitFor()

  it('a shopper filters, changes the basket, signs in, orders, pays, and reads PAID', {
    timeout: 120_000,
  }, async () => {
    const shopper = await account({ api, storefront, who: `paper-${width}`, name: 'Mali Jaidee' })
    const [, email = ''] = shopper.secrets

    // From the first page to the list, and the list by its form.
    await page.goto(base)
    await page.locator('header a[href="/en/c/all"], nav a[href="/en/c/all"]').first().click()
    const fold = page.locator('main summary:visible', { hasText: browse.filters })
    if ((await fold.count()) > 0) await fold.first().click()
    await page.locator('[name=min]:visible').fill(FILTER.min)
    await page.locator('select[name=sort]:visible').selectOption(FILTER.sort)
    await page.locator('[name=stock]:visible').check()
    await page.getByRole('button', { name: browse.apply }).click()
    const asked = new URL(page.url()).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({ ...FILTER, stock: '1' })

    await page.locator(`main a[href="/en/p/${wanted.slug}"]`).first().click()
    await page.getByRole('button', { name: product.addToCart }).click()
    await page
      .getByText(/in your basket/)
      .first()
      .waitFor()
    await putInBasket(page, base, [other])

    // More, less, and one thing out again.
    await page.goto(`${base}/cart`)
    const lines = page.locator('main a[href*="/en/p/"]')
    const slugs = async () =>
      (await lines.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))).map(
        (href) => decodeURIComponent(href.split('/p/')[1]?.split('?')[0] ?? ''),
      )
    expect(new Set(await slugs())).toEqual(new Set([wanted.slug, other.slug]))
    const more = page.getByRole('button', { name: /^One more of/ }).first()
    await more.click()
    await quantityIs(2)
    await page
      .getByRole('button', { name: /^One less of/ })
      .first()
      .click()
    await expect.poll(() => page.locator('input[name=quantity][value="1"]').count()).toBe(2)
    expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(2)
    await page
      .getByRole('button', { name: /^Remove / })
      .last()
      .click()
    await expect.poll(async () => new Set(await slugs()).size).toBe(1)

    // By the checkout to the door and back, with the basket.
    await page.locator('main a[href="/en/checkout"]').click()
    await page.getByRole('link', { name: checkout.guestSignIn }).click()
    await page.fill('input[name=email]', email)
    await page.fill('input[name=password]', PASSWORD)
    await page.locator('main').getByRole('button', { name: door.signIn, exact: true }).click()
    await page.waitForURL(`${base}/checkout`)
    await fillAddress(page, false)
    const deliveries = page.locator('input[type=radio][name^="shipping."]')
    // On a phone the other ways lie folded.
    for (const fold of await page.getByText(/other ways? to send it/).all()) {
      if (await fold.isVisible()) await fold.click()
    }
    if ((await deliveries.count()) > 1) await deliveries.last().check({ force: true })
    const group = await placeOrder(page, 'stripe:promptpay')

    // The QR, the amount, and the way to ask again.
    const { orderGroup } = await call<{ orderGroup: { totalSatang: number } }>(
      `${api}/api/order-groups/${group}`,
      undefined,
      shopper.headers,
    )
    const amount = (orderGroup.totalSatang / 100).toLocaleString('en', { minimumFractionDigits: 2 })
    const code = page.getByRole('img', { name: /PromptPay QR code/ })
    expect(await code.getAttribute('alt')).toContain(`฿${amount}`)
    expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    expect(await page.locator('main').innerText()).toContain(amount)
    await approveInAnotherTab(context, page)
    const paid = page.getByRole('heading', { name: pay.paidTitle })
    await expect
      .poll(
        async () => {
          const again = page.getByRole('link', { name: pay.refresh })
          if ((await paid.count()) === 0) await again.click()
          return await paid.count()
        },
        { timeout: 10_000 },
      )
      .toBe(1)
    await page.getByRole('link', { name: pay.follow }).click()
    await page.waitForURL(`${base}/order-groups/${group}`)

    // The address was kept for the next time.
    await putInBasket(page, base, [wanted])
    await page.goto(`${base}/checkout`)
    expect(await page.locator('input[name=addressId]:not([value=new])').count()).toBe(1)
  })
})
