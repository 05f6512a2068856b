import { describe, expect, it } from 'vitest'
import { createCookieJar } from '../../app/cookies.server.ts'
import { isUnder, localeOf, localePath, safeNext } from '../../app/locale.ts'
import { isForeignWrite, MAX_FORM_BYTES, withSmallBody } from '../../app/security.server.ts'
import {
  cartToken,
  dropCartToken,
  keepCartToken,
  keepOrderToken,
  orderToken,
} from '../../app/session.server.ts'

const HOME = 'https://talat.example'
const post = (headers: Record<string, string>) =>
  new Request(`${HOME}/cart`, { method: 'POST', headers })
const SECRET = 'a'.repeat(43)

describe('the door', () => {
  it('lets anyone read', () => {
    expect(isForeignWrite(new Request(HOME, { headers: { origin: 'https://evil.example' } }))).toBe(
      false,
    )
  })

  it('takes forms from our own pages only', () => {
    expect(isForeignWrite(post({ origin: HOME }))).toBe(false)
    expect(isForeignWrite(post({ origin: 'https://evil.example' }))).toBe(true)
    expect(isForeignWrite(post({ origin: 'null' }))).toBe(true)
    expect(isForeignWrite(post({ origin: 'http://talat.example' }))).toBe(true)
  })

  it('goes by the browser’s word without Origin, and stays shut without either', () => {
    expect(isForeignWrite(post({ 'sec-fetch-site': 'same-origin' }))).toBe(false)
    expect(isForeignWrite(post({ 'sec-fetch-site': 'same-site' }))).toBe(true)
    expect(isForeignWrite(post({}))).toBe(true)
  })

  it('takes a form of its size whole, and none that is longer whatever it says of itself', async () => {
    const form = async (length: number) =>
      await withSmallBody(new Request(HOME, { method: 'POST', body: 'a'.repeat(length) }))
    expect(await (await form(MAX_FORM_BYTES))?.text()).toHaveLength(MAX_FORM_BYTES)
    expect(await form(MAX_FORM_BYTES + 1)).toBeNull()
    const empty = new Request(HOME, { method: 'POST' })
    expect(await withSmallBody(empty)).toBe(empty)
  })

  it('takes a picture into a talk, and into no other page', async () => {
    const form = async (path: string, type: string, length: number) =>
      await withSmallBody(
        new Request(`${HOME}${path}`, {
          method: 'POST',
          headers: { 'content-type': type },
          body: 'a'.repeat(length),
        }),
      )
    const multipart = 'multipart/form-data; boundary=x'
    const picture = 5 * 1024 * 1024
    for (const path of [
      '/messages/cnv_1',
      '/en/seller/messages/cnv_1?shop=1',
      '/messages/c.data',
    ]) {
      expect((await (await form(path, multipart, picture))?.text())?.length, path).toBe(picture)
      expect(await form(path, multipart, picture + MAX_FORM_BYTES + 1)).toBeNull()
    }
    const urlencoded = 'application/x-www-form-urlencoded'
    expect(await form('/messages/cnv_1', urlencoded, picture)).toBeNull()
    for (const path of ['/sign-in', '/messages', '/messages/a/b', '/x/messages/cnv_1']) {
      expect(await form(path, multipart, picture), path).toBeNull()
    }
  })

  it('sends nobody to another host after signing in', () => {
    expect(safeNext('/en/checkout?x=1', '/')).toBe('/en/checkout?x=1')
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/x', 7]) {
      expect(safeNext(next, '/')).toBe('/')
    }
  })
})

describe('one tree in two languages', () => {
  it('reads the language off the path', () => {
    expect(['/', '/english', '/english.data', '/_root.data'].map(localeOf)).toEqual(
      Array(4).fill('th'),
    )
    // As Remix asks for the data of the English home page.
    expect(['/en', '/en/cart', '/en.data', '/en/cart.data'].map(localeOf)).toEqual(
      Array(4).fill('en'),
    )
  })

  it('knows where one is in either language, below a page as on it', () => {
    const places = ['/orders', '/order-groups']
    for (const path of ['/orders', '/en/orders', '/orders/ord_1', '/en/order-groups/grp_1']) {
      expect(isUnder(path, ...places)).toBe(true)
    }
    for (const path of ['/', '/ordersome', '/en', '/p/orders']) {
      expect(isUnder(path, ...places)).toBe(false)
    }
    // Home is no roof over all the others.
    expect([isUnder('/', '/'), isUnder('/en', '/'), isUnder('/cart', '/')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('keeps the page when the language changes', () => {
    expect(localePath('en', '/p/x')).toBe('/en/p/x')
    expect(localePath('th', '/en/p/x')).toBe('/p/x')
    expect(localePath('en', '/')).toBe('/en')
    expect(localePath('th', '/en')).toBe('/')
    expect(localePath('en', '/en?sort=rating')).toBe('/en/?sort=rating')
  })
})

describe('a guest’s cookies', () => {
  const jarWith = (cookie: string) => createCookieJar(new Request(HOME, { headers: { cookie } }))

  it('are not sent on when they are no secret of ours', () => {
    expect(cartToken(jarWith(`__Host-talat_cart=${SECRET}`))).toBe(SECRET)
    expect(cartToken(jarWith('__Host-talat_cart=garbage'))).toBeNull()
    expect(cartToken(jarWith(''))).toBeNull()
  })

  it('are this host’s alone, and no script’s, whatever address the page has', () => {
    for (const home of [HOME, 'http://127.0.0.1:8788']) {
      const jar = createCookieJar(new Request(home))
      keepCartToken(jar, SECRET)
      keepOrderToken(jar, 'grp_1', SECRET)
      dropCartToken(jar)
      const said = jar.headers()
      expect(said.map((cookie) => cookie.split('=')[0])).toEqual([
        '__Host-talat_cart',
        '__Host-talat_orders',
      ])
      for (const cookie of said) {
        const attributes = cookie.split('; ').slice(1)
        for (const one of ['Secure', 'HttpOnly', 'Path=/', 'SameSite=Lax']) {
          expect(attributes, cookie).toContain(one)
        }
        expect(cookie).not.toContain('Domain')
      }
    }
  })

  it('of other names, which a subdomain could set, are not read', () => {
    expect(cartToken(jarWith(`talat_cart=${SECRET}`))).toBeNull()
    expect(orderToken(jarWith(`talat_orders=grp_1~${SECRET}`), 'grp_1')).toBeNull()
  })

  it('remember the last six orders by their group', () => {
    const jar = jarWith('')
    for (let n = 1; n <= 7; n += 1) keepOrderToken(jar, `grp_${n}`, `${n}`.repeat(43))
    expect(orderToken(jar, 'grp_7')).toBe('7'.repeat(43))
    expect(orderToken(jar, 'grp_2')).toBe('2'.repeat(43))
    expect(orderToken(jar, 'grp_1')).toBeNull()
  })
})
