import type { Locale } from '../locale.ts'
import { localePath } from '../locale.ts'
import type { FlashPrice, Product, Shop, Variant } from '../shapes.ts'
import type { Thing } from './json-ld.tsx'
import { DEFAULT_PICTURE } from './page-meta.ts'

/** Given by the one page that has it: every page carries this file. */
type FlashOf = (variant: Variant) => FlashPrice | null

/** Where the market stands, and in which language a page speaks. */
export type Place = { origin: string; locale: Locale }

const at = ({ origin, locale }: Place, path: string) => origin + localePath(locale, path)
const market = ({ origin }: Place) => `${origin}/#market`

/** The market itself and its site. There is no search yet, so none is claimed. */
export function marketThings(place: Place, name: string, description: string): Thing[] {
  return [
    {
      '@type': 'Organization',
      '@id': market(place),
      name,
      url: at(place, '/'),
      logo: `${place.origin}/icons/512.png`,
      areaServed: 'TH',
    },
    {
      '@type': 'WebSite',
      '@id': `${place.origin}/#site`,
      name,
      description,
      url: at(place, '/'),
      inLanguage: place.locale,
      publisher: { '@id': market(place) },
    },
  ]
}

/** The way down to a page, as its breadcrumb shows it; `home` is the word for the first step. */
export function trailThing(
  place: Place,
  home: string,
  trail: { to: string; name: string }[],
): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ to: '/', name: home }, ...trail].map(({ to, name }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: at(place, to),
    })),
  }
}

/**
 * A product with its offers, at what they cost now: a flash price, as `flashOf` knows it of a variant,
 * has an end, which is claimed; of others it is not known beforehand. No rating is claimed before the
 * first review.
 */
export function productThing(place: Place, product: Product, flashOf: FlashOf): Thing {
  const seller = {
    '@type': 'Organization',
    name: product.shop.name,
    url: at(place, `/s/${product.shop.slug}`),
  }
  const url = at(place, `/p/${product.slug}`)
  return {
    '@type': 'Product',
    '@id': `${url}#product`,
    name: product.title,
    description: product.description,
    url,
    sku: product.variants.length === 1 ? product.variants[0]?.sku : product.id,
    image: product.images.map((image) => place.origin + image.url),
    category: product.category.name,
    ...(product.brand === null ? {} : { brand: { '@type': 'Brand', name: product.brand.name } }),
    ...(product.reviewCount === 0
      ? {}
      : {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: product.rating,
            reviewCount: product.reviewCount,
            bestRating: 5,
            worstRating: 1,
          },
        }),
    ...(product.variants.length === 0 ? {} : { offers: offerOf(product, url, seller, flashOf) }),
  }
}

function offerOf({ variants }: Product, url: string, seller: object, flashOf: FlashOf) {
  const flashes = variants.map(flashOf)
  const ends = flashes.flatMap((flash) => flash?.endsAt ?? []).sort()
  const prices = variants.map(({ priceSatang }, n) =>
    Math.min(flashes[n]?.priceSatang ?? priceSatang, priceSatang),
  )
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)]
  const common = {
    url,
    priceCurrency: 'THB',
    availability: variants.some((variant) => variant.available > 0)
      ? 'https://schema.org/InStock'
      : 'https://schema.org/OutOfStock',
    itemCondition: 'https://schema.org/NewCondition',
    seller,
    ...(ends.length === 0 ? {} : { priceValidUntil: ends[0] }),
  }
  if (lowest === highest) return { '@type': 'Offer', ...common, price: baht(lowest) }
  return {
    '@type': 'AggregateOffer',
    ...common,
    lowPrice: baht(lowest),
    highPrice: baht(highest),
    offerCount: variants.length,
  }
}

/** A shop of the market. */
export function shopThing(place: Place, shop: Shop): Thing {
  const url = at(place, `/s/${shop.slug}`)
  return {
    '@type': 'Store',
    '@id': `${url}#shop`,
    name: shop.name,
    description: shop.description,
    url,
    image: place.origin + (shop.imageUrl ?? DEFAULT_PICTURE.path),
    address: { '@type': 'PostalAddress', addressRegion: shop.province, addressCountry: 'TH' },
    currenciesAccepted: 'THB',
    parentOrganization: { '@id': market(place) },
  }
}

/** 1234.50 as schema.org writes it: digits and a point, nothing rounded. */
const baht = (satang: number) =>
  `${Math.floor(satang / 100)}.${String(satang % 100).padStart(2, '0')}`
