import { buildAll, STOREFRONT_ENTRY } from '../build.ts'
import type { Operation, World } from './operations.ts'

/** More pages than an isolate keeps, so that each is asked of the data centre's cache. */
const MORE_THAN_MEMORY = { lists: 240, products: 480 }

/** The storefront's server as Pages runs it. */
export async function bundlePages(): Promise<string> {
  await buildAll()
  return STOREFRONT_ENTRY
}

/** What a visitor without a session asks for most, from the isolate and from the Cache API. */
export function pageOperations({ products, categories }: World): Operation[] {
  const read = (name: string, paths: string[]): Operation => ({
    name,
    worker: 'storefront',
    repeat: true,
    // What is measured is a page that is kept; making it is what the API's operations stand for.
    askFirst: true,
    requests: paths.map((path) => ({ method: 'GET', path })),
  })
  const slug = products[0]?.slug ?? ''
  const lists = categories
    .slice(0, 10)
    .flatMap(({ slug }) =>
      Array.from({ length: MORE_THAN_MEMORY.lists / 10 }, (_, n) => `/c/${slug}?min=${n + 1}`),
    )
  const details = products
    .slice(0, MORE_THAN_MEMORY.products)
    .map((product) => `/p/${product.slug}`)
  return [
    read('home page, isolate memory', ['/']),
    read('list page, isolate memory', ['/c/all']),
    read('product page, isolate memory', [`/p/${slug}`]),
    read('list pages, Cache API', lists),
    read('product pages, Cache API', details),
  ]
}
