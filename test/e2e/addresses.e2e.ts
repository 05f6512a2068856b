import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillAddress, type Place, pickFromShops, putInBasket, register } from './shopping.ts'
import { openBrowser, world } from './world.ts'

const CHIANG_MAI = {
  province: 'เชียงใหม่',
  district: 'เมืองเชียงใหม่',
  subdistrict: 'สุเทพ',
  postcode: '50200',
}
const BANGKOK = {
  province: 'กรุงเทพมหานคร',
  district: 'บางรัก',
  subdistrict: 'สีลม',
  postcode: '10500',
}

describe('An address book', () => {
  const { storefront, api } = world()
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  const cards = (page: Page) => page.locator('main li').filter({ hasText: /\d{5}/ })
  const cardOf = (page: Page, text: string) => cards(page).filter({ hasText: text })

  const hasFocus = async (card: Locator) =>
    await card.evaluate((element) => element === document.activeElement)

  async function add(page: Page, recipient: string, place: Place, scripts: boolean) {
    await page.getByRole('link', { name: 'เพิ่มที่อยู่' }).first().click()
    await page.waitForURL(/\/addresses\/new/)
    await fillAddress(page, scripts, place)
    await page.fill('[name=recipient]', recipient)
    await page.getByRole('button', { name: 'บันทึกที่อยู่' }).click()
    await page.waitForURL(/\/addresses\?done=saved/)
    await cardOf(page, recipient).waitFor()
  }

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])(
    'is added to, edited, led by another and taken from, %s',
    { timeout: 90_000 },
    async (_, scripts) => {
      const context = await browser.newContext({
        javaScriptEnabled: scripts,
        locale: 'th-TH',
        viewport: { width: 390, height: 844 },
      })
      const page = await context.newPage()
      // Nobody yet is led to the door, and back to where they were going.
      await page.goto(`${storefront}/addresses`)
      expect(new URL(page.url()).searchParams.get('next')).toBe('/addresses')
      await page.locator('main a[href*="/register"]').click()
      await page.waitForURL(/\/register/)
      await page.fill('input[name=name]', 'มะลิ ใจดี')
      await page.fill('input[name=email]', `book.${Date.now()}@example.test`)
      await page.fill('input[name=password]', 'ปลาทูแม่กลองคอหัก')
      await page.locator('main form button[type=submit]').click()
      await page.waitForURL(`${storefront}/addresses`)
      await page.getByText('ยังไม่มีที่อยู่').waitFor()

      await add(page, 'บ้าน', CHIANG_MAI, scripts)
      await add(page, 'ที่ทำงาน', BANGKOK, scripts)
      expect(await cards(page).count()).toBe(2)
      expect(await cardOf(page, 'ที่ทำงาน').textContent()).toContain('แขวงสีลม เขตบางรัก')
      expect(await cardOf(page, 'บ้าน').textContent()).toContain('ต.สุเทพ อ.เมืองเชียงใหม่')
      // The first is the default, and stands first.
      expect(await cards(page).first().textContent()).toContain('บ้าน')

      await cardOf(page, 'ที่ทำงาน').getByRole('link', { name: 'แก้ไข' }).click()
      await page.waitForURL(/\/addresses\/adr_/)
      await page.fill('[name=phone]', '12')
      await page.getByRole('button', { name: 'บันทึกที่อยู่' }).click()
      await page.getByText('เบอร์มือถือมี 10 หลัก').waitFor()
      expect(await page.inputValue('[name=phone]')).toBe('12')
      if (scripts) await expect.poll(() => page.locator('#phone:focus').count()).toBe(1)
      await page.fill('[name=phone]', '089 111 2222')
      await page.fill('[name=recipient]', 'ร้านของมะลิ')
      await page.getByRole('button', { name: 'บันทึกที่อยู่' }).click()
      await page.waitForURL(/\/addresses\?done=saved/)
      expect(await cardOf(page, 'ร้านของมะลิ').textContent()).toContain('089-111-2222')

      await page.getByRole('button', { name: 'ตั้งเป็นค่าเริ่มต้น ที่อยู่ของ ร้านของมะลิ' }).click()
      await page.getByRole('status').getByText('ตั้งเป็นค่าเริ่มต้นแล้ว').waitFor()
      const first = cards(page).first()
      await first.filter({ hasText: /ร้านของมะลิ.*ค่าเริ่มต้น/ }).waitFor()
      if (scripts) expect(await hasFocus(first)).toBe(true)

      await putInBasket(page, storefront, await pickFromShops(api, 1))
      await page.goto(`${storefront}/checkout`)
      const chosen = page.locator('label').filter({ has: page.locator('[name=addressId]:checked') })
      expect(await chosen.textContent()).toContain('ร้านของมะลิ')

      await page.goto(`${storefront}/addresses`)
      const remove = page.getByRole('button', { name: 'ลบ ที่อยู่ของ ร้านของมะลิ' })
      await remove.click()
      if (scripts) {
        const toast = page.getByRole('status').filter({ hasText: 'ลบที่อยู่ของ ร้านของมะลิ แล้ว' })
        await toast.waitFor()
        expect(await cards(page).count()).toBe(1)
        expect(await hasFocus(first)).toBe(true)
        await toast.getByRole('button', { name: 'เอากลับมา' }).click()
        await cardOf(page, 'ร้านของมะลิ').waitFor()
        // As it was: the default.
        expect(await cards(page).first().textContent()).toMatch(/ร้านของมะลิ.*ค่าเริ่มต้น/)
        await remove.click()
      } else {
        await page.getByText('ลบที่อยู่นี้เลยไหม').waitFor()
        await page.getByRole('link', { name: 'เก็บไว้' }).click()
        await page.waitForURL(`${storefront}/addresses`)
        await remove.click()
        await page.getByRole('button', { name: 'ลบที่อยู่นี้' }).click()
      }
      await cardOf(page, 'ร้านของมะลิ').waitFor({ state: 'detached' })
      await first.filter({ hasText: /บ้าน.*ค่าเริ่มต้น/ }).waitFor()
      await context.close()
    },
  )

  it('leaves the list alone when the places do not agree, and says so beside the field', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await register(page, storefront, `wrong.${Date.now()}@example.test`)
    await page.goto(`${storefront}/en/addresses/new`)
    await fillAddress(page, false, { ...CHIANG_MAI, postcode: '10500' })
    await page.getByRole('button', { name: 'Save address' }).click()
    await page.getByText("The subdistrict, district, province and postcode don't match").waitFor()
    expect(await page.locator('#postcode').getAttribute('aria-invalid')).toBe('true')
    expect(await page.inputValue('[name=district]')).toBe('เมืองเชียงใหม่')
    await page.goto(`${storefront}/en/addresses`)
    await page.getByText('No addresses yet').waitFor()
    await context.close()
  })

  it('has one address of a form that is sent twice', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await register(page, storefront, `twice.${Date.now()}@example.test`)
    await page.goto(`${storefront}/en/addresses/new`)
    await fillAddress(page, false, CHIANG_MAI)
    const names = ['key', 'recipient', 'phone', 'line1', ...Object.keys(CHIANG_MAI)]
    const form = Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name, await page.inputValue(`[name=${name}]`)] as const),
      ),
    )
    const send = () =>
      context.request.post(page.url(), { form, headers: { origin: storefront }, maxRedirects: 0 })
    const answers = await Promise.all([send(), send()])
    expect(answers.map((answer) => answer.status())).toEqual([302, 302])
    await page.goto(`${storefront}/en/addresses`)
    expect(await cards(page).count()).toBe(1)
    await context.close()
  })

  it('belongs to an account that may change its name, in either language, without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await register(page, storefront, `name.${Date.now()}@example.test`)
    await page.goto(`${storefront}/en/profile`)
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    await page.fill('[name=name]', '   ')
    await page.getByRole('button', { name: 'Change name' }).click()
    await page.getByText('Write what shops should call you').waitFor()
    await page.fill('[name=name]', 'Mali Suthep')
    await page.getByRole('button', { name: 'Change name' }).click()
    await page.getByRole('status').getByText('Your name is changed').waitFor()
    expect(await page.locator('h1').textContent()).toBe('Mali Suthep')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${storefront}/en`)
    await page.goto(`${storefront}/en/profile`)
    expect(new URL(page.url()).pathname).toBe('/en/sign-in')
    await context.close()
  })
})
