/** What the API answers, as far as a journey looks at it. */
export type Listed = { id: string; slug: string; reviewCount: number; shop: { slug: string } }

/** The JSON at an address, taken at its word: what these tests read is in the API's own tests. */
export async function readJson<Body>(address: string, headers: HeadersInit = {}): Promise<Body> {
  return (await (await fetch(address, { headers })).json()) as Body
}

/** A product of the market that is on sale, with its shop. */
export async function anyProduct(api: string): Promise<Listed> {
  const { items } = await readJson<{ items: Listed[] }>(`${api}/api/products?limit=1`)
  const [product] = items
  if (product === undefined) throw new RangeError('the market is empty')
  return product
}
