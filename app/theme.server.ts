import type { CookieJar } from './cookies.server.ts'
import { isTheme, type Theme } from './theme.ts'

const THEME_COOKIE = 'talat_theme'
const YEAR_S = 365 * 24 * 60 * 60

/** What was chosen in this browser; anything else in the cookie is as good as nothing. */
export function readTheme(jar: CookieJar): Theme {
  const kept = jar.read(THEME_COOKIE)
  return isTheme(kept) ? kept : 'system'
}

export function keepTheme(jar: CookieJar, theme: Theme): void {
  if (theme === 'system') jar.clear(THEME_COOKIE)
  else jar.set(THEME_COOKIE, theme, YEAR_S)
}
