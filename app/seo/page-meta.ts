import type { MetaDescriptor } from '@remix-run/cloudflare'
import { localeOf, localePath } from '../locale.ts'
import { errors } from '../messages/errors.ts'
import { site as siteTexts } from '../messages/site.ts'

/** Drawn when the storefront is built; stands in wherever a page has no picture of its own. */
export const DEFAULT_PICTURE = { path: '/pictures/talat.png', width: 1200, height: 630 }

/** What Remix hands to `meta`, as far as this asks. */
type MetaArgs = {
  location: { pathname: string }
  matches: readonly ({ id: string; data: unknown } | undefined)[]
}

export type PageText = {
  title?: string | undefined
  description?: string | undefined
}

export type PublicPage = PageText & {
  /** The part of the query that is a page of its own, without the question mark. */
  search?: string
  /** Whether search engines may show it. */
  index?: boolean
  /** The path of a square product or shop picture. */
  picture?: { path: string; size: number } | null
  kind?: 'website' | 'product'
}

/** Head of a page that is one person's, or a step on the way: named, and shown by no search engine. */
export function privatePage({ location }: MetaArgs, { title, description }: PageText = {}) {
  const site = siteTexts[localeOf(location.pathname)]
  return [
    { title: title ?? site.name },
    { name: 'description', content: description ?? site.description },
    { name: 'robots', content: 'noindex' },
  ] satisfies MetaDescriptor[]
}

/**
 * Head of a page that anyone may find: title and description, its one address, the same page in the
 * other language, and what it looks like when it is shared. The picture of a product is its own
 * stored one; any other page shows the drawn one of the market.
 */
export function publicPage(args: MetaArgs, page: PublicPage): MetaDescriptor[] {
  const origin = originOf(args)
  const locale = localeOf(args.location.pathname)
  const site = siteTexts[locale]
  const { index = true, kind = 'website' } = page
  // Without the origin the root's loader failed, and with it the page: there is nothing to name.
  if (origin === undefined || page.title === undefined) return privatePage(args, page)
  const title = page.title
  const description = page.description || site.description
  const search = page.search ? `?${page.search}` : ''
  const href = (of: 'th' | 'en') => origin + localePath(of, args.location.pathname) + search
  const picture =
    page.picture == null
      ? DEFAULT_PICTURE
      : { path: page.picture.path, width: page.picture.size, height: page.picture.size }
  const og = (property: string, content: string) => ({ property: `og:${property}`, content })
  return [
    { title },
    { name: 'description', content: description },
    ...(index ? [] : [{ name: 'robots', content: 'noindex, follow' }]),
    { tagName: 'link', rel: 'canonical', href: href(locale) },
    ...(index
      ? [
          { tagName: 'link' as const, rel: 'alternate', hrefLang: 'th', href: href('th') },
          { tagName: 'link' as const, rel: 'alternate', hrefLang: 'en', href: href('en') },
          { tagName: 'link' as const, rel: 'alternate', hrefLang: 'x-default', href: href('th') },
        ]
      : []),
    og('site_name', site.name),
    og('type', kind),
    og('title', title),
    og('description', description),
    og('url', href(locale)),
    og('locale', locale === 'th' ? 'th_TH' : 'en_GB'),
    og('locale:alternate', locale === 'th' ? 'en_GB' : 'th_TH'),
    og('image', origin + picture.path),
    og('image:width', String(picture.width)),
    og('image:height', String(picture.height)),
    og('image:alt', title),
    { name: 'twitter:card', content: page.picture == null ? 'summary_large_image' : 'summary' },
    { name: 'twitter:title', content: title },
    { name: 'twitter:description', content: description },
    { name: 'twitter:image', content: origin + picture.path },
  ]
}

/** Head of whatever was not found or failed, in the language of its address. */
export const failedPage = (args: MetaArgs): MetaDescriptor[] => {
  const locale = localeOf(args.location.pathname)
  const title = siteTexts[locale].titled(errors[locale].notFoundTitle)
  return privatePage(args, { title })
}

/** The market's own origin, which the root's loader tells every page. */
export function originOf({ matches }: Pick<MetaArgs, 'matches'>): string | undefined {
  const data = matches.find((match) => match?.id === 'root')?.data
  if (typeof data !== 'object' || data === null || !('origin' in data)) return undefined
  return String(data.origin)
}
