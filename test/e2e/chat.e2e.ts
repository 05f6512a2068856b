import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../app/messages/index.ts'
import { DEMO_EMAILS, DEMO_PASSWORD } from '../../migrations/market/accounts.ts'
import type { Card } from './shopping.ts'
import { account, call, contextOf } from './visitors.ts'
import { openBrowser, type World, world } from './world.ts'

type Shop = { id: string; slug: string; name: string }

const { chat, stalls, account: door } = messagesIn('th')

describe('A talk between a shopper and a shop', () => {
  const { storefront, api }: World = world()
  let browser: Browser
  let contexts: BrowserContext[] = []
  let shop: Shop
  let card: Card
  let shoppers = 0

  beforeAll(async () => {
    browser = await openBrowser()
    const login = { email: DEMO_EMAILS.seller, password: DEMO_PASSWORD }
    const { user } = await call<{ user: { shops: Shop[] } }>(`${api}/api/auth/login`, login)
    const [own] = user.shops
    if (own === undefined) throw new RangeError('the seller has no stall')
    shop = own
    const { items } = await call<{ items: Card[] }>(`${api}/api/products?shop=${shop.slug}`)
    const [first] = items
    if (first === undefined) throw new RangeError('the stall is empty')
    card = first
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
  })
  afterAll(async () => await browser.close())

  async function shopper(options = {}): Promise<{ context: BrowserContext; name: string }> {
    shoppers += 1
    const name = `มะลิ ${shoppers}`
    const { cookie } = await account({ api, storefront, who: `asks-${shoppers}`, name })
    const context = await contextOf(browser, storefront, cookie, options)
    contexts.push(context)
    return { context, name }
  }

  /** Somebody of the shop, at its desk. */
  async function staff(): Promise<Page> {
    const context = await browser.newContext()
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(`${storefront}/sign-in?next=/seller/messages`)
    await page.fill('input[name=email]', DEMO_EMAILS.seller)
    await page.fill('input[name=password]', DEMO_PASSWORD)
    await page.getByRole('button', { name: door.signIn, exact: true }).click()
    await page.waitForURL((url) => url.pathname === '/seller/messages')
    return page
  }

  const bubbles = (page: Page) => page.locator('.bubble.text')
  const saying = (page: Page, words: string) => bubbles(page).filter({ hasText: words })
  const composer = (page: Page) => page.locator('.chat-field')

  async function say(page: Page, words: string): Promise<void> {
    await composer(page).fill(words)
    await composer(page).press('Enter')
  }

  /** From the thing to the talk with whoever sells it. */
  async function ask(page: Page): Promise<void> {
    await page.goto(`${storefront}/p/${card.slug}`)
    await page.getByRole('link', { name: stalls.ask }).click()
    await page.waitForURL(/\/messages\/cnv_/)
  }

  /** The desk's list has the shopper once the copy has been written. */
  async function answerAt(desk: Page, name: string): Promise<void> {
    await expect
      .poll(
        async () => {
          await desk.goto(`${storefront}/seller/messages?shop=${shop.id}`)
          return await desk.locator('.chat-row', { hasText: name }).count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await desk.locator('.chat-row', { hasText: name }).click()
    await composer(desk).waitFor()
  }

  it('goes from a thing to its shop and back, and both see the other read and write', {
    timeout: 90_000,
  }, async () => {
    const { context, name } = await shopper()
    const page = await context.newPage()
    await ask(page)
    await say(page, 'เข้าไมโครเวฟได้ไหมคะ')
    await saying(page, 'เข้าไมโครเวฟได้ไหมคะ').waitFor()
    await page.locator('.bubble.product', { hasText: card.title }).waitFor()
    await page.getByText(chat.sent).waitFor()

    const desk = await staff()
    await answerAt(desk, name)
    await saying(desk, 'เข้าไมโครเวฟได้ไหมคะ').waitFor()
    await page.getByText(chat.read).waitFor()
    await page.getByText(chat.online).waitFor()

    await composer(desk).pressSequentially('เข้าได้', { delay: 30 })
    await page.getByText(chat.typing.shop).waitFor()
    await composer(desk).press('Enter')
    await saying(page, 'เข้าได้').waitFor()
    await page.getByText(chat.typing.shop).waitFor({ state: 'detached' })
    await desk.getByText(chat.read).waitFor()
    expect(await composer(desk).evaluate((field) => field === document.activeElement)).toBe(true)

    await composer(page).pressSequentially('ขอบคุณ', { delay: 30 })
    await desk.getByText(chat.typing.shopper).waitFor()
    await desk.getByText(chat.typing.shopper).waitFor({ state: 'detached' })
  })

  it('does not send a phone number, and gives the words back to be mended', async () => {
    const { context } = await shopper()
    const page = await context.newPage()
    await ask(page)
    await say(page, 'โทรมาที่ 081-234-5678 นะคะ')
    await page.getByText(chat.refusals.contact_leak.what).waitFor()
    await page.getByRole('button', { name: chat.edit }).click()
    expect(await composer(page).inputValue()).toBe('โทรมาที่ 081-234-5678 นะคะ')
    expect(await bubbles(page).count()).toBe(0)
    await say(page, 'คุยกันตรงนี้ก็ได้ค่ะ')
    await page.getByText(chat.sent).waitFor()
    await page.reload()
    await saying(page, 'คุยกันตรงนี้ก็ได้ค่ะ').waitFor()
    expect(await bubbles(page).count()).toBe(1)
  })

  it('is the same in two tabs, with nothing twice', async () => {
    const { context } = await shopper()
    const page = await context.newPage()
    await ask(page)
    const second = await context.newPage()
    await second.goto(page.url().split('?')[0] ?? '')
    await composer(second).waitFor()
    for (const words of ['หนึ่ง', 'สอง', 'สาม']) await say(page, words)
    await say(second, 'สี่')
    for (const tab of [page, second]) {
      for (const words of ['หนึ่ง', 'สอง', 'สาม', 'สี่']) await saying(tab, words).waitFor()
      await expect.poll(() => tab.locator('.sending, .waiting').count()).toBe(0)
      expect(await bubbles(tab).count()).toBe(4)
    }
  })

  it('misses nothing while the line is down, and says then what was written meanwhile', {
    timeout: 90_000,
  }, async () => {
    const { context } = await shopper()
    const page = await context.newPage()
    let isDown = false
    let cut = async () => {}
    await page.routeWebSocket(/\/api\/live\//, async (socket) => {
      if (isDown) return await socket.close({ code: 1012 })
      socket.connectToServer()
      cut = async () => await socket.close({ code: 1012 })
    })
    await ask(page)
    await say(page, 'ก่อนหลุด')
    await page.getByText(chat.sent).waitFor()
    const second = await context.newPage()
    await second.goto(page.url().split('?')[0] ?? '')
    await composer(second).waitFor()

    isDown = true
    await cut()
    await page.getByText(chat.reconnecting).waitFor()
    await say(page, 'ระหว่างหลุด')
    await page.getByText(chat.waiting).waitFor()
    for (const words of ['อีกแท็บ หนึ่ง', 'อีกแท็บ สอง']) await say(second, words)
    await second.getByText(chat.sent).waitFor()
    expect(await saying(page, 'อีกแท็บ').count()).toBe(0)

    isDown = false
    const told = ['ก่อนหลุด', 'อีกแท็บ หนึ่ง', 'อีกแท็บ สอง', 'ระหว่างหลุด']
    await saying(second, 'ระหว่างหลุด').waitFor({ timeout: 40_000 })
    for (const tab of [page, second]) {
      await expect.poll(() => tab.locator('.sending, .waiting').count()).toBe(0)
      const texts = await bubbles(tab).allInnerTexts()
      expect(texts.map((text, n) => text.includes(told[n] ?? '-'))).toEqual(told.map(() => true))
    }
  })

  it('works without JavaScript: asked, refused, answered', { timeout: 90_000 }, async () => {
    const { context, name } = await shopper({ javaScriptEnabled: false })
    const page = await context.newPage()
    await ask(page)
    const send = page.getByRole('button', { name: chat.send, exact: true })
    await composer(page).fill('ไลน์ไอดี @maliwan ค่ะ โทร 0812345678')
    await send.click()
    await page.getByText(chat.refusals.contact_leak.what).waitFor()
    expect(await composer(page).inputValue()).toContain('0812345678')
    await composer(page).fill('ส่งวันไหนคะ')
    await send.click()
    await saying(page, 'ส่งวันไหนคะ').waitFor()
    expect(await page.locator('.bubble.product').count()).toBe(1)

    const desk = await staff()
    await answerAt(desk, name)
    await say(desk, 'ส่งพรุ่งนี้ค่ะ')
    await desk.getByText(chat.sent).waitFor()
    await page.reload()
    await saying(page, 'ส่งพรุ่งนี้ค่ะ').waitFor()
  })

  it('goes back in time as one scrolls, and by a link without scripts', {
    timeout: 90_000,
  }, async () => {
    const name = `asks-much-${Date.now()}`
    const { cookie, headers } = await account({ api, storefront, who: name })
    const rooms = `${api}/api/chat/rooms`
    const { id } = await call<{ id: string }>(rooms, { shopId: shop.id }, headers)
    for (let n = 1; n <= 60; n += 1) {
      const said = { type: 'text', clientId: `n-${n}`, text: `คำที่ ${n} จบ` }
      await call(`${rooms}/${id}/messages`, said, headers)
    }
    const context = await contextOf(browser, storefront, cookie, {})
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(`${storefront}/messages/${id}`)
    await saying(page, 'คำที่ 60 จบ').waitFor()
    expect(await saying(page, 'คำที่ 60 จบ').evaluate(isInSight)).toBe(true)
    expect(await saying(page, 'คำที่ 1 จบ').count()).toBe(0)
    await page
      .locator('.chat-scroll')
      .evaluate((scroll) => scroll.scrollTo(0, -scroll.scrollHeight))
    await saying(page, 'คำที่ 1 จบ').waitFor({ state: 'attached' })
    expect(await bubbles(page).count()).toBe(60)

    const plain = await contextOf(browser, storefront, cookie, { javaScriptEnabled: false })
    contexts.push(plain)
    const paper = await plain.newPage()
    await paper.goto(`${storefront}/messages/${id}`)
    expect(await saying(paper, 'คำที่ 60 จบ').evaluate(isInSight)).toBe(true)
    await paper.getByRole('link', { name: chat.older }).click()
    await saying(paper, 'คำที่ 1 จบ').waitFor({ state: 'attached' })
    await paper.getByRole('link', { name: chat.newest }).click()
    await saying(paper, 'คำที่ 60 จบ').waitFor()
  })

  it('is of an account: a guest signs in first, and comes to the talk they wanted', async () => {
    const context = await browser.newContext()
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(`${storefront}/p/${card.slug}`)
    await page.getByRole('link', { name: stalls.ask }).click()
    await page.waitForURL('**/sign-in?next=**')
    expect(new URL(page.url()).searchParams.get('next')).toContain('/messages/new?shop=')
  })

  it('has an end: whoever switches it off hears no more, until it is on again', {
    timeout: 60_000,
  }, async () => {
    const { context } = await shopper()
    const page = await context.newPage()
    await ask(page)
    await page.locator('.chat-menu > summary').click()
    await page.getByText(chat.block.open, { exact: true }).first().click()
    await page.getByRole('button', { name: chat.block.confirm }).click()
    await page.getByText(chat.block.on).waitFor()
    expect(await composer(page).count()).toBe(0)
    await page.locator('.chat-foot').getByRole('button', { name: chat.block.undo }).click()
    await composer(page).waitFor()
  })
})

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}
