export type Locale = 'th' | 'en'

/** Thai lives at `/…`, English at `/en/…`; `/en.data` is what Remix asks for its home page. */
export function localeOf(pathname: string): Locale {
  return /^\/en(?:\/|\.data$|$)/.test(pathname) ? 'en' : 'th'
}

/** The same page in a language: `/p/x` ↔ `/en/p/x`. Takes a path with or without a prefix. */
export function localePath(locale: Locale, path: string): string {
  const bare = path.replace(/^\/en(?=\/|$|\?)/, '')
  // One slash, since a browser reads two as a host: `/en//host` is a path, `//host` is not.
  const rooted = `/${bare.replace(/^[/\\]+/, '')}`
  if (locale === 'th') return rooted
  return rooted === '/' ? '/en' : `/en${rooted}`
}

/** Whether a page, in either language, is one of these or stands below one. Home stands above none. */
export function isUnder(pathname: string, ...places: string[]): boolean {
  const here = localePath('th', pathname)
  return places.some((place) => here === place || here.startsWith(`${place}/`))
}

const NOWHERE = 'https://own.invalid'
/** A slash that stands beside another, or is written so that somebody may read it as one. */
const SECOND_SLASH = /\/\/|%2f|%5c/i

/**
 * Where to go after signing in: a path of our own as a browser understands it, or `fallback`. Refuses
 * whatever a browser, or the router that follows it, could read as another host.
 */
export function safeNext(next: unknown, fallback: string): string {
  // Control characters are dropped by URL parsers, which would turn "/\t/host" into "//host".
  if (typeof next !== 'string' || !next.startsWith('/') || /[\p{Cc}\\]/u.test(next)) return fallback
  if (!URL.canParse(next, NOWHERE)) return fallback
  const { origin, pathname, search, hash } = new URL(next, NOWHERE)
  if (origin !== NOWHERE || SECOND_SLASH.test(pathname)) return fallback
  return `${pathname}${search}${hash}`
}
