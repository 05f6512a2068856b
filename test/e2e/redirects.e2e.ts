import { beforeAll, describe, expect, it } from 'vitest'
import { REDIRECTS } from '../app/redirects.ts'
import { pickFromShops } from './shopping.ts'
import { PASSWORD, shopper, type Visitor } from './visitors.ts'
import { openBrowser, world } from './world.ts'

describe('A way on that a stranger wrote', () => {
  const { storefront, api } = world()
  let visitor: Visitor

  beforeAll(async () => {
    const [card] = await pickFromShops(api, 1)
    if (card === undefined) throw new Error('an empty market')
    visitor = await shopper({ api, storefront, who: 'wanderer', card })
  })

  /** Where an answer sends a browser that asked at `url`. */
  function expectAtHome(url: string, answer: Response, text = ''): void {
    const location = answer.headers.get('location')
    if (location !== null) {
      expect(new URL(location, url).origin, `${url} → ${location}`).toBe(storefront)
      expect(location, url).not.toMatch(/^\/[/\\]/)
    }
    const links = [...text.matchAll(/<(?:a|form)\b[^>]*?\s(?:href|action)="([^"]*)"/g)]
    for (const [, link = ''] of links) {
      const way = new URL(link.replaceAll('&amp;', '&'), url)
      expect(way.origin, `${link} on ${url}`).toBe(storefront)
    }
  }

  const post = async (path: string, form: Record<string, string>, cookie = '') =>
    await fetch(storefront + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: storefront, ...(cookie === '' ? {} : { cookie }) },
      body: new URLSearchParams(form),
    })

  it('leads whoever is signed in to a page of ours, as a page and as data', async () => {
    const { cookie } = visitor
    for (const [n, next] of REDIRECTS.entries()) {
      const page = n % 2 === 0 ? '/sign-in' : '/en/register'
      const query = `?next=${encodeURIComponent(next)}`
      const url = `${storefront}${page}${query}`
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
      expect(answer.status, url).toBe(302)
      expectAtHome(url, answer)
      const data = await fetch(`${storefront}${page}.data${query}`, { headers: { cookie } })
      expect(data.status, url).toBe(202)
      // The way on stands in the data; nothing of it may read as another host.
      expect(await data.text(), url).not.toMatch(/"(?:[a-z]*:|[/\\]{2}|[^"/]*@)[^"]*evil/i)
    }
  })

  it('leads nobody off by signing in, changing the look or signing out', async () => {
    const email = visitor.secrets.find((secret) => secret.includes('@')) ?? ''
    const tried = REDIRECTS.filter((_, n) => n % 13 === 0)
    for (const next of tried) {
      const entered = await post('/en/sign-in', { email, password: PASSWORD, next })
      expect(entered.status, await entered.text()).toBe(302)
      expectAtHome(`${storefront}/en/sign-in`, entered)
    }
    for (const next of REDIRECTS.filter((_, n) => n % 3 === 0)) {
      const query = `?next=${encodeURIComponent(next)}`
      for (const path of ['/theme', '/en/theme']) {
        const answer = await post(path, { theme: 'dark', next })
        expectAtHome(storefront + path, answer, await answer.text())
      }
      const out = await post(`/sign-out${query}`, { next })
      expectAtHome(storefront, out, await out.text())
    }
  })

  it('is no link on the page that it is the address of', async () => {
    const paths = REDIRECTS.filter((path) => path.startsWith('/') && URL.canParse(path, storefront))
    for (const path of [...paths, '//evil.example/c/all?cursor=x', '//c/all?cursor=nonsense']) {
      for (const prefix of ['', '/en']) {
        // Resolved by hand, since a client would take two slashes for a host.
        const url = new URL(storefront)
        url.pathname = prefix + path
        if (url.origin !== storefront) continue
        const answer = await fetch(url, { redirect: 'manual' })
        expectAtHome(url.href, answer, await answer.text())
      }
    }
  })

  it('keeps a browser at home', async () => {
    const browser = await openBrowser()
    try {
      const page = await (await browser.newContext()).newPage()
      for (const next of ['//evil.example', '/.//evil.example', '/\t/evil.example']) {
        await page.context().clearCookies()
        await page.goto(`${storefront}/en/sign-in?next=${encodeURIComponent(next)}`)
        const email = visitor.secrets.find((secret) => secret.includes('@')) ?? ''
        await page.fill('input[name=email]', email)
        await page.fill('input[type=password]', PASSWORD)
        await page.locator('main form button[type=submit]').first().click()
        await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
        expect(new URL(page.url()).origin).toBe(storefront)
      }
    } finally {
      await browser.close()
    }
  })
})
