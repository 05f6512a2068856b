import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { pickFromShops } from './shopping.ts'
import { everyPage, everyRead, type Samples } from './site-map.ts'
import { guest, nobody, shopper, type Visitor } from './visitors.ts'
import { world } from './world.ts'

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

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
      room: 'rom_of_nobody',
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
    expect([...new Set(kept(seen).map(({ url }) => url))].sort()).toHaveLength(16)
    const home = seen.filter(({ url }) => url === `${storefront}/`)
    expect(home[0]?.text).toContain(first.secrets[0])
    expect(home[2]?.text).toContain(second.secrets[0])

    // Scripts run by nothing but a nonce of this one answer, or by their hash where many are given it.
    const pages = seen.filter(({ headers }) => /html/.test(headers.get('content-type') ?? ''))
    const nonces = pages.flatMap(({ url, headers, text }) => {
      const policy = headers.get('content-security-policy') ?? ''
      const allowed = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
      expect(allowed, url).not.toMatch(/unsafe|\*|data:|http:(?!\/\/127)/)
      const [nonce] = /(?<='nonce-)[^']{24}(?=')/.exec(allowed) ?? []
      const scripts = [...text.matchAll(SCRIPT)].filter(([tag]) => !tag.includes('ld+json'))
      expect(scripts.length, url).toBeGreaterThan(2)
      for (const [, attributes = '', script = ''] of scripts) {
        if (nonce !== undefined) expect(attributes, url).toContain(`nonce="${nonce}"`)
        else if (script !== '') expect(allowed, url).toContain(`'sha256-${sha256(script)}'`)
      }
      const forMany = headers.has('x-cache') && headers.get('x-cache') !== 'miss'
      if (forMany) expect(policy + text, url).not.toContain('nonce')
      return nonce === undefined ? [] : [nonce]
    })
    expect(pages.length).toBeGreaterThan(50)
    expect(nonces.length).toBeGreaterThan(20)
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('is packed for whoever can unpack it, and plain for the others', async () => {
    const open = async (encoding: string) => {
      const answer = await fetch(`${storefront}/c/all`, {
        headers: { 'accept-encoding': encoding },
      })
      expect(answer.headers.get('vary')).toContain('Accept-Encoding')
      return { encoding: answer.headers.get('content-encoding'), text: await answer.text() }
    }
    const [packed, plain] = [await open('gzip, br'), await open('identity')]
    expect([packed.encoding, plain.encoding]).toEqual(['gzip', null])
    expect(plain.text).toContain('</html>')
    expect(packed.text).toContain('</html>')
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
    expect(shared).toEqual(
      new Set(['products', 'shops', 'provinces', 'categories', 'brands', 'flash-sales']),
    )
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
