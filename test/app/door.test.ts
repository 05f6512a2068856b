import { describe, expect, it } from 'vitest'
import { createCookieJar } from '../../app/cookies.server.ts'
import { localeOf, localePath, safeNext } from '../../app/locale.ts'
import { isForeignWrite, MAX_FORM_BYTES, withSmallBody } from '../../app/security.server.ts'
import { cartToken, keepOrderToken, orderToken } from '../../app/session.server.ts'

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

  it('sends nobody to another host after signing in', () => {
    expect(safeNext('/en/checkout?x=1', '/')).toBe('/en/checkout?x=1')
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/x', 7]) {
      expect(safeNext(next, '/')).toBe('/')
    }
  })
})

describe('one tree in two languages', () => {
  it('reads the language off the path', () => {
    expect(['/', '/english', '/en', '/en/cart'].map(localeOf)).toEqual(['th', 'th', 'en', 'en'])
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
    expect(cartToken(jarWith(`talat_cart=${SECRET}`))).toBe(SECRET)
    expect(cartToken(jarWith('talat_cart=garbage'))).toBeNull()
    expect(cartToken(jarWith(''))).toBeNull()
  })

  it('remember the last six orders by their group', () => {
    const jar = jarWith('')
    for (let n = 1; n <= 7; n += 1) keepOrderToken(jar, `grp_${n}`, `${n}`.repeat(43))
    expect(orderToken(jar, 'grp_7')).toBe('7'.repeat(43))
    expect(orderToken(jar, 'grp_2')).toBe('2'.repeat(43))
    expect(orderToken(jar, 'grp_1')).toBeNull()
    expect(jar.headers().join()).toMatch(/HttpOnly; SameSite=Lax; Secure/)
  })
})
