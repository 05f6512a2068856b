import type { CheckedSession } from '../src/user/index.ts'
import type { CookieJar } from './cookies.server.ts'
import type { Locale } from './locale.ts'

const REFRESH_COOKIE = '__Host-talat_rt'
// With this prefix no other host, such as a subdomain, can set them.
const CART_COOKIE = '__Host-talat_cart'
const ORDERS_COOKIE = '__Host-talat_orders'
const VOUCHERS_COOKIE = '__Host-talat_vouchers'
const SIXTY_DAYS_S = 60 * 24 * 60 * 60
/** A guest's last few orders; enough to come back to, short enough for a cookie. */
const KEPT_ORDERS = 6

export type SignedInUser = { id: string; name: string }
export type Session = { user: SignedInUser; accessToken: string }

/** The API Worker's named entrypoint: callable over the binding, it has no HTTP address. */
export type SessionGate = {
  check(refreshToken: string | null, locale: Locale): Promise<CheckedSession | null>
}

/** Who is asking, looked up at most once a request and never rotating the refresh token. */
export type SessionReader = {
  read(): Promise<Session | null>
  /** After a sign-in or sign-out in this very request. */
  become(session: Session | null): void
}

export function createSessionReader(
  gate: SessionGate,
  jar: CookieJar,
  locale: Locale,
): SessionReader {
  let found: Promise<Session | null> | undefined
  return {
    read() {
      found ??= check(gate, jar.read(REFRESH_COOKIE), locale)
      return found
    },
    become(session) {
      found = Promise.resolve(session)
    },
  }
}

async function check(
  gate: SessionGate,
  refreshToken: string | null,
  locale: Locale,
): Promise<Session | null> {
  if (refreshToken === null || refreshToken === '') return null
  const answer = await gate.check(refreshToken, locale)
  return answer === null ? null : { user: answer.user, accessToken: answer.accessToken }
}

/** A secret as the API mints it; anything else in a cookie is noise and is not sent on. */
const SECRET = /^[\w-]{43}$/

export const isSecret = (text: string): boolean => SECRET.test(text)

export function cartToken(jar: CookieJar): string | null {
  const token = jar.read(CART_COOKIE)
  return token !== null && SECRET.test(token) ? token : null
}
export const keepCartToken = (jar: CookieJar, token: string): void =>
  jar.set(CART_COOKIE, token, SIXTY_DAYS_S)
export const dropCartToken = (jar: CookieJar): void => jar.clear(CART_COOKIE)

/** As many codes as a basket shows: one of each kind works, the others say why not. */
const KEPT_CODES = 5
const LONGEST_CODE = 40

/** The voucher codes that this browser uses in its basket, the latest first. */
export function voucherCodes(jar: CookieJar): string[] {
  const kept = (jar.read(VOUCHERS_COOKIE) ?? '').split('.').flatMap((part) => {
    try {
      return [decodeURIComponent(part)]
    } catch {
      return []
    }
  })
  return kept.filter((code) => code !== '' && code.length <= LONGEST_CODE).slice(0, KEPT_CODES)
}

export function keepVoucherCodes(jar: CookieJar, codes: readonly string[]): void {
  const kept = codes.slice(0, KEPT_CODES).map((code) => code.slice(0, LONGEST_CODE))
  const parts = kept.map((code) => encodeURIComponent(code).replaceAll('.', '%2E'))
  if (parts.length === 0) jar.clear(VOUCHERS_COOKIE)
  else jar.set(VOUCHERS_COOKIE, parts.join('.'), SIXTY_DAYS_S)
}

/** The token a guest was given with an order group, if this browser placed it. */
export function orderToken(jar: CookieJar, orderGroupId: string): string | null {
  return guestOrders(jar).find(([id]) => id === orderGroupId)?.[1] ?? null
}

export function keepOrderToken(jar: CookieJar, orderGroupId: string, token: string): void {
  const others = guestOrders(jar).filter(([id]) => id !== orderGroupId)
  const kept = [[orderGroupId, token], ...others].slice(0, KEPT_ORDERS)
  jar.set(ORDERS_COOKIE, kept.map((pair) => pair.join('~')).join('.'), SIXTY_DAYS_S)
}

function guestOrders(jar: CookieJar): [string, string][] {
  return (jar.read(ORDERS_COOKIE) ?? '').split('.').flatMap((entry): [string, string][] => {
    const [id, token] = entry.split('~')
    return id && token && SECRET.test(token) ? [[id, token]] : []
  })
}
