import { type Api, type ApiFetcher, createApi, type ForAll } from './api.server.ts'
import { type CookieJar, createCookieJar } from './cookies.server.ts'
import { newNonce } from './edge/nonce.ts'
import { type Locale, localeOf } from './locale.ts'
import { createSessionReader, type SessionGate, type SessionReader } from './session.server.ts'

export type StorefrontEnv = {
  /** Takes the browser's own calls as they are. */
  API: ApiFetcher
  /** Takes ours, and believes whom they are for. */
  SESSION: SessionGate & ApiFetcher
  /** Where shoppers are; on any other host pages still name themselves by it. */
  PUBLIC_ORIGIN?: string
  /** `development` on a developer's machine; a deployment says nothing, which is production. */
  ENVIRONMENT?: string
}

/** What every loader and action is given; made anew for each request. */
export type Storefront = {
  locale: Locale
  publicOrigin: string
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
  /** Set where the page is kept for everybody who asks alike: it is rendered whole. */
  forAll: ForAll | null
}

declare module '@remix-run/cloudflare' {
  interface AppLoadContext extends Storefront {}
}

export function createStorefront(
  request: Request,
  env: StorefrontEnv,
  forAll: ForAll | null = null,
): Storefront {
  const locale = localeOf(new URL(request.url).pathname)
  const requestId = crypto.randomUUID()
  const jar = createCookieJar(request)
  const session = createSessionReader(env.SESSION, jar, locale)
  return {
    locale,
    publicOrigin: new URL(env.PUBLIC_ORIGIN ?? request.url).origin,
    requestId,
    development: env.ENVIRONMENT === 'development',
    nonce: forAll?.nonce ?? newNonce(),
    jar,
    session,
    api: createApi({ fetcher: env.SESSION, request, locale, requestId, jar, session, forAll }),
    allowed: { scripts: new Set(), frames: new Set(), images: new Set(), calls: new Set() },
    forAll,
  }
}
