import type { SitemapEntry } from './schema.ts'

/** Each entry is two addresses, Thai and English: a page stays at 10,000, a fifth of what the protocol allows. */
export const ENTRIES_PER_PAGE = 5000

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const XHTML = 'http://www.w3.org/1999/xhtml'

/**
 * The pieces of a page of addresses: each in Thai and in English, each naming the other.
 * Source: https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 */
export function* urlSet(origin: string, entries: Iterable<SitemapEntry>): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${SITEMAP}" xmlns:xhtml="${XHTML}">\n`
  for (const { path, changedAt } of entries) {
    const th = escaped(origin + encodePath(path))
    const en = escaped(`${origin}/en${path === '/' ? '' : encodePath(path)}`)
    const alternates = [
      ['th', th],
      ['en', en],
      ['x-default', th],
    ]
      .map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`)
      .join('')
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`
    for (const loc of [th, en]) yield `<url><loc>${loc}</loc>${changed}${alternates}</url>\n`
  }
  yield '</urlset>\n'
}

/** The list of pages. A page is its kind and the id that it begins after. */
export function sitemapIndex(
  origin: string,
  pages: readonly { kind: string; after: string | null }[],
): string {
  const rows = pages.map(({ kind, after }) => {
    const query = after === null ? '' : `?after=${encodeURIComponent(after)}`
    return `<sitemap><loc>${escaped(`${origin}/sitemap/${kind}.xml${query}`)}</loc></sitemap>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${SITEMAP}">\n${rows.join('\n')}\n</sitemapindex>\n`
}

/** What belongs to one person, or only repeats: no crawler is to spend its visit there. */
const PRIVATE = ['/cart', '/checkout', '/orders', '/order-groups', '/sign-out', '/api/']

/**
 * robots.txt. Only the market itself is open to crawlers: a development machine, a preview or another
 * name of the same host says no to all of it.
 */
export function robots(open: boolean, origin: string): string {
  if (!open) return 'User-agent: *\nDisallow: /\n'
  const closed = PRIVATE.flatMap((path) => (path === '/api/' ? [path] : [path, `/en${path}`]))
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (found) => ENTITIES[found] ?? '')
