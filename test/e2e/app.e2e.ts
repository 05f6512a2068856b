import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJson } from './read-json.ts'
import { pickFromShops, putInBasket } from './shopping.ts'
import { openBrowser, world } from './world.ts'

type Manifest = {
  icons: { src: string; sizes: string; type: string }[]
  shortcuts: { url: string }[]
}

describe('The storefront on a device', () => {
  const { storefront, api } = world()
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    page = await context.newPage()
    await page.goto(`${storefront}/`)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
      if (navigator.serviceWorker.controller !== null) return
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
      })
    })
  })
  afterAll(async () => await browser.close())

  const kept = async () =>
    await page.evaluate(async () => {
      const names = await caches.keys()
      const lists = names.map(async (name) => await (await caches.open(name)).keys())
      return (await Promise.all(lists)).flat().map(({ url }) => new URL(url).pathname)
    })

  it('can be put on the home screen: its manifest and every icon in it are there', async () => {
    const manifest = await readJson<Manifest>(`${storefront}/manifest.webmanifest`)
    expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' })
    for (const { src, sizes, type } of manifest.icons) {
      const answer = await fetch(storefront + src)
      expect([src, answer.status, answer.headers.get('content-type')]).toEqual([src, 200, type])
      expect(sizes).toBeTruthy()
    }
    for (const { url } of manifest.shortcuts) expect(url).toMatch(/^\//)
    const session = await context.newCDPSession(page)
    const { errors } = await session.send('Page.getAppManifest')
    expect(errors).toEqual([])
  })

  it('keeps pictures and hashed files, and never a page, a basket or an answer of the API', async () => {
    await putInBasket(page, storefront, await pickFromShops(api, 1))
    await page.goto(`${storefront}/cart`)
    await page.goto(`${storefront}/c/all`)
    await page.goto(`${storefront}/sign-in`)
    await expect.poll(async () => (await kept()).some((p) => p.startsWith('/media/'))).toBe(true)
    const allowed = /^\/(assets\/|icons\/|media\/|favicon\.svg$|offline\/(th|en)$)/
    expect((await kept()).filter((path) => !allowed.test(path))).toEqual([])
  })

  it('without a network says so in the language of the address, and comes back by itself after', async () => {
    await context.setOffline(true)
    await page.goto(`${storefront}/orders`)
    await page.getByRole('heading', { name: 'เน็ตหลุด' }).waitFor()
    expect(page.url()).toBe(`${storefront}/orders`)
    await page.goto(`${storefront}/en/cart`)
    await page.getByRole('heading', { name: "You're offline" }).waitFor()
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: /basket/i }).waitFor()
  })

  it('has one version of its shell at a time', async () => {
    const shells = await page.evaluate(async () =>
      (await caches.keys()).filter((name) => name.startsWith('shell-')),
    )
    expect(shells).toHaveLength(1)
  })
})
