import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRows } from './market-rows.ts'
import { readJson } from './read-json.ts'
import { fillAddress, payByCard, placeOrder } from './shopping.ts'
import { openBrowser, type World, world } from './world.ts'

type Item = {
  id: string
  variantId: string
  productSlug: string
  priceSatang: number
  listPriceSatang: number
  left: number
  perBuyer: number
}
type Sale = { title: string; startsAt: string; endsAt: string; items: Item[] }

const baht = (satang: number) => (satang / 100).toLocaleString('en')
const text = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ')

describe('A flash sale', () => {
  let browser: Browser
  const { storefront, api, simulator, state }: World = world()

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  const running = async (): Promise<Sale> => {
    const { items } = await readJson<{ items: Sale[] }>(`${api}/api/flash-sales`)
    const [sale] = items
    if (sale === undefined || Date.parse(sale.startsAt) > Date.now()) {
      throw new RangeError('no flash sale runs')
    }
    return sale
  }
  const itemOf = async (id: string) => (await running()).items.find((item) => item.id === id)
  const secondsOf = async (page: Page) => {
    const told = await page.getByRole('timer').first().innerText()
    const [hours = 0, minutes = 0, seconds = 0] = (told.match(/\d+/g) ?? []).map(Number)
    return hours * 3600 + minutes * 60 + seconds
  }

  it('is seen on the home page with its clock, and a thing of it is bought at its price', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    const sale = await running()
    await page.goto(storefront)
    const rail = page.getByRole('region', { name: sale.title })
    await rail.waitFor()
    // A page that was kept says how much was left when it was made, until the browser counts itself.
    const isBehind = async () =>
      Math.abs((await secondsOf(page)) - (Date.parse(sale.endsAt) - Date.now()) / 1000)
    await expect.poll(isBehind, { timeout: 15_000 }).toBeLessThan(3)
    const before = await secondsOf(page)
    await expect.poll(async () => await secondsOf(page), { timeout: 5000 }).toBeLessThan(before)

    await rail.getByRole('link').first().click()
    await page.waitForURL(/\/p\//)
    const slug = new URL(page.url()).pathname.split('/').at(-1)
    const item = sale.items.find(({ productSlug }) => productSlug === slug)
    if (item === undefined) throw new RangeError('a card that leads elsewhere')
    await page.getByText(`คนละไม่เกิน ${item.perBuyer} ชิ้น`).waitFor()
    const shown = await text(page)
    for (const price of [item.priceSatang, item.listPriceSatang]) {
      expect(shown).toContain(`฿${baht(price)}`)
    }
    await page.getByRole('button', { name: 'ใส่ตะกร้า' }).first().click()
    await page.getByText('ใส่ตะกร้าแล้ว').first().waitFor()

    await page.goto(`${storefront}/cart`)
    await page.getByText(/ราคาลดด่วนถึง/).waitFor()
    expect(await text(page)).toContain(`฿${baht(item.priceSatang)}`)
    const more = page.getByRole('button', { name: /^เพิ่มจำนวน/ }).first()
    for (let n = 0; n < item.perBuyer; n += 1) await more.click()
    await page.getByText(`ราคาลดด่วนได้ไม่เกิน ${item.perBuyer} ชิ้น`).waitFor()
    // More than that is no reason not to order: all of it at its usual price.
    await page.goto(`${storefront}/checkout`)
    await page.getByRole('heading', { level: 1, name: 'ชำระเงิน' }).waitFor()
    expect(await text(page)).toContain(`฿${baht(item.listPriceSatang * (item.perBuyer + 1))}`)
    await page.goto(`${storefront}/cart`)
    const fewer = page.getByRole('button', { name: /^ลดจำนวน/ }).first()
    for (let n = 0; n < item.perBuyer; n += 1) await fewer.click()
    await page.getByText(/ราคาลดด่วนถึง/).waitFor()

    await page.goto(`${storefront}/checkout`)
    await page.fill('[name=email]', `flash.${Date.now()}@example.test`)
    await fillAddress(page)
    await placeOrder(page, 'stripe:card')
    expect((await itemOf(item.id))?.left).toBe(item.left - 1)
    await payByCard(page, simulator, '4242424242424242')
    await page.waitForURL(/\/order-groups\//, { timeout: 20_000 })
    await page
      .getByText(`฿${baht(item.priceSatang)}`)
      .first()
      .waitFor()
    await context.close()
  })

  it('that ends while its page is open says so, and the usual price stands there', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    const item = (await running()).items.at(-1)
    if (item === undefined) throw new RangeError('an empty flash sale')
    const db = openRows(state)
    const row = db.prepare('select ends_at from flash_sale_items where id = ?').get(item.id)
    const endsAt = Date.now() + 9000
    try {
      db.prepare('update flash_sale_items set ends_at = ? where id = ?').run(endsAt, item.id)
      // A page that nobody asked for yet is made anew.
      const address = `${storefront}/en/p/${item.productSlug}?variant=${item.variantId}`
      await page.goto(address)
      await page.getByRole('timer').first().waitFor()
      await page.getByText('This flash sale is over').waitFor({ timeout: 15_000 })
      expect(Date.now()).toBeGreaterThanOrEqual(endsAt)
      const main = await text(page)
      expect(main).toContain(`฿${baht(item.listPriceSatang)}`)
      await page.getByText('This flash sale is over').waitFor({ state: 'hidden', timeout: 15_000 })
      expect(await page.getByRole('timer').count()).toBe(0)
    } finally {
      db.prepare('update flash_sale_items set ends_at = ? where id = ?').run(
        row?.ends_at ?? 0,
        item.id,
      )
      db.close()
    }
    await context.close()
  })
})
