import type { Page, Response } from 'playwright-core'

/**
 * Opens a page with all its files. The local server loses requests now and then when a browser has
 * just closed its connections (see src/cli/keep-serving.mjs): a page without its styles is no look.
 */
export async function openWhole(page: Page, address: string): Promise<Response | null> {
  let lost = 0
  const failed = () => {
    lost += 1
  }
  const answered = (answer: Response) => {
    if (answer.url().includes('/assets/') && !answer.ok()) lost += 1
  }
  page.on('requestfailed', failed)
  page.on('response', answered)
  let answer = await page.goto(address)
  if (lost > 0) answer = await page.reload()
  page.off('requestfailed', failed)
  page.off('response', answered)
  return answer
}

/** Until nothing moves and the letters are there: what a look is judged by. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = async () => await new Promise((done) => requestAnimationFrame(done))
    await document.fonts.ready
    await frame()
    await frame()
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.allSettled(ending.map(async ({ finished }) => await finished))
  })
}
