import { jsonInMarkup } from './markup.ts'

export type Thing = { '@type': string; [name: string]: unknown }

/**
 * What the page says, for machines: one graph of schema.org things. It is data and runs nothing, so
 * the content security policy does not ask it for a nonce.
 */
export function JsonLd({ things }: { things: Thing[] }) {
  if (things.length === 0) return null
  const graph = jsonInMarkup({ '@context': 'https://schema.org', '@graph': things })
  // React does not escape what a script holds; jsonInMarkup does.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: graph }} />
}
