import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '../../app/messages/index.ts'
import { overflowOf, smallTargetsOf, violationsOf } from './flaws.ts'
import { type DemoSeller, demoSeller } from './talking.ts'
import { account, contextOf } from './visitors.ts'
import { openBrowser, type World, world } from './world.ts'

describe.each([
  ['with scripts', {}],
  ['without', { javaScriptEnabled: false }],
] as const)('The people of a shop, %s', (title, options) => {
  const { storefront, api }: World = world()
  const { staff } = messagesIn('en')
  let browser: Browser
  let owner: DemoSeller
  beforeAll(async () => {
    browser = await openBrowser()
    owner = await demoSeller(world())
  })
  afterAll(async () => await browser.close())

  async function visitor(cookie: string, more: BrowserContextOptions = {}): Promise<Page> {
    const context = await contextOf(browser, storefront, cookie, { ...options, ...more })
    return await context.newPage()
  }

  it('are invited, say yes, get another role, and are taken out', {
    timeout: 120_000,
  }, async () => {
    const name = `Fah ${title}`
    const who = `joins-${title.replace(' ', '-')}`
    const fah = await account({ api, storefront, who, name })
    const email = fah.secrets.find((secret) => secret.includes('@')) ?? ''
    const desk = await visitor(owner.cookie)
    await desk.goto(`${storefront}/en/seller?shop=${owner.shop.id}`)
    await desk.getByRole('link', { name: new RegExp(staff.peopleText) }).click()
    const invite = async (to: string) => {
      await desk.getByLabel(staff.email).fill(to)
      await desk.getByRole('button', { name: staff.send }).click()
    }
    await invite('nobody@example.test')
    await desk.getByText(staff.refusals.no_account).waitFor()
    expect(await desk.getByLabel(staff.email).inputValue()).toBe('nobody@example.test')
    await invite(email)
    await desk.getByText(staff.done.invited).waitFor()
    const row = desk.getByRole('listitem').filter({ hasText: email })
    await row.getByText(staff.invited, { exact: true }).waitFor()

    const page = await visitor(fah.cookie)
    await page.goto(`${storefront}/en/seller`)
    await page.getByRole('button', { name: new RegExp(`^${staff.accept}`) }).click()
    await page.getByText(staff.done.joined).waitFor()
    await page.getByRole('link', { name: new RegExp(staff.peopleText) }).click()
    await page.getByText(`(${staff.you})`).waitFor()
    expect(await page.getByRole('button', { name: staff.send }).count()).toBe(0)

    await desk.reload()
    await row.getByLabel(staff.roleOf(name)).selectOption('manager')
    await row.getByRole('button', { name: new RegExp(`^${staff.changeRole}`) }).click()
    await desk.getByText(staff.done.role).waitFor()
    await row.getByRole('link', { name: new RegExp(`^${staff.remove}`) }).click()
    await row.getByText(staff.ask(name)).waitFor()
    await row.getByRole('button', { name: staff.remove }).click()
    await desk.getByText(staff.done.removed).waitFor()
    expect(await row.count()).toBe(0)
    const answer = await page.goto(`${storefront}/en/seller/members?shop=${owner.shop.id}`)
    expect(answer?.status()).toBe(403)
  })

  it.each([
    [390, 'light', ''],
    [1280, 'dark', '/en'],
  ] as const)('stand well at %i px, %s', { timeout: 60_000 }, async (width, colorScheme, at) => {
    const page = await visitor(owner.cookie, { viewport: { width, height: 844 }, colorScheme })
    for (const place of ['/seller', '/seller/members']) {
      await page.goto(`${storefront}${at}${place}?shop=${owner.shop.id}`)
      expect(await overflowOf(page)).toEqual([])
      if (!('javaScriptEnabled' in options)) {
        expect(await violationsOf(page)).toEqual([])
        expect(await smallTargetsOf(page)).toEqual([])
      }
    }
  })
})
