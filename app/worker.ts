import { createRequestHandler, type ServerBuild } from '@remix-run/cloudflare'
// The Remix build is made just before this file is bundled; it ships no types.
// @ts-expect-error: build output
import * as build from '../build/server/index.js'
// @ts-expect-error: build output, written beside it
import spoken from '../build/server/spoken.js'
import { publicPage } from './edge/page-cache.ts'
import { publicRequest } from './edge/public-pages.ts'
import { createStorefront, type Storefront, type StorefrontEnv } from './load-context.ts'
import { inEnglish, manifestLocale, type SpokenFiles } from './messages/spoken.ts'
import { refusedForm, withReferences } from './reference.server.ts'
import { isForeignWrite, isForm, secure, withSmallBody } from './security.server.ts'

const { assets } = build as ServerBuild
const pages = withReferences(build as ServerBuild)
/** A page names the scripts of its own language. */
const handlers = {
  th: createRequestHandler(pages, 'production'),
  en: createRequestHandler(inEnglish(pages, spoken as SpokenFiles), 'production'),
}

async function handle(request: Request, storefront: Storefront): Promise<Response> {
  const locale = manifestLocale(new URL(request.url)) ?? storefront.locale
  return await handlers[locale](request, storefront)
}

/**
 * What the API answers at the storefront's own address: itself, so that cookies stay same-origin and
 * WebSocket upgrades pass; product pictures; and what crawlers ask for.
 */
const OF_THE_API = /^\/(?:(?:api|media|sitemap)(?:\/|$)|robots\.txt$|sitemap\.xml$)/

type Later = { waitUntil(task: Promise<unknown>): void }

/** The storefront's one server entry. Files of the build never come here: see public/_routes.json. */
export default {
  async fetch(request: Request, env: StorefrontEnv, later: Later): Promise<Response> {
    if (OF_THE_API.test(new URL(request.url).pathname)) return await env.API.fetch(request)
    const shared = publicRequest(request, assets.version)
    if (shared === null) return await ownPage(request, env)
    const render = async (asked: Request, nonce: string) => await pageForAll(asked, env, nonce)
    return await publicPage(shared, request, render, (task) => later.waitUntil(task))
  },
}

/** A page of this visitor's alone. */
async function ownPage(request: Request, env: StorefrontEnv): Promise<Response> {
  const refuse = (status: 403 | 413 | 415) => {
    const requestId = crypto.randomUUID()
    return answer(refusedForm(request, status, requestId), [], requestId)
  }
  if (isForeignWrite(request)) return refuse(403)
  if (!isForm(request)) return refuse(415)
  const small = await withSmallBody(request)
  if (small === null) return refuse(413)
  const storefront = createStorefront(small, env)
  const response = await handle(small, storefront)
  return answer(response, storefront.jar.headers(), storefront.requestId)
}

/** A page for everybody who asks alike, rendered whole. */
async function pageForAll(asked: Request, env: StorefrontEnv, nonce: string): Promise<Response> {
  const forAll = { nonce, failed: false, asking: 0 }
  const storefront = createStorefront(asked, env, forAll)
  const page = await whole(await handle(asked, storefront))
  // Neither should happen to a visitor who is nobody; what does not may not be given to others.
  for (const cookie of storefront.jar.headers()) page.headers.append('Set-Cookie', cookie)
  // Only now: what is deferred fails, or is given up on, while the page is being read.
  if (forAll.failed || forAll.asking > 0) page.headers.set('Cache-Control', 'private, no-store')
  return page
}

async function whole(page: Response): Promise<Response> {
  return page.body === null ? page : new Response(await page.arrayBuffer(), page)
}

function answer(response: Response, cookies: string[], requestId?: string): Response {
  const headers = new Headers(response.headers)
  secure(headers)
  if (requestId !== undefined) headers.set('X-Request-Id', requestId)
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(response.body, { status: response.status, headers })
}
