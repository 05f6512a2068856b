import type { BrowserContext, Locator, Page, Request } from 'playwright-core'
import { expect } from 'vitest'

export type Card = {
  slug: string
  title: string
  shop: { id: string; slug: string; name: string }
}

/** The card numbers that the journeys type: none of their digits may reach our own origins. */
export const CARDS = { declined: '4000000000000002', good: '4242424242424242' } as const

/** Products in stock of `count` different shops, as the API lists them. */
export async function pickFromShops(api: string, count: number): Promise<Card[]> {
  const answer = await fetch(`${api}/api/products?inStock=true&limit=100`)
  const { items } = (await answer.json()) as { items: Card[] }
  const first = new Map<string, Card>()
  for (const item of items) if (!first.has(item.shop.id)) first.set(item.shop.id, item)
  const picked = [...first.values()].slice(0, count)
  expect(picked).toHaveLength(count)
  return picked
}

/** Opens each product's page and puts one piece into the basket. */
export async function putInBasket(page: Page, base: string, cards: readonly Card[]): Promise<void> {
  for (const card of cards) {
    await page.goto(`${base}/p/${card.slug}`)
    await page
      .getByRole('button', { name: /ใส่ตะกร้า|Add to basket/ })
      .first()
      .click()
    await page
      .getByText(/ใส่ตะกร้าแล้ว|in your basket/)
      .first()
      .waitFor()
  }
}

/** Makes an account, as a person at the form does. */
export async function register(page: Page, base: string, email: string): Promise<void> {
  await page.goto(`${base}/register`)
  await page.fill('input[name=name]', 'มะลิ ใจดี')
  await page.fill('input[name=email]', email)
  await page.fill('input[type=password]', 'ปลาทูแม่กลองคอหัก')
  const left = page.waitForURL((url) => !url.pathname.endsWith('/register'))
  await page.locator('main form button[type=submit]').first().click()
  await left
}

export type Place = Record<'province' | 'district' | 'subdistrict' | 'postcode', string>

/** A place in Thailand, as each language writes it. */
const SUTHEP = {
  th: { province: 'เชียงใหม่', district: 'เมืองเชียงใหม่', subdistrict: 'สุเทพ', postcode: '50200' },
  en: {
    province: 'Chiang Mai',
    district: 'Mueang Chiang Mai',
    subdistrict: 'Suthep',
    postcode: '50200',
  },
} as const

/**
 * Fills the address in the page's language: a choice from each list, one after the other, as each
 * depends on the one before; plain text where scripts are off and no list comes.
 */
export async function fillAddress(page: Page, scripts = true, elsewhere?: Place): Promise<void> {
  const place = elsewhere ?? SUTHEP[new URL(page.url()).pathname.startsWith('/en/') ? 'en' : 'th']
  await page.fill('[name=recipient]', 'มะลิ ใจดี')
  await page.fill('[name=phone]', '0812345678')
  await page.fill('[name=line1]', '99/1 ถนนสุเทพ')
  if (scripts) await page.locator('select[name=province]').waitFor()
  for (const field of ['province', 'district', 'subdistrict', 'postcode'] as const) {
    const control = page.locator(`[name=${field}]`)
    const list = (await control.evaluate((element) => element.tagName)) === 'SELECT'
    if (list) await control.selectOption({ label: place[field] })
    else await control.fill(place[field])
  }
}

/** A guest with these things at the checkout, with everything filled in. */
export async function checkOutAsGuest(
  page: Page,
  base: string,
  cards: readonly Card[],
  scripts = true,
): Promise<void> {
  await putInBasket(page, base, cards)
  await page.goto(`${base}/checkout`)
  await page.fill('[name=email]', `guest.${Date.now()}@example.test`)
  await fillAddress(page, scripts)
}

/** What places the order, last on the page; in the bar at the foot of a phone. */
export const orderButton = (page: Page): Locator =>
  page.locator('button[type=submit]:visible').last()

/** Chooses how to pay, places the order and waits for the payment page; answers the group's id. */
export async function placeOrder(page: Page, payment: string): Promise<string> {
  await page.locator(`input[name=payment][value="${payment}"]`).check({ force: true })
  await orderButton(page).click()
  await page.waitForURL(/\/checkout\/pay\//)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Types a card into the provider's own frame and presses pay. */
export async function payByCard(page: Page, simulator: string, number: string): Promise<void> {
  const frame = page.frameLocator(`iframe[src^="${simulator}"]`)
  await frame.locator('[name=cardnumber]').fill(number)
  await frame.locator('[name=exp-date]').fill('12/34')
  await frame.locator('[name=cvc]').fill('123')
  await page.getByRole('button', { name: /^(จ่าย|Pay) ฿/ }).click()
}

/** Approves the payment on the provider's page, in a tab of its own. */
export const approveInAnotherTab = async (context: BrowserContext, page: Page): Promise<void> =>
  await pressAtProvider(context, page, 'approve')

/** Presses a button of the provider's page, in a tab of its own. */
export async function pressAtProvider(
  context: BrowserContext,
  page: Page,
  button: 'approve' | 'decline' | 'expire',
): Promise<void> {
  const link = page.locator('a[href*="/pay/pi_"]:not([href$=".svg"])').first()
  const address = await link.getAttribute('href')
  const tab = await context.newPage()
  await tab.goto(address ?? '')
  await tab.locator(`form[action$="/${button}"] button`).click()
}

/** Remembers every request of a context that carries digits of a card, in address or body. */
export function watchForCards(context: BrowserContext): () => string[] {
  const seen: string[] = []
  const digits = (text: string) => decodeURIComponent(text).replace(/[^0-9]/g, '')
  context.on('request', (request: Request) => {
    const sent = digits(safe(request.url())) + digits(safe(request.postData() ?? ''))
    if (Object.values(CARDS).some((card) => sent.includes(card))) seen.push(request.url())
  })
  return () => [...new Set(seen.map((url) => new URL(url).origin))]
}

// A stray percent sign must not end the watch.
const safe = (text: string) => text.replace(/%(?![0-9a-f]{2})/gi, '%25')
