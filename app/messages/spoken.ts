import type { ServerBuild } from '@remix-run/cloudflare'
import type { Locale } from '../locale.ts'

/** The addresses of scripts that differ by language, in Thai: `/assets/x.js`. */
export type SpokenFiles = readonly string[]

export const ENGLISH_FOLDER = '/assets/en/'

type Assets = ServerBuild['assets']

/**
 * The build as a page in English names its files. Its version is another one, so that a document and
 * what it asks for later agree on the language.
 */
export function inEnglish(build: ServerBuild, spoken: SpokenFiles): ServerBuild {
  const files = new Set(spoken)
  const own = (file: string) =>
    files.has(file) ? file.replace(/^\/assets\//, ENGLISH_FOLDER) : file
  const { entry, routes, version } = build.assets
  const assets: Assets = {
    ...build.assets,
    version: `${version}${ENGLISH}`,
    entry: { ...entry, module: own(entry.module), imports: entry.imports.map(own) },
    routes: Object.fromEntries(
      Object.entries(routes).map(([id, route]) => [
        id,
        { ...route, module: own(route.module), imports: (route.imports ?? []).map(own) },
      ]),
    ),
  }
  return { ...build, assets }
}

const ENGLISH = '-en'

/** The language of the document that asks for the files of further routes; null for any other visit. */
export function manifestLocale({ pathname, searchParams }: URL): Locale | null {
  if (pathname !== '/__manifest') return null
  return (searchParams.get('version') ?? '').endsWith(ENGLISH) ? 'en' : 'th'
}
