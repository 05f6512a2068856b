import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApi } from '#src/api.ts'
import { productionVariables } from '#test/support/test-variables.ts'

const MARKET = 'https://market.example.org'

const PRODUCTION = {
  ...env,
  ...productionVariables,
  PUBLIC_ORIGIN: MARKET,
  STRIPE_API_BASE: undefined,
  STRIPE_JS_URL: undefined,
  LINE_LOGIN_BASE: undefined,
  PASSWORD_COST: undefined,
  AUTH_CALLS_PER_MINUTE: undefined,
}

describe('robots.txt in production', () => {
  const ask = async (origin: string, path = '/robots.txt') => {
    const request = new Request(origin + path)
    const answer = await createApi().fetch(request, PRODUCTION as never, createExecutionContext())
    return { status: answer.status, text: await answer.text() }
  }

  it('lets crawlers into the market, and tells them of its sitemap', async () => {
    const { status, text } = await ask(MARKET)
    expect(status).toBe(200)
    expect(text).toContain(`Sitemap: ${MARKET}/sitemap.xml`)
    expect(text).not.toMatch(/^Disallow: \/$/m)
  })

  it.each(['https://preview.talat-storefront.pages.dev', 'https://www.market.example.org'])(
    'keeps them away from %s, which shows the same pages',
    async (origin) => {
      expect((await ask(origin)).text).toBe('User-agent: *\nDisallow: /\n')
    },
  )

  it('names the market in the sitemap whatever host it was asked on', async () => {
    const { text } = await ask('https://preview.talat-storefront.pages.dev', '/sitemap.xml')
    expect(text).toContain(`<loc>${MARKET}/sitemap/pages.xml</loc>`)
    expect(text).not.toContain('pages.dev')
  })
})
