import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

export type Miniflare = {
  ready: Promise<URL>
  dispatchFetch(url: string, init?: RequestInit): Promise<Response>
  dispose(): Promise<void>
}

type MiniflareModule = {
  Miniflare: new (options: unknown) => Miniflare
  convertV4MiniflareOptions(options: unknown): unknown
}

/** The local runtime that wrangler brings, whichever folder npm put it in. */
export async function loadMiniflare(): Promise<MiniflareModule> {
  const require = createRequire(createRequire(import.meta.url).resolve('wrangler/package.json'))
  return (await import(pathToFileURL(require.resolve('miniflare')).href)) as MiniflareModule
}
