/** The refresh token's cookie: this host only, never read by scripts, not sent by other sites' forms. */
export const REFRESH_COOKIE = '__Host-talat_rt'
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax'

/** A Set-Cookie value that keeps `token` for `seconds`. */
export const refreshCookie = (token: string, seconds: number): string =>
  `${REFRESH_COOKIE}=${token}; Max-Age=${Math.max(0, Math.floor(seconds))}; ${ATTRIBUTES}`

/** A Set-Cookie value that makes the browser forget the token. */
export const forgottenRefreshCookie = (): string => refreshCookie('', 0)

/** A cookie of a Cookie header, or null. Of two with one name the first counts, as the browser sorts. */
export function cookieOf(header: string | null | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const cut = pair.indexOf('=')
    if (cut > 0 && pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim() || null
  }
  return null
}

/** The refresh token of a Cookie header, or null. */
export const refreshTokenOf = (header: string | null | undefined): string | null =>
  cookieOf(header, REFRESH_COOKIE)
