import { beforeAll, describe, expect, it } from 'vitest'
import { pickFromShops } from './shopping.ts'
import { everyPage, everyRead, type Samples } from './site-map.ts'
import { guest, nobody, shopper, type Visitor } from './visitors.ts'
import { world } from './world.ts'

type Seen = { visitor: Visitor; url: string; status: number; headers: Headers; text: string }

describe('What is kept for everybody', () => {
  const { api, storefront } = world()
  let first: Visitor
  let second: Visitor
  let passer: Visitor
  let samples: Samples[]

  beforeAll(async () => {
    const [card] = await pickFromShops(api, 1)
    if (card === undefined) throw new Error('an empty market')
    const given = { api, storefront, card }
    first = await shopper({ ...given, who: 'first-shopper', name: 'มะลิ ผู้มาก่อน' })
    second = await shopper({ ...given, who: 'second-shopper', name: 'Somchai the Second' })
    passer = await guest({ ...given, who: 'passing-guest' })
    const answer = await fetch(`${api}/api/products/${card.slug}`)
    const product = (await answer.json()) as { category: { slug: string }; shop: { slug: string } }
    samples = [first, passer].map(({ order, addressId }) => ({
      category: product.category.slug,
      product: card.slug,
      shop: product.shop.slug,
      order: order?.orderId ?? '',
      group: order?.groupId ?? '',
      // A guest has none: the page is there for nobody.
      address: addressId ?? 'adr_nobodys',
    }))
  })

  async function visit(visitor: Visitor, url: string): Promise<Seen> {
    const page = url.startsWith(storefront)
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: page ? { cookie: visitor.cookie } : visitor.headers,
    })
    return {
      visitor,
      url,
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
    }
  }

  /** Everybody in turn, so that each could be given what was made for the one before. */
  async function walk(urls: readonly string[]): Promise<Seen[]> {
    const seen: Seen[][] = []
    const left = urls.entries()
    // Some addresses side by side; one address by one visitor after the other.
    const stroll = async () => {
      for (const [at, url] of left) {
        const here: Seen[] = []
        for (const visitor of [first, nobody, second, passer, nobody]) {
          here.push(await visit(visitor, url))
        }
        seen[at] = here
      }
    }
    await Promise.all(Array.from({ length: 4 }, stroll))
    return seen.flat()
  }

  /** What of others' an answer holds, beside what the visitor himself asked for. */
  function foreign({ visitor, url, headers, text }: Seen): string[] {
    const whole = `${JSON.stringify([...headers])}\n${text}`
    return [first, second, passer]
      .filter((other) => other !== visitor)
      .flatMap(({ secrets }) => secrets)
      .filter((secret) => secret.length > 3 && !url.includes(secret) && whole.includes(secret))
  }

  function expectNothingShared(seen: readonly Seen[]): void {
    for (const one of seen) {
      const { visitor, url, headers } = one
      const where = `${visitor.who} at ${url}`
      expect(foreign(one), where).toEqual([])
      if (!headers.has('x-cache')) continue
      expect(headers.getSetCookie(), where).toEqual([])
      expect(headers.get('cache-control'), where).toBe('public, max-age=0, must-revalidate')
      for (const secret of visitor.secrets) expect(one.text, where).not.toContain(secret)
    }
  }

  const kept = (seen: readonly Seen[]) =>
    seen.filter(({ headers }) => /memory|edge/.test(headers.get('x-cache') ?? ''))

  it('holds nothing of anybody on any page of the site map', { timeout: 240_000 }, async () => {
    const urls = new Set(samples.flatMap(everyPage).map((path) => `${storefront}${path}`))
    const seen = await walk([...urls])
    expectNothingShared(seen)
    for (const { visitor, url, headers, status } of seen) {
      const where = `${visitor.who} at ${url}: ${status}`
      expect(status, where).toBeLessThan(500)
      if (headers.has('x-cache')) expect(visitor, where).toBe(nobody)
      else expect(headers.get('cache-control'), where).toMatch(/private|no-store|no-cache/)
    }
    // Home, a list, a shop and a product, in both languages, as page and as data.
    expect(new Set(kept(seen).map(({ url }) => url)).size).toBe(16)
    const home = seen.filter(({ url }) => url === `${storefront}/`)
    expect(home[0]?.text).toContain(first.secrets[0])
    expect(home[2]?.text).toContain(second.secrets[0])

    // A nonce is one answer's own, and scripts run by nothing else.
    const pages = seen.filter(({ headers }) => /html/.test(headers.get('content-type') ?? ''))
    const nonces = pages.map(({ url, headers, text }) => {
      const policy = headers.get('content-security-policy') ?? ''
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
      const nonce = /'nonce-([^']{24})'/.exec(scripts)?.[1] ?? ''
      expect(scripts, url).not.toMatch(/unsafe|\*|data:|http:(?!\/\/127)/)
      expect(nonce, url).not.toBe('')
      const used = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      for (const tag of used) {
        if (!tag.includes('application/ld+json')) expect(tag, url).toContain(`nonce="${nonce}"`)
      }
      return nonce
    })
    expect(pages.length).toBeGreaterThan(50)
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('holds nothing of anybody in any answer of the API', { timeout: 60_000 }, async () => {
    const paths = await Promise.all(samples.map(async (sample) => await everyRead(api, sample)))
    const urls = [...new Set(paths.flat())].map((path) => `${api}${path}`)
    const seen = await walk(urls)
    expectNothingShared(seen)
    for (const { visitor, url, headers } of seen) {
      if (visitor.headers.authorization !== undefined) {
        expect(headers.has('x-cache'), `${visitor.who} at ${url}`).toBe(false)
      }
    }
    const shared = new Set(kept(seen).map(({ url }) => new URL(url).pathname.split('/')[2]))
    expect(shared).toEqual(new Set(['products', 'shops', 'categories', 'brands']))
  })

  it('is in the language that was asked for, and never written by a parameter of a stranger', async () => {
    const list = async (language: string) =>
      await (
        await fetch(`${api}/api/categories`, { headers: { 'accept-language': language } })
      ).text()
    expect(await list('th')).not.toBe(await list('en'))
    expect(await list('th')).toMatch(/[ก-๙]/)

    const marked = `/c/all?rating=4&utm_source=stranger${Date.now()}`
    const [mine, other] = [
      await visit(nobody, `${storefront}${marked}`),
      await visit(nobody, `${storefront}/c/all?rating=4`),
    ]
    expect(mine.headers.get('x-cache')).toBe('miss')
    expect(other.headers.get('x-cache')).toBe('memory')
    expect(mine.text + other.text).not.toContain('stranger')
  })

  it('goes by no header that a stranger may send', async () => {
    const path = `${storefront}/c/all?rating=3`
    const poisoned = await fetch(path, {
      headers: {
        'x-forwarded-host': 'evil.example',
        'x-original-url': '/evil-path',
        'x-forwarded-proto': 'evil',
        'accept-language': 'en',
        'user-agent': 'evil-agent',
        referer: 'https://evil.example/',
        cookie: '_other=evil-cookie',
      },
    })
    expect(poisoned.headers.get('x-cache')).toBe('miss')
    expect(await poisoned.text()).not.toContain('evil')
    const clean = await fetch(path)
    expect(clean.headers.get('x-cache')).toBe('memory')
    expect(await clean.text()).not.toContain('evil')
  })
})
