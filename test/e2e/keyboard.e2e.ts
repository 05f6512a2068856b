import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOn, press, tabThrough, tabTo, whereIs } from './keyboard.ts'
import { openWhole } from './open-whole.ts'
import { readJson } from './read-json.ts'
import { approveInAnotherTab, type Card, orderButton } from './shopping.ts'
import { openBrowser, type World, world } from './world.ts'

type Variants = { variants: { available: number; options: { value: string }[] }[] }

describe('By keyboard alone', () => {
  let browser: Browser
  const { storefront, api }: World = world()
  const base = `${storefront}/en`

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  /** A product on the first page of the list that comes in more than one kind. */
  async function aChoice(): Promise<Card> {
    const { items } = await readJson<{ items: Card[] }>(`${api}/api/products?limit=24`)
    for (const item of items) {
      const { variants } = await readJson<Variants>(`${api}/api/products/${item.slug}`)
      if (variants.filter(({ available }) => available > 5).length > 1) return item
    }
    throw new RangeError('no product of the first page comes in two kinds')
  }

  const typeInto = async (page: Page, name: string, text: string) => {
    await tabTo(page, page.locator(`[name=${name}]`))
    await page.keyboard.type(text)
  }

  /** Types the beginning of an entry's name, as a closed list takes it. */
  const choose = async (page: Page, name: string, label: string) => {
    const list = page.locator(`select[name=${name}]`)
    await list.locator('option', { hasText: label }).first().waitFor({ state: 'attached' })
    await tabTo(page, list)
    await page.keyboard.type(label)
    const chosen = async () => await list.locator('option:checked').textContent()
    await expect.poll(chosen).toBe(label)
  }

  it('somebody finds a product, chooses a kind, orders as a guest and sees it PAID', {
    timeout: 120_000,
  }, async () => {
    const product = await aChoice()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await openWhole(page, base)

    // The first thing is the way past the header.
    const skip = page.getByRole('link', { name: 'Skip to content' })
    await page.keyboard.press('Tab')
    expect(await isOn(skip)).toBe(true)
    await press(page, 'Enter', async () => await page.waitForURL(/#content$/))
    expect(await isOn(page.locator('main#content'))).toBe(true)

    // Back into the header, to everything there is.
    await tabTo(page, page.locator('header a[href="/en/c/all"]'), 'Shift+Tab')
    await press(page, 'Enter', async () => await page.waitForURL(`${base}/c/all`))
    await tabTo(page, page.locator(`main a[href="/en/p/${product.slug}"]`))
    const kinds = page.locator('main a[href*="?variant="]')
    await press(page, 'Enter', async () => await kinds.first().waitFor())

    // Another kind: the choice keeps the focus and names itself chosen.
    const other = page.locator('main a[href*="?variant="]:not([aria-current])').first()
    const address = await other.getAttribute('href')
    const chosen = page.locator(`main a[href="${address}"]`)
    await tabTo(page, chosen)
    await press(page, 'Enter', async () => await page.waitForURL(/\?variant=/))
    await page.locator(`main a[href="${address}"][aria-current]`).waitFor()
    expect(await isOn(chosen)).toBe(true)

    const add = page.getByRole('button', { name: 'Add to basket' })
    await tabTo(page, add)
    const added = page.getByText(/in your basket/).first()
    await press(page, 'Space', async () => await added.waitFor())
    expect(await isOn(add)).toBe(true)

    await tabTo(page, page.locator('a[href="/en/cart"]'))
    const more = page.getByRole('button', { name: /^One more of/ })
    await press(page, 'Enter', async () => await more.waitFor())
    await tabTo(page, more)
    const quantity = (n: number) => page.locator(`main input[name=quantity][value="${n}"]`)
    await press(page, 'Space', async () => await quantity(2).first().waitFor())
    expect(await isOn(more)).toBe(true)
    await tabTo(page, page.getByRole('button', { name: /^One less of/ }), 'Shift+Tab')
    await press(page, 'Enter', async () => await quantity(1).first().waitFor())

    await tabTo(page, page.locator('a[href="/en/checkout"]'))
    await page.keyboard.press('Enter')
    await page.waitForURL(`${base}/checkout`)
    await page.locator('select[name=province]').waitFor()

    // Too early: the focus goes to what stands in the way, and from there to the field.
    await tabTo(page, orderButton(page))
    const alert = page.getByRole('alert')
    await press(page, 'Enter', async () => await alert.waitFor())
    await tabTo(page, alert.getByRole('link', { name: 'Email', exact: true }))
    await press(page, 'Enter', async () => await page.waitForURL(/#email$/))
    expect(await isOn(page.locator('[name=email]'))).toBe(true)

    await typeInto(page, 'email', `keys.${Date.now()}@example.test`)
    await typeInto(page, 'recipient', 'Mali Jaidee')
    await typeInto(page, 'phone', '0812345678')
    await typeInto(page, 'line1', '99/1 Suthep Road')
    await choose(page, 'province', 'Chiang Mai')
    await choose(page, 'district', 'Mueang Chiang Mai')
    await choose(page, 'subdistrict', 'Suthep')
    expect(await page.inputValue('[name=postcode]')).toBe('50200')

    // Delivery and payment are radios: one stop each, arrows choose.
    const deliveries = page.locator('input[type=radio][name^="shipping."]')
    if ((await deliveries.count()) > 1) {
      await tabTo(page, deliveries)
      await page.keyboard.press('ArrowDown')
      expect(await isOn(deliveries)).toBe(true)
    }
    const method = page.locator('input[name=payment]')
    await tabTo(page, method)
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('input[name=payment]:checked').inputValue()).toBe('stripe:card')
    await page.keyboard.press('ArrowUp')
    expect(await page.locator('input[name=payment]:checked').inputValue()).toBe('stripe:promptpay')

    await tabTo(page, orderButton(page))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/checkout\/pay\//)
    await tabTo(page, page.locator('a[href*="/pay/pi_"]'))
    await approveInAnotherTab(context, page)
    const paid = page.getByRole('heading', { level: 1, name: /^Paid/ })
    await paid.waitFor()
    expect(await isOn(paid), await whereIs(page)).toBe(true)

    await tabTo(page, page.getByRole('link', { name: 'Follow your order' }))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/order-groups\//)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await context.close()
  })

  it.each([390, 1280])(
    'no page keeps the focus, and each shows where it is, at %i px',
    {
      timeout: 120_000,
    },
    async (width) => {
      const product = await aChoice()
      const context = await browser.newContext({ viewport: { width, height: 800 } })
      const page = await context.newPage()
      for (const path of ['', '/c/all', `/p/${product.slug}`, '/cart', '/sign-in', '/register']) {
        await openWhole(page, `${base}${path}`)
        const reached = await tabThrough(page)
        expect(reached[0], path).toContain('#content')
        expect(new Set(reached).size, path).toBeGreaterThan(10)
      }
      await context.close()
    },
  )

  it('shows each picture of a product that is stepped to before any script has come', async () => {
    const product = await aChoice()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.route('**/assets/*.js', async (route) => await route.abort())
    await page.goto(`${base}/p/${product.slug}`)
    expect(await page.getByRole('list', { name: 'Pictures' }).getByRole('link').count()).toBe(3)
    await tabThrough(page)
    await context.close()
  })
})
