import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../app/messages/index.ts'
import { readJson } from './read-json.ts'
import {
  approveInAnotherTab,
  type Card,
  fillAddress,
  orderButton,
  placeOrder,
  putInBasket,
  register,
} from './shopping.ts'
import { openBrowser, type World, world } from './world.ts'

describe.each([
  ['with scripts', true],
  ['without JavaScript', false],
] as const)('Vouchers, %s', (_, scripts) => {
  const { storefront, api }: World = world()
  const base = `${storefront}/en`
  const { cart, codes, codesTold, voucher, order } = messagesIn('en')
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width: 390, height: 844 },
    })
    page = await context.newPage()
  })
  afterAll(async () => await browser.close())

  const box = () => page.locator('#vouchers')
  const use = async (code: string) => {
    await box().getByLabel(codes.code).fill(code)
    await box().getByRole('button', { name: codes.use, exact: true }).click()
  }
  const losesNothingOffline = async (code: string) => {
    await context.setOffline(true)
    await use(code)
    await box().getByRole('alert').getByText(cart.offline).waitFor()
    expect(await box().getByLabel(codes.code).inputValue()).toBe(code)
    await context.setOffline(false)
  }
  /** The last sum of the page, in satang. */
  const total = async () => {
    const text = (await page.locator('main dl dd').last().textContent()) ?? ''
    return Number(text.replace(/[^0-9]/g, ''))
  }

  /** Things that alone reach what every voucher of the market asks for. */
  const dearEnough = async () => {
    const query = 'inStock=true&minPriceSatang=30000&sort=price-asc&limit=100'
    type Priced = Card & { priceSatang: number }
    return (await readJson<{ items: Priced[] }>(`${api}/api/products?${query}`)).items
  }

  it('are claimed, suggested, used, taken out, and make the price that is paid', {
    timeout: 120_000,
  }, async () => {
    // Pressed before there is an account, a ticket waits behind the door.
    const stall = `${base}/s/ban-ceramic-lampang?tab=vouchers`
    await page.goto(stall)
    await page
      .getByRole('button', { name: /^Claim/ })
      .first()
      .click()
    await page.waitForURL(/\/sign-in\?next=.*vouchers%3Fclaim%3DBANCERAMICLA$/)
    await register(page, base, `saver.${scripts}.${Date.now()}@example.test`)
    const [first, ...others] = await dearEnough()
    const second = others.find((item) => item.shop.id !== first?.shop.id)
    if (first === undefined || second === undefined) throw new RangeError('nothing to buy')
    await putInBasket(page, base, [first, second])

    await page.goto(`${base}/vouchers?claim=BANCERAMICLA`)
    await page.getByRole('button', { name: voucher.claimNamed('BANCERAMICLA') }).click()
    await page.getByText(voucher.taken('8% off in our shop')).waitFor()
    await page.getByRole('button', { name: /^Claim 10% off/ }).click()
    await page.getByText(voucher.taken('10% off the whole market')).waitFor()

    await page.goto(`${base}/cart`)
    await use('nosuch')
    await box().getByText(codesTold.why.unknown).waitFor()
    if (scripts) await losesNothingOffline('talat10')
    await use('talat10')
    await box().getByText('10% off the whole market').waitFor()
    await page.locator('main dl').getByText('10% off the whole market').waitFor()
    const out = box().getByRole('button', { name: codes.removeNamed('NOSUCH') })
    await out.press('Enter')
    await box().getByText('NOSUCH').waitFor({ state: 'detached' })
    // What was pressed is gone; whoever came by keyboard goes on where it stood.
    if (scripts) expect(await box().evaluate((it) => it === document.activeElement)).toBe(true)
    await box().getByRole('button', { name: codes.useBest }).click()
    await box().getByText('Free delivery across Thailand').waitFor()
    expect(await box().getByRole('button', { name: codes.useBest }).count()).toBe(0)

    await page.goto(`${base}/checkout`)
    await fillAddress(page, scripts)
    const sums = page.locator('#to-pay + dl')
    await sums.getByText('Free delivery across Thailand').waitFor()
    const seen = await total()
    const listed = [first, second].reduce((sum, { priceSatang }) => sum + priceSatang, 0)
    expect(seen).toBeGreaterThan(listed / 2)
    const groupId = await placeOrder(page, 'stripe:promptpay')
    await approveInAnotherTab(context, page)
    await page.goto(`${base}/order-groups/${groupId}`)
    const money = page.locator('section').filter({ hasText: order.money }).last()
    for (const title of ['10% off the whole market', 'Free delivery across Thailand']) {
      await money.getByText(title).waitFor()
    }
    expect(await total()).toBe(seen)
    // What was used is used: the basket keeps no code.
    await putInBasket(page, base, [first])
    await page.goto(`${base}/cart`)
    await box().waitFor()
    expect(await box().getByRole('listitem').count()).toBe(0)
  })

  it('let go of one that this guest has used before, and the next press orders without it', {
    timeout: 120_000,
  }, async () => {
    const guests = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width: 390, height: 844 },
    })
    page = await guests.newPage()
    const cards = await dearEnough()
    const email = `again.${scripts}.${Date.now()}@example.test`
    const toCheckout = async () => {
      await putInBasket(page, base, cards.slice(0, 1))
      await page.goto(`${base}/cart`)
      await use('SAWASDEE50')
      await box().getByText('Hello, new customer').waitFor()
      await page.goto(`${base}/checkout`)
      await page.fill('[name=email]', email)
      await fillAddress(page, scripts)
      // A guest is known by either contact: nobody else may have this one.
      await page.fill('[name=phone]', scripts ? '0891234561' : '0891234562')
    }
    await toCheckout()
    const first = await total()
    await placeOrder(page, 'stripe:promptpay')

    await toCheckout()
    await orderButton(page).click()
    const alert = page.getByRole('alert')
    await alert.getByText(`SAWASDEE50: ${codesTold.why.used_before}`).waitFor()
    expect(await page.locator('main dl').getByText('Hello, new customer').count()).toBe(0)
    expect(await total()).toBe(first + 5000)
    await orderButton(page).click()
    await page.waitForURL(/\/checkout\/pay\//)
    await guests.close()
  })
})
