import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More than any page has of what can be reached. */
const MOST = 200

/** What the focus is on, in words for whoever reads a failure. */
export const whereIs = async (page: Page): Promise<string> =>
  await page.evaluate(() => {
    const { activeElement: at } = document
    return at === null || at === document.body ? 'nowhere' : at.outerHTML.slice(0, 160)
  })

export const isOn = async (target: Locator): Promise<boolean> =>
  (await target.count()) > 0 &&
  (await target.evaluateAll((all) => all.some((one) => one === document.activeElement)))

/**
 * Presses Tab (or Shift+Tab) once and holds what it reached to three rules: it is shown, it can be
 * seen to have the focus, and what lies over the page does not cover it.
 */
async function step(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  const flaw = await page.evaluate(async () => {
    // What shows a ring: the element, its overlay, or the label it stands in.
    const ringOf = (at: Element) =>
      [at, at.closest('label'), at.closest('.tab-item')].flatMap((one) =>
        one === null
          ? []
          : ['', '::before', '::after'].map((part) => {
              const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(
                one,
                part || null,
              )
              const ring = outlineStyle === 'none' ? '' : `${outlineStyle}${outlineWidth}`
              return [ring, ring && outlineColor, boxShadow].join(' ')
            }),
      )
    const seen = window as unknown as { left?: { at: Element; ring: string } }
    const { left } = seen
    const at = document.activeElement
    const without =
      left?.at.isConnected && left.at !== at && ringOf(left.at).join() === left.ring
        ? `no ring: ${left.at.outerHTML.slice(0, 120)}`
        : null
    delete seen.left
    // Past the last thing of the page.
    if (at === null || at === document.body) return without
    // It comes into view with the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const { left: x, top: y, width, height } = at.getBoundingClientRect()
    const name = at.outerHTML.slice(0, 120)
    if (width === 0 || height === 0) return `not shown: ${name}`
    const points = [0.5, 0.1, 0.9].flatMap((a) => [0.5, 0.2, 0.8].map((b) => [a, b] as const))
    const shown = points.some(([a, b]) => {
      const found = document.elementFromPoint(x + width * a, y + height * b)
      if (found === null || found === document.documentElement) return false
      return at.contains(found) || found.closest('label')?.contains(at)
    })
    seen.left = { at, ring: ringOf(at).join() }
    return shown ? without : `covered: ${name}`
  })
  expect(flaw, page.url()).toBeNull()
}

/** Goes forward until the focus is on `target`. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let n = 0; n < MOST; n += 1) {
    if (await isOn(target)) return
    await step(page, key)
  }
  throw new Error(
    `${key} never reaches ${target} on ${page.url()}; it is at ${await whereIs(page)}`,
  )
}

/** Goes through the whole page and past its end: nothing keeps the focus to itself. */
export async function tabThrough(page: Page): Promise<string[]> {
  const reached: string[] = []
  for (let n = 0; n < MOST; n += 1) {
    await step(page, 'Tab')
    const here = await whereIs(page)
    if (here === 'nowhere' || (n > 0 && here === reached[0])) return reached
    reached.push(here)
  }
  throw new Error(`the focus is kept on ${page.url()}: ${reached.slice(-3).join('\n')}`)
}

/** Presses a key on what has the focus; whatever that does to the page, the focus stays on it. */
export async function press(page: Page, key: string, done: () => Promise<unknown>): Promise<void> {
  const from = await whereIs(page)
  await page.keyboard.press(key)
  await done()
  await expect
    .poll(async () => await whereIs(page), { message: `after ${from}` })
    .not.toBe('nowhere')
}
