import { beforeAll, describe, expect, it } from 'vitest'
import { anyProduct } from './read-json.ts'
import { type Weight, weigh } from './weigh.ts'
import { world } from './world.ts'

const KB = 1000
const SCRIPT_LIMIT = 130 * KB
const LISTING_LIMIT = 60 * KB

describe('The weight of a first visit, compressed', () => {
  const { storefront, api } = world()
  const weights: Weight[] = []

  beforeAll(async () => {
    const { slug, shop } = await anyProduct(api)
    const pages = ['/', '/c/all', `/p/${slug}`, `/s/${shop.slug}`, '/cart', '/en/cart', '/sign-in']
    for (const page of pages) weights.push(await weigh(storefront, page))
    console.table(
      weights.map(({ page, scriptBytes, scripts, htmlBytes }) => ({
        page: decodeURIComponent(page),
        'scripts kB': (scriptBytes / KB).toFixed(1),
        scripts,
        'HTML kB': (htmlBytes / KB).toFixed(1),
      })),
    )
  })

  it(`no page sends more than ${SCRIPT_LIMIT / KB} kB of scripts`, () => {
    expect(weights.map(({ scripts }) => scripts > 5)).toEqual(weights.map(() => true))
    expect(weights.filter(({ scriptBytes }) => scriptBytes > SCRIPT_LIMIT)).toEqual([])
  })

  it('a page in English carries no texts in Thai, but for what the other language is called', () => {
    const letters = Object.fromEntries(weights.map(({ page, thaiLetters }) => [page, thaiLetters]))
    expect(letters['/cart']).toBeGreaterThan(2000)
    expect(letters['/en/cart']).toBeLessThan(150)
  })

  it(`no page of goods is more than ${LISTING_LIMIT / KB} kB of HTML`, () => {
    expect(weights.filter(({ htmlBytes }) => htmlBytes > LISTING_LIMIT)).toEqual([])
  })
})
