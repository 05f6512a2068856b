import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRows } from './market-rows.ts'
import { type Card, pickFromShops, putInBasket } from './shopping.ts'
import { openBrowser, type World, world } from './world.ts'

const CHANGE = '**/cart/change'

describe('The basket', () => {
  let browser: Browser
  let cards: Card[]
  const { storefront, api, state }: World = world()
  const base = `${storefront}/en`

  beforeAll(async () => {
    browser = await openBrowser()
    cards = await pickFromShops(api, 3)
  })
  afterAll(async () => await browser.close())

  /** A basket with one piece of each, open at its page. */
  async function opened(count: number, scripts = true): Promise<[BrowserContext, Page]> {
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width: 390, height: 844 },
    })
    const page = await context.newPage()
    await putInBasket(page, base, cards.slice(0, count))
    await page.goto(`${base}/cart`, { waitUntil: 'networkidle' })
    return [context, page]
  }

  const lineOf = (page: Page, n: number) =>
    page.locator('li').filter({ has: page.locator(`a[href*="/p/${cards[n]?.slug}"]`) })
  const more = (page: Page, n: number) =>
    lineOf(page, n).getByRole('button', { name: /^One more of/ })
  const number = (page: Page, n: number) => lineOf(page, n).getByRole('textbox')
  const pieces = (page: Page, n: number) => number(page, n).inputValue()
  const remove = (page: Page, n: number) =>
    lineOf(page, n)
      .getByRole('button', { name: /^Remove/ })
      .click()
  const total = (page: Page) => page.locator('main dl dd').last().textContent()

  const saved = (page: Page) => page.locator('main section[aria-busy=false]').waitFor()

  /** Answers changes of the basket in another way; reads go on as they are. */
  async function onChange(page: Page, how: (route: Route) => Promise<void>): Promise<void> {
    await page.route(CHANGE, async (route) =>
      route.request().method() === 'POST' ? await how(route) : await route.continue(),
    )
  }

  it('shows a press at once, and the last of several is what stays', async () => {
    const [context, page] = await opened(2)
    const sent: string[] = []
    await onChange(page, async (route) => {
      sent.push(new URLSearchParams(route.request().postData() ?? '').get('quantity') ?? '')
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    const before = await total(page)
    await more(page, 0).click()
    expect(await pieces(page, 0)).toBe('2')
    expect(await total(page)).not.toBe(before)
    await page.getByRole('status').getByText('3 items from 2 shops').waitFor({ timeout: 500 })
    for (let presses = 0; presses < 3; presses += 1) await more(page, 0).click()
    expect(await pieces(page, 0)).toBe('5')
    // Whoever presses stays where they stand.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^One more of/,
    )
    const seen = await total(page)
    await saved(page)
    expect(sent).toEqual(['2', '5'])
    await page.unroute(CHANGE)
    await page.reload()
    expect([await pieces(page, 0), await total(page)]).toEqual(['5', seen])
    await context.close()
  })

  it.each([
    ['the API fails', 'Our side', (route: Route) => route.fulfill({ status: 500, body: 'down' })],
    ['there is no network', "You're offline", (route: Route) => route.abort()],
  ])('puts the line back and says why when %s', async (_, why, how) => {
    const [context, page] = await opened(1)
    await onChange(page, how)
    const before = await total(page)
    await more(page, 0).click()
    await lineOf(page, 0).getByRole('alert').waitFor()
    const said = await lineOf(page, 0).getByRole('alert').textContent()
    expect(said).toContain('as it was')
    expect(said).toContain(why)
    expect([await pieces(page, 0), await total(page)]).toEqual(['1', before])
    await remove(page, 0)
    await lineOf(page, 0).getByRole('alert').waitFor()
    expect(await page.locator('.toast').count()).toBe(0)
    // Once it works again, so does the same press.
    await page.unroute(CHANGE)
    await more(page, 0).click()
    await saved(page)
    expect(await pieces(page, 0)).toBe('2')
    expect(await lineOf(page, 0).getByRole('alert').count()).toBe(0)
    await context.close()
  })

  it('takes a thing out at once, and puts it back when asked to in time', async () => {
    const [context, page] = await opened(2)
    await remove(page, 0)
    expect(await lineOf(page, 0).count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await pieces(page, 0)).toBe('1')
    await saved(page)
    await page.reload()
    expect([await pieces(page, 0), await pieces(page, 1)]).toEqual(['1', '1'])
    await context.close()
  })

  it('puts back all that was taken out in one go, where it stood, and stands at it', async () => {
    const [context, page] = await opened(3)
    const names = () => page.locator('main section h2 a').allTextContents()
    const before = await names()
    await remove(page, 0)
    await remove(page, 1)
    await page.getByText('2 things are out of your basket').waitFor()
    // What was taken out has long been sent, so that the lines that come back are new ones.
    await saved(page)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await names()).toEqual(before)
    expect(await lineOf(page, 0).evaluate((line) => line.contains(document.activeElement))).toBe(
      true,
    )
    await saved(page)
    await page.reload()
    expect(await names()).toEqual(before)
    await context.close()
  })

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('takes a number that is typed, %s', async (_, scripts) => {
    const [context, page] = await opened(1, scripts)
    await number(page, 0).fill('4')
    await number(page, 0).press('Enter')
    await page.getByText('4 items from 1 shop').waitFor()
    if (scripts) await saved(page)
    await page.goto(`${base}/cart`)
    expect(await pieces(page, 0)).toBe('4')
    await number(page, 0).fill('1e1')
    await number(page, 0).press('Enter')
    await page.getByText('Write the quantity in digits, 1 to 99').waitFor()
    expect(await pieces(page, 0)).toBe('4')
    // More than one of a thing goes in one press as well.
    await remove(page, 0)
    await page.getByText('Nothing in your basket yet').waitFor()
    await context.close()
  })

  it('says so when a number is cut to what there is', async () => {
    const [context, page] = await opened(1)
    await number(page, 0).fill('500')
    await number(page, 0).press('Tab')
    await page.getByText(/so we changed the number$/).waitFor()
    expect(Number(await pieces(page, 0))).toBeGreaterThan(1)
    await page.goto(`${base}/p/${cards[0]?.slug}`, { waitUntil: 'networkidle' })
    await page.locator('#quantity').fill('500')
    await page.locator('#quantity').press('Tab')
    await page.getByText(/so we changed the number$/).waitFor()
    await context.close()
  })

  it.each([
    [
      'by a link',
      async (page: Page) => await page.getByRole('link', { name: 'Food' }).first().click(),
    ],
    [
      'by another document',
      async (page: Page) => {
        // What a document sends as it goes away is lost where its requests are held by the test.
        await page.unrouteAll({ behavior: 'ignoreErrors' })
        await page.goto(`${base}/sign-in`)
      },
    ],
  ])('keeps the last press when it is left %s while another is on its way', async (_, leave) => {
    const [context, page] = await opened(1)
    let slow = true
    await onChange(page, async (route) => {
      const first = slow
      slow = false
      if (first) await new Promise((resolve) => setTimeout(resolve, 1_500))
      // One that was given up meanwhile is no route any more.
      await route.continue().catch(() => {})
    })
    await more(page, 0).click()
    await more(page, 0).click()
    await remove(page, 0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await more(page, 0).click()
    await more(page, 0).click()
    await leave(page)
    await page.waitForURL(/\/c\/|\/sign-in/)
    await page.waitForTimeout(2_000)
    await page.goto(`${base}/cart`, { waitUntil: 'networkidle' })
    expect(await pieces(page, 0)).toBe('5')
    await context.close()
  })

  it('says what is out on the page where it was pressed, and not on the next', async () => {
    const [context, page] = await opened(2)
    await remove(page, 0)
    await page.locator('.toast').waitFor()
    await page.getByRole('link', { name: 'Food' }).first().click()
    await page.waitForURL(/\/c\//)
    await page.locator('.toast').waitFor({ state: 'detached', timeout: 2_000 })
    await context.close()
  })

  it('saves the last press before it goes to the checkout', async () => {
    const [context, page] = await opened(1)
    await onChange(page, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800))
      await route.continue()
    })
    await more(page, 0).click()
    await more(page, 0).click()
    await page.getByRole('link', { name: 'Go to checkout' }).click()
    await page.waitForURL(/\/checkout$/)
    await page.getByText(/ ×3$/).waitFor()
    await context.close()
  })

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])(
    'keeps what is gone apart and out of the sum until it is taken out, %s',
    async (_, scripts) => {
      const [context, page] = await opened(2, scripts)
      const db = openRows(state)
      const soldOut = (product: string, on: boolean) =>
        db
          .prepare(`update products set status = ? where slug = ?`)
          .run(on ? 'published' : 'archived', product)
      try {
        const whole = await total(page)
        soldOut(cards[0]?.slug ?? '', false)
        // Past the second for which the API knows an offer by heart.
        await page.waitForTimeout(2500)
        await page.goto(`${base}/cart`)
        const gone = page.getByRole('region', { name: "Can't be bought any more" })
        await gone.getByText('No longer sold').waitFor()
        expect(await total(page)).not.toBe(whole)
        expect(await page.getByRole('button', { name: 'Go to checkout' }).isDisabled()).toBe(true)
        await gone.getByRole('button', { name: /^Remove/ }).click()
        await gone.waitFor({ state: 'detached' })
        await page.getByRole('link', { name: 'Go to checkout' }).waitFor()
      } finally {
        soldOut(cards[0]?.slug ?? '', true)
        db.close()
      }
      await context.close()
    },
  )
})
