import axe from '@axe-core/playwright'
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pickFromShops, putInBasket } from './shopping.ts'
import { shopper } from './visitors.ts'
import { openBrowser, type World, world } from './world.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, each with the first place it was found in. */
async function flawsOf(page: Page): Promise<string[]> {
  const look = new axe({ page }).withTags(RULES)
  // The gallery shows one thing several times: its names and headings repeat on purpose.
  if (page.url().includes('/dev/ui')) look.disableRules(['landmark-unique', 'heading-order'])
  const { violations } = await look.analyze()
  return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.target.join(' ')}`)
}

/**
 * Opens a page with all its files. The local server loses requests now and then when a browser has
 * just closed its connections (see src/cli/keep-serving.mjs): a page without its styles is no look.
 */
async function openWhole(page: Page, address: string): Promise<void> {
  let lost = 0
  const failed = () => {
    lost += 1
  }
  const answered = (answer: Response) => {
    if (answer.url().includes('/assets/') && !answer.ok()) lost += 1
  }
  page.on('requestfailed', failed)
  page.on('response', answered)
  await page.goto(address)
  if (lost > 0) await page.reload()
  page.off('requestfailed', failed)
  page.off('response', answered)
}

/** Pixels by which a page is wider than its window. */
const overflow = async (page: Page): Promise<number> =>
  await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )

/** Whatever can be pressed and is smaller than 44 px one way; links inside a sentence are exempt. */
const smallTargets = async (page: Page): Promise<string[]> =>
  await page.evaluate(() => {
    const found: string[] = []
    for (const target of document.querySelectorAll('a, button, summary, select, input, label')) {
      const { width, height } = target.getBoundingClientRect()
      const style = getComputedStyle(target)
      const hidden = width <= 1 || height <= 1 || style.visibility === 'hidden'
      const isInput = target.matches('input') && target.closest('label') !== null
      const inSentence = style.display === 'inline'
      const isLabel = target.matches('label') && target.querySelector('input') === null
      // A whole card can be pressed through its one link.
      const stretched = getComputedStyle(target, '::after').position === 'absolute'
      if (hidden || isInput || inSentence || isLabel || stretched) continue
      if (Math.min(width, height) < 43.5) {
        found.push(`${target.outerHTML.slice(0, 90)} ${Math.round(width)}×${Math.round(height)}`)
      }
    }
    return found
  })

describe('The look of every page', () => {
  let browser: Browser
  let paths: string[]
  const { storefront, api }: World = world()

  beforeAll(async () => {
    browser = await openBrowser()
    const [card] = await pickFromShops(api, 1)
    const answer = await fetch(`${api}/api/products/${card?.slug}`)
    const { shop } = (await answer.json()) as { shop: { slug: string } }
    paths = [
      '',
      '/c/all',
      `/p/${card?.slug}`,
      `/s/${shop.slug}`,
      '/cart',
      '/checkout',
      '/sign-in',
      '/register',
      '/no-such-page',
      '/dev/ui',
    ]
  })
  afterAll(async () => await browser.close())

  const looks = [
    { width: 360, colorScheme: 'light', language: '', all: true },
    { width: 1280, colorScheme: 'dark', language: '/en', all: true },
    { width: 390, colorScheme: 'dark', language: '', all: false },
    { width: 1280, colorScheme: 'light', language: '/en', all: false },
  ] as const

  for (const { width, colorScheme, language, all } of looks) {
    const name = `${all ? 'every page' : 'the gallery'}, ${width} px, ${colorScheme}, ${language === '' ? 'Thai' : 'English'}`
    const minutes = { timeout: 180_000 }
    it(`is free of what axe can find, fits and can be pressed: ${name}`, minutes, async () => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
      const page = await context.newPage()
      const base = `${storefront}${language}`
      if (all) await putInBasket(page, base, await pickFromShops(api, 1))
      const flaws: string[] = []
      for (const path of all ? paths : ['/dev/ui']) {
        await openWhole(page, `${base}${path}`)
        flaws.push(...(await flawsOf(page)))
        const wider = await overflow(page)
        if (wider > 0) flaws.push(`${page.url()} is ${wider} px too wide`)
        for (const target of await smallTargets(page)) flaws.push(`${page.url()} small: ${target}`)
      }
      expect(flaws).toEqual([])
      await context.close()
    })
  }

  it.each([
    [360, 'light', ''],
    [1280, 'dark', '/en'],
  ] as const)(
    'holds for what is somebody’s own too: %i px, %s',
    {
      timeout: 120_000,
    },
    async (width, colorScheme, language) => {
      const [card] = await pickFromShops(api, 1)
      if (card === undefined) throw new RangeError('an empty market')
      const { cookie, order, addressId } = await shopper({
        ...{ api, storefront, card, who: `looks-${width}` },
        name: 'มะลิวัลย์ ศรีสุวรรณภูมิพิพัฒน์ไพศาล',
      })
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
      await context.addCookies(
        cookie.split('; ').map((pair) => {
          const [name = '', ...value] = pair.split('=')
          // Said to be of https, which is what takes a cookie of this name; sent here all the same.
          const url = storefront.replace('http:', 'https:')
          return { name, value: value.join('='), url, secure: true }
        }),
      )
      const page = await context.newPage()
      const flaws: string[] = []
      for (const path of [
        '/profile',
        '/addresses',
        '/addresses/new',
        `/addresses/${addressId}`,
        `/addresses?remove=${addressId}`,
        '/orders',
        '/orders?tab=returns',
        `/orders/${order?.orderId}`,
        `/order-groups/${order?.groupId}`,
      ]) {
        await openWhole(page, `${storefront}${language}${path}`)
        expect(new URL(page.url()).pathname, path).toBe(`${language}${path.replace(/\?.*/, '')}`)
        flaws.push(...(await flawsOf(page)))
        const wider = await overflow(page)
        if (wider > 0) flaws.push(`${page.url()} is ${wider} px too wide`)
        for (const target of await smallTargets(page)) flaws.push(`${page.url()} small: ${target}`)
      }
      expect(flaws).toEqual([])
      await context.close()
    },
  )

  it('is in the chosen colours from the first paint on, also without scripts', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
      colorScheme: 'light',
    })
    const page = await context.newPage()
    await page.goto(`${storefront}/en/c/all`)
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(page.url()).toBe(`${storefront}/en/c/all`)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    const html = await (await context.request.get(`${storefront}/cart`)).text()
    expect(html).toContain('data-theme="dark"')
    await page.getByRole('button', { name: 'System' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
    await context.close()
  })
})
