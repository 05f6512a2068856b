import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
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
    // As long as each other, so that none is the beginning of another.
    const name = `มะลิ ${100 + shoppers}`
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
    await paper.getByRole('link', { name: chat.newer }).click()
    await saying(paper, 'คำที่ 60 จบ').waitFor({ state: 'attached' })
    expect(await paper.getByRole('link', { name: chat.newer }).count()).toBe(0)
    await paper.goBack()
    await paper.getByRole('link', { name: chat.newest }).click()
    await saying(paper, 'คำที่ 60 จบ').waitFor()
  })

  const pictures = (page: Page) => page.locator('.bubble-row:not(.sending) .bubble.picture img')
  const isDrawn = (image: Element) => image instanceof HTMLImageElement && image.naturalWidth > 0
  const jpeg = async (width: number, height: number) =>
    await sharp({ create: { width, height, channels: 3, background: '#1a7a6c' } })
      .withExif({ IFD0: { Copyright: 'canary-camera' } })
      .jpeg()
      .toBuffer()

  it('carries a picture, which the phone makes smaller, to the other side, and takes it back', {
    timeout: 90_000,
  }, async () => {
    const { context, name } = await shopper()
    const page = await context.newPage()
    await ask(page)
    await say(page, 'ของมาถึงแล้วบิ่นค่ะ')
    await page.getByText(chat.sent).waitFor()
    const file = { name: 'bowl.jpg', mimeType: 'image/jpeg', buffer: await jpeg(3000, 2000) }
    await page.getByLabel(chat.addPicture).setInputFiles(file)
    await pictures(page).waitFor()
    const own = page.getByRole('img', { name: chat.pictureOf(chat.you) })
    await expect.poll(async () => await own.evaluate(isDrawn)).toBe(true)
    expect([await own.getAttribute('width'), await own.getAttribute('height')]).toEqual([
      '1600',
      '1067',
    ])

    const desk = await staff()
    await answerAt(desk, name)
    const theirs = desk.getByRole('img', { name: chat.pictureOf(chat.speakers.shopper) })
    await expect.poll(async () => await theirs.evaluate(isDrawn)).toBe(true)
    await theirs.click()
    await desk.locator('dialog.lightbox[open] img').waitFor()
    await desk.keyboard.press('Escape')
    const address = await theirs.getAttribute('src')
    const stranger = (await shopper()).context
    expect((await stranger.request.get(`${storefront}${address}`)).status()).toBe(404)
    expect((await context.request.get(`${storefront}${address}`)).headers()).toMatchObject({
      'cache-control': 'private, max-age=300',
      'x-content-type-options': 'nosniff',
    })

    await page.locator('.bubble-row', { has: own }).locator('.bubble-acts > summary').click()
    await page.getByRole('button', { name: chat.takeBack }).click()
    await page.locator('.bubble.removed').waitFor()
    await desk.locator('.bubble.removed').waitFor()
    expect(await pictures(desk).count()).toBe(0)
  })

  it('says of a file that is no picture that it cannot be sent, and sends it again when it can', async () => {
    const { context } = await shopper()
    const page = await context.newPage()
    await ask(page)
    const choose = page.getByLabel(chat.addPicture)
    await choose.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no') })
    await page.getByText(chat.refusals.picture_invalid.what).waitFor()
    await page.getByRole('button', { name: chat.dropPicture }).click()
    await page.getByText(chat.refusals.picture_invalid.what).waitFor({ state: 'detached' })

    let isDown = true
    await page.route('**/api/uploads', async (route) =>
      isDown ? await route.abort() : await route.continue(),
    )
    const buffer = await jpeg(60, 40)
    await choose.setInputFiles({ name: 'y.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByText(chat.refusals.unknown.what).waitFor()
    isDown = false
    await page.getByRole('button', { name: chat.retry }).click()
    await pictures(page).waitFor()
    expect(await page.locator('.bubble.picture').count()).toBe(1)
  })

  it('carries pictures, cards and quick replies without JavaScript, too', {
    timeout: 90_000,
  }, async () => {
    const { context } = await shopper({ javaScriptEnabled: false })
    const page = await context.newPage()
    await ask(page)
    await page.getByRole('link', { name: chat.dropAbout }).click()
    const file = { name: 'z.jpg', mimeType: 'image/jpeg', buffer: await jpeg(900, 600) }
    await page.getByLabel(chat.addPicture).setInputFiles(file)
    await composer(page).fill('แบบนี้ค่ะ')
    await page.getByRole('button', { name: chat.send, exact: true }).click()
    await saying(page, 'แบบนี้ค่ะ').waitFor()
    const own = page.getByRole('img', { name: chat.pictureOf(chat.you) })
    await expect.poll(async () => await own.evaluate(isDrawn)).toBe(true)

    const question = chat.questions[0] ?? ''
    await page.getByRole('button', { name: question }).click()
    await saying(page, question).waitFor()
    await page.locator('.chat-attach > summary').click()
    await page.locator('.chat-attachable').first().click()
    await page.getByText(chat.withNext).waitFor()
    await page.getByRole('button', { name: chat.send, exact: true }).click()
    await page.locator('.bubble.product').waitFor()

    const text = page.locator('.bubble-row', { hasText: 'แบบนี้ค่ะ' })
    await text.locator('.bubble-acts > summary').click()
    await text.getByRole('button', { name: chat.takeBack }).click()
    await page.locator('.bubble.removed').waitFor()
  })

  it('attaches a thing from the composer, for the staff as for the shopper, and tells of one message', {
    timeout: 90_000,
  }, async () => {
    const { context, name } = await shopper()
    const page = await context.newPage()
    await ask(page)
    await say(page, 'มีแบบอื่นไหมคะ')
    await page.getByText(chat.sent).waitFor()
    const desk = await staff()
    await answerAt(desk, name)
    await desk.locator('.chat-attach > summary').click()
    await desk.locator('.chat-attachable').first().click()
    await desk.getByText(chat.withNext).waitFor()
    await say(desk, 'แบบนี้ค่ะ')
    await saying(page, 'แบบนี้ค่ะ').waitFor()
    expect(await page.locator('.bubble-row:not(.mine) .bubble.product').count()).toBe(1)

    const theirs = page.locator('.bubble-row', { hasText: 'แบบนี้ค่ะ' })
    await theirs.locator('.bubble-acts > summary').click()
    await theirs.getByRole('link', { name: chat.report.one }).click()
    await page.getByRole('button', { name: chat.report.confirm }).click()
    await page.getByText(chat.report.done).waitFor()
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

  it('is forgotten when its shopper asks, on a page of the shop that is open, too', async () => {
    const { context, name } = await shopper({ javaScriptEnabled: false })
    const page = await context.newPage()
    await ask(page)
    await composer(page).fill('บ้านอยู่หลังวัดนะคะ')
    await page.getByRole('button', { name: chat.send, exact: true }).click()
    await saying(page, 'หลังวัด').waitFor()
    const desk = await staff()
    await answerAt(desk, name)
    await saying(desk, 'หลังวัด').waitFor()
    await page.goto(`${storefront}/profile`)
    await page.locator('summary', { hasText: door.forgetChat.open }).click()
    await page.getByRole('button', { name: door.forgetChat.confirm }).click()
    await page.getByText(door.forgetChat.asked).waitFor()
    await saying(desk, 'หลังวัด').waitFor({ state: 'detached', timeout: 20_000 })
    await desk.reload()
    await desk.getByText(chat.removed).first().waitFor()
    expect(await saying(desk, 'หลังวัด').count()).toBe(0)
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
