import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { motionOf, overflowOf, smallTargetsOf, violationsOf } from './flaws.ts'
import { settled } from './open-whole.ts'
import { settleIn } from './scene.ts'
import { TOUR, type Visit } from './tour.ts'
import { walk } from './walk.ts'
import { watched } from './watched-page.ts'
import { openBrowser, type World, world } from './world.ts'

const LANGUAGES = ['th', 'en'] as const
const WIDTHS = [390, 1280] as const
const THEMES = ['light', 'dark'] as const
const HEIGHT = 844
/** What the eight looks may cost together, with the shopping before them. */
const MINUTES = 4

/** Windows that a page has to fit, whatever its colours. */
const WINDOWS = [
  { name: 'on a phone of 360 px', width: 360, text: '' },
  { name: 'at 200 % zoom of 1280 px', width: 640, text: '' },
  { name: 'with letters of twice the size at 1280 px', width: 1280, text: '200%' },
] as const

type Language = Visit['language']

const nameOf = (language: Language, width: number, theme: string) =>
  `${width} px, ${theme}, ${language === 'th' ? 'Thai' : 'English'}`
const windowOf = (language: Language, name: string) =>
  `${name}, ${language === 'th' ? 'Thai' : 'English'}`

describe('The look of every page', () => {
  let browser: Browser
  const all: World = world()
  const found = new Map<string, string[]>()
  const note = (look: string, stop: string, flaws: readonly string[]) => {
    const before = found.get(look) ?? []
    found.set(look, [...before, ...flaws.map((flaw) => `${stop}: ${flaw}`)])
  }

  /** One page in the four looks of its language, and in every window. */
  async function look(page: Page, language: Language, stop: string): Promise<void> {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT })
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme })
        await settled(page)
        note(nameOf(language, width, colorScheme), stop, await violationsOf(page))
      }
      const fits = [...(await overflowOf(page)), ...(await smallTargetsOf(page))]
      note(nameOf(language, width, 'light'), stop, fits)
    }
    note(windowOf(language, 'less motion'), stop, await motionOf(page))
    for (const { name, width, text } of WINDOWS) {
      // The gallery's specimens stand in columns that are narrower than any page's.
      if (stop === 'dev-ui' && text !== '') continue
      await page.setViewportSize({ width, height: HEIGHT })
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size
      }, text)
      await settled(page)
      const small = width === 360 ? await smallTargetsOf(page) : []
      note(windowOf(language, name), stop, [...(await overflowOf(page)), ...small])
    }
  }

  beforeAll(
    async () => {
      const started = performance.now()
      const seconds = () => Math.round((performance.now() - started) / 1000)
      browser = await openBrowser()
      const scenes = await settleIn(all, LANGUAGES)
      console.log(`The shopping for ${TOUR.length} pages and states: ${seconds()} s`)
      await Promise.all(
        LANGUAGES.map(async (language, n) => {
          const [scene] = scenes.slice(n, n + 1)
          if (scene === undefined) return
          const said: (() => string[])[] = []
          await walk({
            browser,
            world: all,
            language,
            scene,
            stops: TOUR,
            onContext: async (context) => {
              const { errors, stopped } = await watched(context)
              said.push(errors, stopped)
            },
            at: async (page, { name }) => await look(page, language, name),
          })
          // An answer that is no 200 is an error to the console too; some stops are there for one.
          const errors = said.flatMap((all) => all()).filter((one) => !/Failed to load/.test(one))
          note(windowOf(language, 'console'), 'all', errors)
        }),
      )
      console.log(`… and in eight looks: ${seconds()} s`)
    },
    2 * MINUTES * 60_000,
  )
  afterAll(async () => await browser.close())

  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        const name = nameOf(language, width, theme)
        it(`is free of what axe can find, fits and can be pressed: ${name}`, () => {
          expect(found.get(name)).toEqual([])
        })
      }
    }
    for (const { name } of WINDOWS) {
      it(`fits ${windowOf(language, name)}`, () => {
        expect(found.get(windowOf(language, name))).toEqual([])
      })
    }
    it(`stands still for who asks for less motion, ${language}`, () => {
      expect(found.get(windowOf(language, 'less motion'))).toEqual([])
    })
    it(`has nothing that the console calls an error or a policy stops, ${language}`, () => {
      expect(found.get(windowOf(language, 'console'))).toEqual([])
    })
  }

  it('is in the chosen colours from the first paint on, also without scripts', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
      colorScheme: 'light',
    })
    const page = await context.newPage()
    await page.goto(`${all.storefront}/en/c/all`)
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(page.url()).toBe(`${all.storefront}/en/c/all`)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    const html = await (await context.request.get(`${all.storefront}/cart`)).text()
    expect(html).toContain('data-theme="dark"')
    await page.getByRole('button', { name: 'System' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull()
    await context.close()
  })
})
