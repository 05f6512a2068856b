import type { CookieJar } from './cookies.server.ts'

/** Somebody who has just made an account, or who is back. */
export type Greeting = 'new' | 'back'

const COOKIE = '__Host-talat_greeting'
/** Long enough for the page that the form leads to. */
const KEPT_S = 60

/** The next page with a frame says hello, wherever that is. */
export const greetNext = (jar: CookieJar, greeting: Greeting): void =>
  jar.set(COOKIE, greeting, KEPT_S)

/** What is to be said on this page, once. */
export function takeGreeting(jar: CookieJar): Greeting | null {
  const greeting = jar.read(COOKIE)
  if (greeting === null) return null
  jar.clear(COOKIE)
  return greeting === 'new' || greeting === 'back' ? greeting : null
}
