import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { World } from './open-world.ts'
import type { Person, Scene } from './scene.ts'
import type { Stop, Visit } from './tour.ts'
import { contextOf } from './visitors.ts'

type Walk = {
  browser: Browser
  world: World
  language: Visit['language']
  scene: Scene
  stops: readonly Stop[]
  /** Told of each person's browser before its first page. */
  onContext?: (context: BrowserContext) => Promise<void>
  /** Called at each stop, with the page as it was opened; it may change its window and colours. */
  at: (page: Page, stop: Stop) => Promise<void>
}

/** The window that pages are opened in: they are made for a phone first. */
const FIRST = { viewport: { width: 390, height: 844 }, colorScheme: 'light' } as const

/** Goes from stop to stop in one language; each person keeps one page, and with it what it loaded. */
export async function walk({ browser, world, language, scene, stops, ...rest }: Walk) {
  const { storefront, simulator } = world
  const pages = new Map<Person, Page>()
  async function pageOf(who: Person): Promise<Page> {
    const known = pages.get(who)
    if (known !== undefined) return known
    const context = await contextOf(browser, storefront, scene.cookies[who], {
      ...FIRST,
      // Nothing fades while it is looked at, and a paid order's page stays.
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    await rest.onContext?.(context)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    pages.set(who, page)
    return page
  }
  try {
    for (const stop of stops) {
      const page = await pageOf(stop.who)
      await page.setViewportSize(FIRST.viewport)
      await page.emulateMedia({ colorScheme: FIRST.colorScheme })
      const visit = { language, storefront, simulator, scene }
      try {
        // The local server loses a request now and then (see open-whole.ts), also one of a form.
        await stop.open(page, visit).catch(async (error: Error) => {
          console.log(`${await where(page, stop, language)} is opened again: ${error.message}`)
          await stop.open(page, visit)
        })
        await rest.at(page, stop)
      } catch (cause) {
        throw new Error(`The tour ended at ${await where(page, stop, language)}`, { cause })
      }
    }
  } finally {
    await Promise.all([...pages.values()].map(async (page) => await page.context().close()))
  }
}

async function where(page: Page, { name }: Stop, language: string): Promise<string> {
  const titles = await page.locator('h1').allTextContents()
  return `"${name}" (${language}, ${page.url()}, ${titles.join()})`
}
