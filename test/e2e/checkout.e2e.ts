import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../app/messages/index.ts'
import { openRows } from './market-rows.ts'
import {
  type Card,
  checkOutAsGuest,
  orderButton,
  pickFromShops,
  placeOrder,
  putInBasket,
} from './shopping.ts'
import { openBrowser, type World, world } from './world.ts'

describe('The checkout', () => {
  let browser: Browser
  let card: Card
  const { storefront, api, state }: World = world()
  const base = `${storefront}/en`

  beforeAll(async () => {
    browser = await openBrowser()
    const [first] = await pickFromShops(api, 1)
    if (first === undefined) throw new RangeError('nothing to buy')
    card = first
  })
  afterAll(async () => await browser.close())

  /** The checkout of a guest with all but the place filled in. */
  async function atCheckout(pieces = 1): Promise<[BrowserContext, Page]> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await putInBasket(
      page,
      base,
      Array.from({ length: pieces }, () => card),
    )
    await page.goto(`${base}/checkout`, { waitUntil: 'networkidle' })
    await page.fill('[name=email]', 'guest@example.test')
    await page.fill('[name=recipient]', 'มะลิ ใจดี')
    await page.fill('[name=phone]', '0812345678')
    await page.fill('[name=line1]', '99/1 ถนนสุเทพ')
    await page.locator('select[name=province]').waitFor()
    return [context, page]
  }
  const PLACE = ['province', 'district', 'subdistrict', 'postcode']
  const placeIn = async (page: Page) =>
    await Promise.all(PLACE.map((name) => page.locator(`[name=${name}]`).inputValue()))
  async function pickSuthep(page: Page): Promise<void> {
    await page.getByRole('combobox', { name: /^Find by/ }).fill('suthep')
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
  }
  const order = (page: Page) => page.getByRole('button', { name: /^Place order/ })

  it('fills four fields of an address from one search, by keyboard alone', async () => {
    const [context, page] = await atCheckout()
    const search = page.getByRole('combobox', { name: /^Find by/ })
    await search.focus()
    await page.keyboard.type('50200')
    const options = page.getByRole('listbox').getByRole('option')
    // One postcode, three places: one is to be picked.
    expect(await options.count()).toBe(3)
    await page
      .getByRole('status')
      .getByText(/^3 places found/)
      .waitFor()
    await page.keyboard.press('Escape')
    expect(await options.count()).toBe(0)
    await search.fill('bang rak')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const lit = await search.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${lit}"]`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    expect(await placeIn(page)).toEqual(['กรุงเทพมหานคร', 'บางรัก', 'บางรัก', '10500'])
    expect(await search.getAttribute('aria-expanded')).toBe('false')
    expect(page.url()).toBe(`${base}/checkout`)
    // What was filled in can be chosen otherwise, and the step is ticked once it is whole.
    await page.getByRole('heading', { name: 'Deliver to (done)' }).waitFor()
    await page.locator('[name=province]').selectOption({ label: 'Chiang Mai' })
    expect(await placeIn(page)).toEqual(['เชียงใหม่', '', '', ''])
    await context.close()
  })

  it('says what is left and what it now costs when stock ran short, before it is pressed again', async () => {
    const [context, page] = await atCheckout(3)
    await pickSuthep(page)
    const before = await page.locator('#to-pay + dl dd').last().textContent()
    const db = openRows(state)
    const stock = db
      .prepare(
        `select l.variant_id as id, l.on_hand as onHand from stock_levels l
         join products p on p.id = l.product_id where p.slug = ?`,
      )
      .all(card.slug) as { id: string; onHand: number }[]
    const hold = db.prepare('update stock_levels set on_hand = reserved + ? where variant_id = ?')
    try {
      for (const { id } of stock) hold.run(2, id)
      await order(page).click()
      await page
        .getByRole('alert')
        .getByText(/2 left$/)
        .waitFor()
      await page.getByText('2 left; we changed the number').waitFor()
      await page.getByText(/ ×2$/).waitFor()
      expect(await page.locator('#to-pay + dl dd').last().textContent()).not.toBe(before)
      expect(page.url()).toBe(`${base}/checkout`)
      await order(page).click()
      await page.waitForURL(/\/checkout\/pay\//)
    } finally {
      const back = db.prepare('update stock_levels set on_hand = ? where variant_id = ?')
      for (const { id, onHand } of stock) back.run(onHand, id)
      db.close()
    }
    await context.close()
  })

  it('finds out with the same key whether an order whose answer was lost went through', async () => {
    const [context, page] = await atCheckout()
    await pickSuthep(page)
    const keys: (string | null)[] = []
    await page.route('**/checkout.data*', async (route) => {
      if (route.request().method() !== 'POST') return await route.continue()
      keys.push(new URLSearchParams(route.request().postData() ?? '').get('key'))
      if (keys.length > 1) return await route.continue()
      // It arrives, and nobody hears of it.
      await route.fetch()
      await route.abort()
    })
    await order(page).click()
    await page
      .getByRole('alert')
      .getByText(/nothing is ordered or paid twice/)
      .waitFor()
    expect(await page.locator('[name=line1]').inputValue()).toBe('99/1 ถนนสุเทพ')
    await page.waitForURL(/\/checkout\/pay\//)
    expect(keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
    await context.close()
  })

  it('keeps what was typed over the other language and a look into the basket, and only until it is ordered', async () => {
    const [context, page] = await atCheckout()
    await pickSuthep(page)
    await page.getByRole('radio', { name: /^Credit or debit card/ }).check()
    const typed = async () => [
      ...(await Promise.all(
        ['email', 'recipient', 'phone', 'line1'].map((name) => page.inputValue(`[name=${name}]`)),
      )),
      ...(await placeIn(page)),
      await page.locator('[name=payment]:checked').getAttribute('value'),
    ]
    const before = await typed()
    const again = async () => {
      await page.locator('select[name=province]').waitFor()
      await page.waitForFunction(() => document.querySelector('[name=email]')?.matches('[value]'))
      return await typed()
    }
    await page.getByRole('link', { name: 'ไทย' }).click()
    await page.waitForURL(`${storefront}/checkout`)
    expect(await again()).toEqual(before)
    await page.goto(`${base}/cart`)
    await page.goto(`${base}/checkout`)
    expect(await again()).toEqual(before)
    await page.locator('[name=payment][value="stripe:promptpay"]').check()
    await order(page).click()
    await page.waitForURL(/\/checkout\/pay\//)
    expect(await page.evaluate(() => sessionStorage.getItem('checkout'))).toBeNull()
    await context.close()
  })

  it('says that cash is not taken in a province once it is chosen, and moves nobody to another way', async () => {
    await withoutCashInChiangMai(async () => {
      const [context, page] = await atCheckout()
      const { checkout } = messagesIn('en')
      const cash = page.locator('input[name=payment][value="cod:cash"]')
      await cash.check({ force: true })
      await pickSuthep(page)
      const why = checkout.codNotThereOf(await nameOf(card.shop.slug), 1)
      await page.getByRole('status').getByText(checkout.codChosen(why)).waitFor()
      expect([await cash.isChecked(), await cash.isDisabled()]).toEqual([true, false])
      await order(page).click()
      await page.getByRole('alert').getByText(why).waitFor()

      // A question that is not answered leaves the page as it was filled in.
      await context.setOffline(true)
      await page.locator('[name=province]').selectOption({ label: 'Nan' })
      await expect.poll(async () => await page.getByText(checkout.codChosen(why)).count()).toBe(0)
      expect(await page.inputValue('[name=line1]')).toBe('99/1 ถนนสุเทพ')
      await context.setOffline(false)
      await pickSuthep(page)

      await page.locator('input[name=payment][value="stripe:promptpay"]').check({ force: true })
      await expect.poll(async () => await cash.isDisabled()).toBe(true)
      await page.locator('[name=province]').selectOption({ label: 'Nan' })
      await expect.poll(async () => await cash.isDisabled()).toBe(false)
      await pickSuthep(page)
      await order(page).click()
      await page.waitForURL(/\/checkout\/pay\//)
      await context.close()
    })
  })

  it('refuses that cash without JavaScript too, keeps what was typed, and takes another way', async () => {
    await withoutCashInChiangMai(async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await checkOutAsGuest(page, base, [card], false)
      await page.locator('input[name=payment][value="cod:cash"]').check({ force: true })
      await orderButton(page).click()
      const why = messagesIn('en').checkout.codNotThereOf(await nameOf(card.shop.slug), 1)
      await page.getByRole('alert').getByText(why).waitFor()
      expect(await page.inputValue('[name=line1]')).toBe('99/1 ถนนสุเทพ')
      expect(await page.inputValue('[name=province]')).toBe('Chiang Mai')
      await placeOrder(page, 'stripe:promptpay')
      await context.close()
    })
  })

  /** Its shop takes cash but in one province, for as long as `work` goes on. */
  async function withoutCashInChiangMai(work: () => Promise<void>): Promise<void> {
    const db = openRows(state)
    const { id: shop } = card.shop
    const before = db.prepare('select accepts_cod as cod from shops where id = ?').get(shop)
    db.prepare('update shops set accepts_cod = 1 where id = ?').run(shop)
    db.prepare(
      `insert into cash_terms (shop_id, provinces, version, set_by, set_at) values (?, ?, 1, 'usr_owner', 0)`,
    ).run(shop, JSON.stringify([{ province: 'เชียงใหม่', maximumSatang: 0 }]))
    try {
      await work()
    } finally {
      db.prepare('delete from cash_terms where shop_id = ?').run(shop)
      db.prepare('update shops set accepts_cod = ? where id = ?').run(Number(before?.cod), shop)
      db.close()
    }
  }

  const nameOf = async (slug: string) => {
    const answer = await fetch(`${api}/api/shops/${slug}`, { headers: { 'accept-language': 'en' } })
    return ((await answer.json()) as { name: string }).name
  }
})
