/** What a list in the address bar is chosen by; listing.server.ts reads it. */
const LISTING = ['sort', 'min', 'max', 'rating', 'stock', 'brand', 'province', 'cursor']

/**
 * The pages that are the same for every visitor without a session, a basket or an order, each with
 * the route that shows it and the parameters that it is rendered by. A page that is not here is
 * rendered for each visit.
 */
export const PUBLIC_PAGES: readonly (readonly [
  path: string,
  route: string,
  query: readonly string[],
])[] = [
  ['/', 'storefront/home', []],
  ['/c/:slug', 'storefront/category', LISTING],
  ['/s/:slug', 'storefront/shop', [...LISTING, 'tab']],
  ['/p/:slug', 'storefront/product', ['variant']],
]

/** The routes with loaders that every public page stands in. */
export const FRAME = ['root', 'storefront/layout']

/**
 * Cookies that change how a public page looks, with the values that each may have: one copy is kept
 * for each value. Any other cookie of ours means a visitor who is somebody.
 */
const THEMES = ['light', 'dark', 'system']
export const LOOK_COOKIES: Readonly<Record<string, readonly string[]>> = {
  talat_theme: THEMES,
  '__Host-talat_theme': THEMES,
}

/** Every cookie of ours has this in its name; those of others are never looked at by a page. */
const OURS = 'talat'

export type PublicRequest = {
  /** Names all that the page depends on. */
  key: string
  /** What is rendered: made of the key and nothing else of what the visitor sent. */
  request(): Request
}

const patterns = PUBLIC_PAGES.map(([path, route, query]) => ({
  routes: [...FRAME, route],
  path: new RegExp(`^(?:/en)?${path === '/' ? '/?' : path.replaceAll(/:\w+/g, '[^/]+')}$`),
  query: new Set(query),
}))

/** What a browser says about the shopper's connection; rate limits go by it, no page shows it. */
const ADDRESS = 'cf-connecting-ip'
const LONGEST = 1000

/**
 * The visit as everybody's, or null when it is somebody's own. `build` is the build's version: a page
 * names the files of its build. Parameters that no page reads are dropped, those it does are sorted.
 */
export function publicRequest(visit: Request, build: string): PublicRequest | null {
  if (visit.method !== 'GET' || visit.headers.has('authorization')) return null
  const cookies = lookCookies(visit.headers.get('cookie'))
  if (cookies === null) return null
  const url = new URL(visit.url)
  const { origin, pathname } = url
  const query = pageQuery(pathname, url)
  if (query === null) return null
  const address = `${origin}${pathname}${query}`
  if (address.length > LONGEST) return null

  const look = encodeURIComponent(cookies)
  return {
    // A path that no page has, so that what is kept cannot be asked for by its address.
    key: `${origin}/.kept/${build}/${look || '-'}${pathname}${query}`,
    request() {
      const headers = new Headers(cookies === '' ? {} : { cookie: cookies })
      const from = visit.headers.get(ADDRESS)
      if (from !== null) headers.set(ADDRESS, from)
      return new Request(address, { headers })
    },
  }
}

// Cookies that the page is rendered by, or null for a visitor who is somebody.
function lookCookies(header: string | null): string | null {
  if (header === null) return ''
  const look: string[] = []
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at < 0 ? undefined : at).trim()
    if (!name.toLowerCase().includes(OURS)) continue
    const value = at < 0 ? '' : pair.slice(at + 1).trim()
    if (!LOOK_COOKIES[name]?.includes(value)) return null
    look.push(`${name}=${value}`)
  }
  // Twice the same name: whose word counts is not for us to guess.
  if (new Set(look.map((pair) => pair.split('=')[0])).size < look.length) return null
  return look.sort().join('; ')
}

// The same routes in any order are one answer; null if one of them is none of the page's.
function inOrder(value: string, known: readonly string[]): string | null {
  const named = value.split(',')
  if (!named.every((route) => known.includes(route))) return null
  return known.filter((route) => named.includes(route)).join(',')
}

// `?a=b` of what the page reads, sorted; null for what is no public page.
function pageQuery(pathname: string, url: URL): string | null {
  const asked = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  const page = patterns.find(({ path }) => path.test(asked))
  if (page === undefined) return null
  if (url.search === '') return ''
  const data = pathname.endsWith('.data')
  const query = new URLSearchParams()
  for (const [name, value] of url.searchParams) {
    // Which loaders a change of page needs, by route id; only Remix's own addresses carry it.
    const routes = name === '_routes' && data
    if (!page.query.has(name) && !routes) continue
    const read = routes ? inOrder(value, page.routes) : value
    if (query.has(name) || read === null) return null
    if (read !== '') query.set(name, read)
  }
  query.sort()
  return query.size === 0 ? '' : `?${query}`
}
