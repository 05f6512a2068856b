import { describe, expect, it } from 'vitest'
import { FRAME, PUBLIC_PAGES, publicRequest } from '../../app/edge/public-pages.ts'
import routes from '../../app/routes.ts'

const HOME = 'https://talat.example'
const visit = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  publicRequest(new Request(`${HOME}${path}`, { method, headers }), 'build1')
const keyOf = (path: string, headers: Record<string, string> = {}) => visit(path, headers)?.key

describe('A page that is everybody’s', () => {
  it('is one of the site map', () => {
    const paths = new Set<string>()
    const files = new Set(['root.tsx'])
    const walk = (entries: readonly { path?: string; file: string; children?: unknown }[]) => {
      for (const { path, file, children } of entries) {
        files.add(file)
        if (path !== undefined) paths.add(path)
        if (Array.isArray(children)) walk(children)
      }
    }
    walk(routes)
    for (const [path, route] of PUBLIC_PAGES) {
      if (path !== '/') expect([...paths]).toContain(path.slice(1))
      for (const id of [...FRAME, route]) expect([...files]).toContain(`${id}.tsx`)
    }
  })

  it('is the home page, a list, a shop and a product, in both languages, as page and as data', () => {
    for (const path of ['/', '/c/all', '/s/a-shop', '/p/a-thing', '/en', '/en/p/a-thing']) {
      expect(keyOf(path), path).toBe(`${HOME}/.kept/build1/-${path}`)
    }
    for (const path of ['/_root.data', '/en.data', '/c/all.data', '/en/p/x.data']) {
      expect(keyOf(path), path).toBe(`${HOME}/.kept/build1/-${path}`)
    }
  })

  it('is no page where somebody is somebody', () => {
    for (const path of [
      ...['/cart', '/checkout', '/checkout/pay/grp_1', '/orders', '/orders/ord_1', '/sign-in'],
      ...[
        '/register',
        '/sign-out',
        '/order-groups/g',
        '/nowhere',
        '/api/cart',
        '/c/all/',
        '/p/a/b',
      ],
      ...['//c/all', '/.kept/build1/-/c/all', '/cart.data', '/en/orders.data'],
    ]) {
      expect(keyOf(path), path).toBeUndefined()
    }
    expect(visit('/', {}, 'POST')).toBeNull()
    expect(visit('/', {}, 'HEAD')).toBeNull()
    expect(visit('/', { authorization: 'Bearer x' })).toBeNull()
  })

  it('is nobody’s who carries a cookie of ours, but for how the page looks', () => {
    for (const cookie of [
      ...['__Host-talat_rt=x', 'talat_cart=x', 'talat_orders=', '__Host-talat_dv=x', 'TALAT_x=1'],
      ...['_ga=1; talat_cart=x', 'talat_theme=evil', 'talat_theme=dark; talat_new=1', 'talat_cart'],
      'talat_theme=dark; talat_theme=light',
    ]) {
      expect(keyOf('/', { cookie }), cookie).toBeUndefined()
    }
    expect(keyOf('/', { cookie: '_ga=1; other=2' })).toBe(keyOf('/'))
    const dark = visit('/', { cookie: '_ga=1; talat_theme=dark' })
    expect(dark?.key).toContain('talat_theme%3Ddark')
    expect(dark?.request().headers.get('cookie')).toBe('talat_theme=dark')
  })

  it('is named by the parameters that it reads, in one order, whatever else stands there', () => {
    const key = keyOf('/c/all?min=10&sort=rating')
    expect(keyOf('/c/all?utm_source=x&sort=rating&fbclid=y&min=10&max=')).toBe(key)
    expect(keyOf('/c/all?sort=rating')).not.toBe(key)
    expect(keyOf('/p/x?sort=rating')).toBe(keyOf('/p/x'))
    expect(keyOf('/c/all?sort=rating&sort=newest')).toBeUndefined()
    expect(keyOf('/c/all?_routes=x')).toBe(keyOf('/c/all'))
    expect(keyOf(`/c/all?cursor=${'x'.repeat(2000)}`)).toBeUndefined()
  })

  it('is kept as data by which of its own routes are asked for, in one order', () => {
    const both = '/c/all.data?_routes=storefront%2Flayout%2Cstorefront%2Fcategory'
    const key = keyOf(both)
    expect(key).toContain('/c/all.data?_routes=')
    expect(key).not.toBe(keyOf('/c/all.data'))
    expect(keyOf('/c/all.data?_routes=storefront/category,storefront/layout')).toBe(key)
    expect(
      keyOf('/c/all.data?_routes=storefront/category,storefront/layout,storefront/category'),
    ).toBe(key)
    for (const strange of ['a', '%3Cb%3E', 'storefront/home', 'root,x', 'root,', ',', ' root']) {
      expect(keyOf(`/c/all.data?_routes=${strange}`), strange).toBeUndefined()
    }
  })

  it('is rendered from its key: nothing else that a visitor sends reaches it', () => {
    const asked = visit('/c/all?utm_source=%3Cb%3E&sort=rating', {
      cookie: '_ga=1',
      'user-agent': 'Somebody 1.0',
      'accept-language': 'de',
      referer: 'https://secret.example/',
      'x-forwarded-host': 'evil.example',
      'cf-connecting-ip': '203.0.113.7',
    })
    expect(asked?.request().url).toBe(`${HOME}/c/all?sort=rating`)
    // Only limits go by the address.
    expect([...(asked?.request().headers.keys() ?? [])]).toEqual(['cf-connecting-ip'])
  })

  it('belongs to one build, one host', () => {
    const other = publicRequest(new Request('https://other.example/'), 'build2')
    expect(other?.key).toBe('https://other.example/.kept/build2/-/')
  })
})
