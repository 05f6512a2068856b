import axe from 'axe-core'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The gallery shows one thing several times: its names and headings repeat on purpose. */
const LEFT_OUT_OF_GALLERY = ['landmark-unique', 'heading-order']

/**
 * What axe finds on a page as it stands, each rule with the first place. Run inside the page, which
 * is five times as fast as by way of a page of its own; the provider's frame is the provider's.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  const known = await page.evaluate(() => 'axe' in window)
  if (!known) await page.evaluate(axe.source)
  const off = page.url().includes('/dev/ui') ? LEFT_OUT_OF_GALLERY : []
  return await page.evaluate(
    async ([tags, without]) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe
      const { violations } = await run(document, {
        runOnly: { type: 'tag', values: tags },
        rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
        iframes: false,
      })
      return violations.map(({ id, nodes }) => {
        const [first] = nodes
        return `${id}: ${first?.target.join(' ')} (${nodes.length}×) ${first?.any[0]?.message ?? ''}`
      })
    },
    [RULES, off] as const,
  )
}

/** How a page does not fit its window: itself, or the words of something that can be pressed. */
export const overflowOf = async (page: Page): Promise<string[]> =>
  await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const found: string[] = []
    if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} px too wide`)
    for (const button of document.querySelectorAll('button, a.button')) {
      const over = button.scrollWidth - button.clientWidth
      const hidden = button.clientWidth <= 1 || getComputedStyle(button).display === 'inline'
      if (!hidden && over > 1) found.push(`${over} px over: ${button.outerHTML.slice(0, 90)}`)
    }
    return found
  })

/** Whatever can be pressed and is smaller than 44 px one way; links inside a sentence are exempt. */
export const smallTargetsOf = async (page: Page): Promise<string[]> =>
  await page.evaluate(() => {
    const found: string[] = []
    for (const target of document.querySelectorAll('a, button, summary, select, input, label')) {
      const { width, height } = target.getBoundingClientRect()
      const style = getComputedStyle(target)
      // What stands in a fold that is closed has a size, and nobody can press it.
      const folded = !target.checkVisibility()
      const hidden = folded || width <= 1 || height <= 1 || style.visibility === 'hidden'
      const isInput = target.matches('input') && target.closest('label') !== null
      const inSentence = style.display === 'inline'
      const isLabel = target.matches('label') && target.querySelector('input') === null
      // A whole card can be pressed through its one link.
      const stretched = getComputedStyle(target, '::after').position === 'absolute'
      if (hidden || isInput || inSentence || isLabel || stretched) continue
      if (Math.min(width, height) < 43.5) {
        const size = `${Math.round(width)}×${Math.round(height)}`
        found.push(`small, ${size}: ${target.outerHTML.slice(0, 90)}`)
      }
    }
    return found
  })

/** What moves although less motion is asked for. */
export const motionOf = async (page: Page): Promise<string[]> =>
  await page.evaluate(() =>
    document.getAnimations().flatMap(({ effect, playState }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null
      // It turns slowly: standing still it would say that nothing happens.
      if (playState !== 'running' || target?.matches('.spinner')) return []
      return [`moves: ${target?.outerHTML.slice(0, 90)}`]
    }),
  )
