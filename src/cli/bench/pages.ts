import path from 'node:path'
import { buildAll, bundleEntry, STOREFRONT_ENTRY } from '../build.ts'
import type { Operation, World } from './operations.ts'

/** The storefront's server as Pages runs it. */
export async function bundlePages(): Promise<string> {
  await buildAll()
  return STOREFRONT_ENTRY
}

/**
 * The same, but an isolate remembers no page: each is asked of the data centre's cache. There it stays
 * fresh for as long as the bench runs, so that none is made while answers are counted.
 */
export async function bundleForgetful(folder: string): Promise<string> {
  const outfile = path.join(folder, 'forgetful.js')
  await bundleEntry(outfile, [
    {
      name: 'no-memory',
      setup({ onLoad }) {
        const contents = `export const MEMORY_BYTES = 0
          export const PAGES = { memoryMs: 0, freshMs: 600_000, staleMs: 600_000 }`
        onLoad({ filter: /app\/edge\/keeping\.ts$/ }, () => ({ contents, loader: 'ts' }))
      },
    },
  ])
  return outfile
}

/** What a visitor without a session asks for most, from the isolate and from the Cache API. */
export function pageOperations({ products, categories }: World): Operation[] {
  const read = (name: string, paths: string[], worker: 'storefront' | 'forgetful'): Operation => ({
    name,
    worker,
    repeat: true,
    // What is measured is a page that is kept; making it is what the API's operations stand for.
    askFirst: true,
    requests: paths.map((path) => ({ method: 'GET', path })),
  })
  const pages = {
    'home page': ['/'],
    'list pages': ['/c/all', ...categories.slice(0, 9).map(({ slug }) => `/c/${slug}`)],
    'product pages': products.slice(0, 10).map(({ slug }) => `/p/${slug}`),
  }
  return Object.entries(pages).flatMap(([name, paths]) => [
    read(`${name}, isolate memory`, paths, 'storefront'),
    read(`${name}, Cache API`, paths, 'forgetful'),
  ])
}
