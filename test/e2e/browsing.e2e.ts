import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withUnits } from '../../app/format/units.ts'
import { readJson } from './read-json.ts'
import { pickFromShops } from './shopping.ts'
import { type Watch, watched } from './watched-page.ts'
import { openBrowser, world } from './world.ts'

type Detail = {
  slug: string
  title: string
  images: unknown[]
  shop: { slug: string; name: string; provinceSlug: string; province: string }
}

const ENGLISH = { 'accept-language': 'en' }

describe('Walking about the market', () => {
  const { storefront, api } = world()
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let watch: Watch
  let product: Detail

  beforeAll(async () => {
    browser = await openBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    watch = await watched(context)
    page = await context.newPage()
    const [card] = await pickFromShops(api, 1)
    product = await readJson<Detail>(`${api}/api/products/${card?.slug}`, ENGLISH)
  })
  afterAll(async () => await browser.close())

  const open = async (path: string) => {
    await page.goto(storefront + path, { waitUntil: 'networkidle' })
  }
  const cards = () => page.locator('main article h2 a')

  it('home leads to provinces and shops as they are, and further into what is new', async () => {
    await open('/en')
    const { items: provinces } = await readJson<{ items: { slug: string; shopCount: number }[] }>(
      `${api}/api/provinces`,
    )
    const shops = provinces.reduce((sum, { shopCount }) => sum + shopCount, 0)
    await page.getByText(`${shops} shops`, { exact: true }).waitFor()
    const [first] = provinces
    const link = page.locator(`main a[href="/en/c/all?province=${first?.slug}"]`)
    expect(await link.count()).toBe(1)
    await page.getByText(`All ${provinces.length} provinces`).click()
    for (const { slug } of provinces) {
      expect(await page.locator(`main a[href="/en/c/all?province=${slug}"]`).count(), slug).toBe(1)
    }
    await link.click()
    await page.getByRole('heading', { level: 1, name: /^From / }).waitFor()
    await page.getByRole('heading', { level: 2, name: /^Shops in / }).waitFor()
    await open('/en')
    await page.getByRole('link', { name: 'See more of what is new' }).click()
    await page.waitForURL(/\/c\/all\?cursor=/)
    await page.getByRole('link', { name: 'Back to the start of the list' }).waitFor()
  })

  it('more of a list comes below it, with the focus on the first new card', async () => {
    await open('/en/c/all')
    expect(await cards().count()).toBe(24)
    await page.getByText('24 of 200 items seen').waitFor()
    const more = page.getByRole('link', { name: 'Show more' })
    await more.focus()
    await page.keyboard.press('Enter')
    await page.getByText('48 of 200 items seen').waitFor()
    expect(await cards().count()).toBe(48)
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(focused).toBe(await cards().nth(24).getAttribute('href'))
    await page.goBack()
    await page.getByText('24 of 200 items seen').waitFor()
    expect(await cards().count()).toBe(24)
  })

  it('who comes back from a product finds the list as it was left', async () => {
    await open('/en/c/all')
    await page.getByRole('link', { name: 'Show more' }).click()
    await page.getByText('48 of 200 items seen').waitFor()
    const card = cards().nth(30)
    const [title, first] = [await card.innerText(), await cards().first().innerText()]
    await card.scrollIntoViewIfNeeded()
    const left = await page.evaluate(() => scrollY)
    await card.click()
    await page.waitForURL(/\/p\//)
    await page.goBack()
    await page.getByText('48 of 200 items seen').waitFor()
    expect(await cards().first().innerText()).toBe(first)
    expect(await cards().nth(30).innerText()).toBe(title)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(left)
  })

  it('each choice is a chip that takes it off, and how much it leaves is said', async () => {
    await open(`/en/c/all?stock=1&min=1&province=${product.shop.provinceSlug}`)
    const chosen = page.getByRole('navigation', { name: 'Chosen' })
    expect(await chosen.getByRole('link').allInnerTexts()).toEqual([
      expect.stringContaining('฿1 and up'),
      expect.stringContaining(`Ships from`),
      expect.stringContaining('In stock only'),
      'Clear filters',
    ])
    const said = page.locator('main p[role=status]').first()
    const left = await said.innerText()
    expect(left).toMatch(/^[1-9]\d* items?$/)
    await chosen.getByRole('link', { name: /^฿1 and up/ }).click()
    await page.waitForURL((url) => !url.searchParams.has('min'))
    expect(new URL(page.url()).searchParams.get('stock')).toBe('1')
    await chosen.getByRole('link', { name: 'Clear filters' }).click()
    await page.waitForURL(`${storefront}/en/c/all`)
    await chosen.waitFor({ state: 'detached' })
    await expect.poll(() => said.innerText()).toBe('200 items')
    expect(await page.getByRole('link', { name: 'Clear filters' }).count()).toBe(0)
  })

  it('a price that is none is told where it was typed, and a turned range is turned back', async () => {
    await open('/en/c/all?min=cheap&max=500')
    const min = page.locator('input[name=min]:visible')
    expect(await min.inputValue()).toBe('cheap')
    expect(await min.getAttribute('aria-invalid')).toBe('true')
    const told = page.locator(`[id="${await min.getAttribute('aria-describedby')}"]`)
    expect(await told.innerText()).toContain("That price isn't a number")
    await page.getByRole('link', { name: /^Up to ฿500/ }).waitFor()

    await open('/en/c/all?min=500&max=100')
    await page.getByText('we swapped them').locator('visible=true').waitFor()
    expect(await page.locator('input[name=min]:visible').inputValue()).toBe('500')
    await page.getByRole('link', { name: /^฿100–฿500/ }).waitFor()
  })

  it('a phone has its filters in a sheet that says how many a choice leaves', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    try {
      await open('/en/c/all?stock=1')
      const button = page.getByRole('button', { name: 'Filters and sorting' })
      expect(await button.innerText()).toContain('1')
      await button.focus()
      await page.keyboard.press('Enter')
      const sheet = page.getByRole('dialog', { name: 'Filters and sorting' })
      await sheet.waitFor()
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'hidden' })
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)

      await button.click()
      await sheet.getByLabel('from', { exact: true }).fill('9999999')
      await sheet.getByRole('button', { name: 'Show 0 items' }).waitFor()
      await sheet.getByLabel('from', { exact: true }).fill('100')
      const show = sheet.getByRole('button', { name: /^Show [1-9]\d* items$/ })
      const promised = (await show.innerText()).replace('Show ', '')
      await show.click()
      await page.waitForURL((url) => url.searchParams.get('min') === '100')
      await sheet.waitFor({ state: 'hidden' })
      await page.locator('main p[role=status]', { hasText: promised }).first().waitFor()

      await button.click()
      await sheet.waitFor()
      await page.setViewportSize({ width: 1280, height: 800 })
      await sheet.waitFor({ state: 'hidden' })
    } finally {
      await page.setViewportSize({ width: 1280, height: 800 })
    }
  })

  it('nothing found says so and shows the way back', async () => {
    await open('/en/c/all?min=9999999')
    await page.getByText('Nothing matches yet').waitFor()
    await page.locator('main').getByRole('link', { name: 'Clear filters' }).last().click()
    await page.waitForURL(`${storefront}/en/c/all`)
  })

  it('a picture opens as large as the window, turns and closes by keyboard, and gives the focus back', async () => {
    await open(`/en/p/${product.slug}`)
    const first = page.getByRole('list', { name: 'Pictures' }).getByRole('link').first()
    await first.focus()
    await page.keyboard.press('Enter')
    const large = page.getByRole('dialog', { name: product.title })
    await large.waitFor()
    const count = product.images.length
    expect(count).toBeGreaterThan(1)
    await large.getByText(`Picture 1 of ${count}`).waitFor()
    await page.keyboard.press('ArrowRight')
    await large.getByText(`Picture 2 of ${count}`).waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await large.getByText(`Picture ${count} of ${count}`).waitFor()
    await page.keyboard.press('Escape')
    await large.waitFor({ state: 'hidden' })
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true)
  })

  it('one picture is asked for at once, the others when they come into sight', async () => {
    await open(`/en/p/${product.slug}`)
    const pictures = page.getByRole('list', { name: 'Pictures' }).locator('img')
    const how = await pictures.evaluateAll((all) =>
      all.map((one) => [one.getAttribute('loading'), one.getAttribute('fetchpriority')]),
    )
    expect(how).toEqual([
      ['eager', 'high'],
      ...Array.from({ length: product.images.length - 1 }, () => ['lazy', null]),
    ])
  })

  it('what is put into the basket is said once, with the way to it', async () => {
    await open(`/en/p/${product.slug}`)
    await page.getByText(/^Yours in \d/).waitFor()
    const add = page.getByRole('button', { name: 'Add to basket' })
    await add.click()
    const toast = page.locator('.toast-place').getByText('1 in your basket')
    await toast.waitFor()
    expect(await page.getByText('1 in your basket').count()).toBe(1)
    expect(await page.locator('.toast-place').getAttribute('role')).toBe('status')
    await page.getByRole('link', { name: 'Basket, 1 item' }).first().waitFor()
    await page.locator('.toast-place').getByRole('button', { name: 'View basket' }).click()
    await page.waitForURL(`${storefront}/en/cart`)
  })

  it('what could not be put in leaves the page as it is, and says so', async () => {
    // A browser of its own: the console of this one says, rightly, that a call failed.
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${storefront}/en/p/${product.slug}`)
    await page.waitForLoadState('networkidle')
    await page.route('**/*.data*', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await page.getByRole('button', { name: 'One more' }).click()
    await page.getByRole('button', { name: 'Add to basket' }).first().click()
    await page.getByRole('alert').getByText('Nothing was charged').waitFor()
    expect(await page.inputValue('input[name=quantity]')).toBe('2')
    await context.close()
  })

  it('without scripts the page itself says so, and what is missing', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(`${storefront}/en/p/${product.slug}`)
    await still.getByRole('button', { name: 'Add to basket' }).click()
    await still.locator('main').getByText('1 in your basket').waitFor()
    await still.locator('main').getByRole('link', { name: 'View basket' }).click()
    expect(still.url()).toBe(`${storefront}/en/cart`)
    const answer = await plain.request.post(`${storefront}/en/p/${product.slug}`, {
      headers: { origin: storefront },
      form: { quantity: '1', intent: 'add' },
    })
    expect(answer.status()).toBe(400)
    expect(await answer.text()).toContain('Nothing is chosen yet')
    await plain.close()
  })

  it('a shop’s tabs are addresses: everything, new, best selling, and who sells', async () => {
    await open(`/en/s/${product.shop.slug}`)
    const tabs = page.getByRole('navigation', { name: 'In this shop' })
    const current = async () => await tabs.locator('[aria-current=page]').innerText()
    expect(await current()).toMatch(/^Everything/)
    await tabs.getByRole('link', { name: 'Best selling' }).click()
    await tabs.locator('[aria-current=page]', { hasText: 'Best selling' }).waitFor()
    expect(new URL(page.url()).search).toBe('?tab=best')
    const { items } = await readJson<{ items: { title: string }[] }>(
      `${api}/api/products?shop=${product.shop.slug}&sort=best-selling&inStock=true`,
      ENGLISH,
    )
    expect(await cards().allInnerTexts()).toEqual(items.map(({ title }) => withUnits(title)))
    await tabs.getByRole('link', { name: 'About' }).click()
    await page.getByText('On the market since', { exact: true }).waitFor()
    await open(`/en/s/${product.shop.slug}?tab=nonsense`)
    expect(await current()).toMatch(/^Everything/)
  })

  it('nothing of it breaks the policy or the console', () => {
    expect(watch.stopped()).toEqual([])
    expect(watch.errors()).toEqual([])
  })
})
