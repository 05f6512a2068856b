import { describe, expect, it } from 'vitest'
import { localePath, safeNext } from '../../app/locale.ts'
import { REDIRECTS } from './redirects.ts'

const HOME = 'https://talat.example'

/** Where a browser on our page ends up. */
const arrival = (address: string) => new URL(address, `${HOME}/en/sign-in`)

describe('where a page sends a visitor next', () => {
  it.each(REDIRECTS)('stays ours for %j', (next) => {
    const way = safeNext(next, '/fallback')
    expect(arrival(way).origin).toBe(HOME)
    // Neither may a router that splits paths by itself find a host in it.
    expect(way).toMatch(/^\/(?!.*\/\/)[\x21-\x7e]*$/)
    expect(way).not.toMatch(/^[^?#]*(?:%2f|%5c|\\)/i)
  })

  it.each(REDIRECTS)('stays ours in the other language, on the page %j', (path) => {
    const page = URL.canParse(path, HOME) ? arrival(path).pathname : '/'
    for (const locale of ['th', 'en'] as const) {
      expect(arrival(localePath(locale, page)).origin).toBe(HOME)
      expect(arrival(localePath(locale, `/en${page}`)).origin).toBe(HOME)
    }
  })

  it('leads to pages of ours as they were asked for', () => {
    for (const own of [
      '/',
      '/en',
      '/en/checkout?x=1',
      '/p/a-b?variant=v#reviews',
      '/c/all?q=//x',
    ]) {
      expect(safeNext(own, '/fallback')).toBe(own)
    }
    expect(safeNext('/p/ปลาทู', '/')).toBe('/p/%E0%B8%9B%E0%B8%A5%E0%B8%B2%E0%B8%97%E0%B8%B9')
  })
})
