export type Locale = 'th' | 'en'

/** Thai lives at `/…`, English at `/en/…`. */
export function localeOf(pathname: string): Locale {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'th'
}

/** The same page in a language: `/p/x` ↔ `/en/p/x`. Takes a path with or without a prefix. */
export function localePath(locale: Locale, path: string): string {
  const bare = path.replace(/^\/en(?=\/|$|\?)/, '')
  const rooted = bare.startsWith('/') ? bare : `/${bare}`
  if (locale === 'th') return rooted
  return rooted === '/' ? '/en' : `/en${rooted}`
}

/** Where to go after signing in: a path of our own, or home. Refuses anything a browser reads as a host. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return fallback
  // Control characters are dropped by URL parsers, which would turn "/\t/host" into "//host".
  return /[\p{Cc}\\]/u.test(next) ? fallback : next
}
