import { type Api, type ApiFetcher, createApi } from './api.server.ts'
import { type CookieJar, createCookieJar } from './cookies.server.ts'
import { type Locale, localeOf } from './locale.ts'
import { createSessionReader, type SessionGate, type SessionReader } from './session.server.ts'

/** What Pages hands to a function, as far as we use it. */
export type PagesContext = { request: Request; env: StorefrontEnv }

export type StorefrontEnv = {
  API: ApiFetcher
  SESSION: SessionGate
  /** `development` on a developer's machine; a deployment says nothing, which is production. */
  ENVIRONMENT?: string
}

/** What every loader and action is given; made anew for each request. */
export type Storefront = {
  locale: Locale
  requestId: string
  /** Opens the pages that are for developers. */
  development: boolean
  /** Marks our own inline scripts in the page's content security policy. */
  nonce: string
  jar: CookieJar
  session: SessionReader
  api: Api
  /** Further origins that this one page needs, such as the payment provider's. */
  allowed: { scripts: Set<string>; frames: Set<string>; images: Set<string>; calls: Set<string> }
}

declare module '@remix-run/cloudflare' {
  interface AppLoadContext extends Storefront {}
}

export function createStorefront(request: Request, env: StorefrontEnv): Storefront {
  const locale = localeOf(new URL(request.url).pathname)
  const requestId = crypto.randomUUID()
  const jar = createCookieJar(request)
  const session = createSessionReader(env.SESSION, jar, locale)
  return {
    locale,
    requestId,
    development: env.ENVIRONMENT === 'development',
    nonce: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))),
    jar,
    session,
    api: createApi({ fetcher: env.API, request, locale, requestId, jar, session }),
    allowed: { scripts: new Set(), frames: new Set(), images: new Set(), calls: new Set() },
  }
}
