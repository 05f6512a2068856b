import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

export type Miniflare = {
  ready: Promise<URL>
  dispatchFetch(url: string, init?: RequestInit): Promise<Response>
  /** Takes an object out of memory; its sockets hibernate, or are cut as a deploy cuts them. */
  unsafeEvictDurableObject(
    worker: string,
    className: string,
    options: { name: string; webSockets: 'hibernate' | 'close' },
  ): Promise<void>
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
