import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WantedLooks } from '../../src/cli/looks.ts'
import { LOOKS } from '../../src/cli/paths.ts'
import { settled } from './open-whole.ts'
import { type Scene, settleIn } from './scene.ts'
import { TOUR, type Visit } from './tour.ts'
import { walk } from './walk.ts'
import { openBrowser, type World, world } from './world.ts'

const wanted = JSON.parse(process.env.TALAT_LOOKS ?? '{}') as WantedLooks
const languages = wanted.languages as Visit['language'][]
const themes = wanted.themes as ('light' | 'dark')[]
const HEIGHTS = { phone: 844, desk: 900 }
const MINUTES = 20

describe('Pictures', () => {
  const all: World = world()
  let browser: Browser
  let scenes: Scene[]

  beforeAll(async () => {
    const unknown = wanted.only.filter((name) => !TOUR.some((stop) => stop.name === name))
    const known = TOUR.map(({ name }) => name).join(', ')
    expect(unknown, `There is no such stop. There are: ${known}.`).toEqual([])
    browser = await openBrowser()
    scenes = await settleIn(all, languages)
  }, 3 * 60_000)
  afterAll(async () => await browser?.close())

  it.each(languages.map((language, n) => [language, n] as const))(
    'are taken of each stop, %s',
    { timeout: MINUTES * 60_000 },
    async (language, n) => {
      const [scene] = scenes.slice(n, n + 1)
      if (scene === undefined) throw new RangeError(`nobody speaks ${language}`)
      const stops = TOUR.filter(
        ({ name }) => wanted.only.length === 0 || wanted.only.includes(name),
      )
      const at = async (page: Page, { name }: { name: string }) => {
        for (const width of wanted.widths) {
          for (const colorScheme of themes) {
            await page.setViewportSize({
              width,
              height: width < 700 ? HEIGHTS.phone : HEIGHTS.desk,
            })
            await page.emulateMedia({ colorScheme })
            await allPictures(page)
            await settled(page)
            // In a window as high as the page, so that what stands at its foot does.
            const height = await page.evaluate(() => document.documentElement.scrollHeight)
            await page.setViewportSize({ width, height })
            await settled(page)
            const file = `${name}-${width}-${language}-${colorScheme}.png`
            await page.screenshot({ path: path.join(LOOKS, file) })
          }
        }
      }
      await walk({ browser, world: all, language, scene, stops, at })
    },
  )
})

/** What is below the window is loaded when it comes near, which a picture of the whole does not wait for. */
async function allPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const images = [...document.images]
    for (const image of images) image.loading = 'eager'
    await Promise.allSettled(images.map(async (image) => await image.decode()))
  })
}
