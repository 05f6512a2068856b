import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CARDS, checkOutAsGuest, payByCard, placeOrder } from './shopping.ts'
import { openStall } from './stall.ts'
import { openBrowser, type World, world } from './world.ts'

type Seen = { id: string; status: string; lines: { id: string; quantity: number }[] }

describe('An order on its way', () => {
  let browser: Browser
  const { storefront, simulator }: World = world()

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => await browser.close())

  /** Two things of a stall, and what its owner does with orders. */
  const openOrders = async () => {
    const { cards, read, act } = await openStall(world())
    return {
      cards: cards.slice(0, 2),
      act: async (path: string, body: object) => await act<Seen>(`orders/${path}`, body),
      newest: async () =>
        (await read<{ items: Seen[] }>('orders?status=paid&limit=1')).items[0] as Seen,
    }
  }

  it('goes out in two parcels, which its buyer sees as they go, and says that it is here', async () => {
    const { cards, act, newest } = await openOrders()
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'th-TH',
    })
    const page = await context.newPage()
    await checkOutAsGuest(page, storefront, cards)
    const group = await placeOrder(page, 'stripe:card')
    await payByCard(page, simulator, CARDS.good)
    await page.getByText('จ่ายแล้ว').first().waitFor()
    const { id, lines } = await newest()
    await page.goto(`${storefront}/orders/${id}?group=${group}`)
    await page.getByText(/^ร้านต้องส่งภายใน \d/).waitFor()

    await act(`${id}/accept`, {})
    const [first] = lines
    await act(`${id}/parcels`, {
      carrier: 'thailand_post',
      trackingNumber: 'EY123456785TH',
      lines: [{ lineId: first?.id, quantity: 1 }],
    })
    // The page hears of it by itself.
    await page.getByText('EY123456785TH').waitFor({ timeout: 5000 })
    await page.getByText('ร้านยังส่งไม่ครบ').waitFor()
    const link = page.getByRole('link', { name: /ติดตามพัสดุ/ })
    expect(await link.getAttribute('href')).toContain('trackNumber=EY123456785TH')
    expect(await page.getByText('ขอยกเลิก').count()).toBe(0)

    await act(`${id}/parcels`, { trackingNumber: 'TH01034ABCD12A' })
    await page.getByText('TH01034ABCD12A').waitFor({ timeout: 5000 })
    await page.locator('summary', { hasText: 'ได้รับของแล้ว' }).click()
    await page.getByRole('button', { name: 'ยืนยันว่าได้รับแล้ว' }).click()
    await page.getByText('สำเร็จ').first().waitFor()
    await page
      .getByText(/^ถึงเมื่อ/)
      .first()
      .waitFor()
    await context.close()
  })

  it('is asked to be cancelled without a script, until the shop does not agree', async () => {
    const { cards, act, newest } = await openOrders()
    const begun = async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      const page = await context.newPage()
      await checkOutAsGuest(page, `${storefront}/en`, cards.slice(0, 1))
      const group = await placeOrder(page, 'stripe:card')
      await payByCard(page, simulator, CARDS.good)
      await page.getByText(/^Paid/).first().waitFor()
      const { id } = await newest()
      await act(`${id}/accept`, {})
      const kept = await context.storageState()
      await context.close()
      const plain = await browser.newContext({ javaScriptEnabled: false, storageState: kept })
      return {
        id,
        paper: await plain.newPage(),
        at: `${storefront}/en/orders/${id}?group=${group}`,
      }
    }
    const ask = async ({ paper, at }: Awaited<ReturnType<typeof begun>>) => {
      await paper.goto(at)
      await paper.locator('summary', { hasText: 'Ask to cancel' }).click()
      await paper.getByLabel('Why').selectOption({ label: 'The address is wrong' })
      await paper.getByRole('button', { name: 'Ask the shop' }).click()
      await paper.getByText(/^You asked to cancel/).waitFor()
    }
    const no = await begun()
    await ask(no)
    await act(`${no.id}/cancel-request/refuse`, { reason: 'already_packed' })
    await no.paper.goto(no.at)
    await no.paper.getByText('The shop did not agree to cancel: it is packed.').waitFor()
    expect(await no.paper.locator('summary', { hasText: 'Ask to cancel' }).count()).toBe(0)
    await no.paper.context().close()

    const yes = await begun()
    await ask(yes)
    await act(`${yes.id}/cancel-request/approve`, {})
    await yes.paper.goto(yes.at)
    await yes.paper.getByText('The shop agreed to cancel, as you asked').waitFor()
    await yes.paper.getByText(/goes back the way you paid/).waitFor()
    await yes.paper.context().close()
  })
})
