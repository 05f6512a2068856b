import { describe, expect, it } from 'vitest'
import { createCookieJar } from '../../app/cookies.server.ts'
import { createStorefront } from '../../app/load-context.ts'
import { action } from '../../app/storefront/theme.ts'
import { readTheme } from '../../app/theme.server.ts'

const HOME = 'https://talat.example'
const jarWith = (cookie: string) => createCookieJar(new Request(HOME, { headers: { cookie } }))

/** Sends the footer's form; answers what the browser would be told. */
async function choose(form: Record<string, string>, cookie = '') {
  const request = new Request(`${HOME}/theme`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams(form),
  })
  const nothing = () => Promise.reject(new Error('not called'))
  const context = createStorefront(request, {
    API: { fetch: nothing },
    SESSION: { check: nothing, fetch: nothing },
  })
  const args = { context, request, params: {} } as unknown as Parameters<typeof action>[0]
  const answer = await action(args)
  return { to: answer.headers.get('location'), cookies: context.jar.headers() }
}

describe('light and dark', () => {
  it('follow the device until something was chosen here', () => {
    expect(readTheme(jarWith(''))).toBe('system')
    expect(readTheme(jarWith('talat_theme=dark'))).toBe('dark')
    expect(readTheme(jarWith('talat_theme=pink'))).toBe('system')
  })

  it('are kept for a year, and the shopper is back where the choice was made', async () => {
    const { to, cookies } = await choose({ theme: 'dark', next: '/en/c/food?sort=rating' })
    expect(to).toBe('/en/c/food?sort=rating')
    expect(cookies).toEqual([expect.stringMatching(/^talat_theme=dark; Max-Age=31536000; Path=\//)])
  })

  it('go back to the device’s own', async () => {
    const { cookies } = await choose({ theme: 'system', next: '/' }, 'talat_theme=dark')
    expect(cookies).toEqual([expect.stringMatching(/^talat_theme=; Max-Age=0/)])
  })

  it('change nothing by a word that is none of the three, and lead to no other host', async () => {
    const { to, cookies } = await choose({ theme: 'pink', next: '//evil.example' })
    expect([to, cookies]).toEqual(['/', []])
  })
})
