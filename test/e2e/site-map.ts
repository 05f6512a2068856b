import routes from '../../app/routes.ts'

/** What stands in an address where a route has a parameter. */
export type Samples = {
  category: string
  product: string
  shop: string
  order: string
  group: string
  address: string
  room: string
}

type Entry = { path?: string; index?: boolean; file?: string; children?: readonly Entry[] }

/**
 * Every page of app/routes.ts in both languages, as a page and as Remix's data. A route with a
 * parameter that has no sample here throws: give it one.
 */
export function everyPage(samples: Samples): string[] {
  const paths = everyRoute().map((pattern) => fill(pattern, samples))
  return [...new Set(paths)].flatMap((path) => {
    const rest = path === '/' ? '' : path
    return [path, `/en${rest}`, `${path === '/' ? '/_root' : path}.data`, `/en${rest}.data`]
  })
}

/** Every path of app/routes.ts as it is written there: `/en?/c/:slug`. */
export const everyRoute = (): string[] => patterns(routes, '')

function patterns(entries: readonly Entry[], above: string): string[] {
  return entries.flatMap(({ path, index, file, children }) => {
    const here = path === undefined ? above : `${above}/${path}`
    const below = children === undefined ? [] : patterns(children, here)
    const page = index === true || (path !== undefined && file !== undefined && !children)
    return page ? [here, ...below] : below
  })
}

function fill(pattern: string, samples: Samples): string {
  const { category, product, shop, order, group, address, room } = samples
  const known: Record<string, string> = {
    'c/:slug': `c/${category}`,
    'p/:slug': `p/${product}`,
    's/:slug': `s/${shop}`,
    'addresses/:id': `addresses/${address}`,
    'messages/:roomId': `messages/${room}`,
    'orders/:id': `orders/${order}`,
    'order-groups/:id': `order-groups/${group}`,
    'pay/:orderGroupId': `pay/${group}`,
    'pictures/:pictureId': 'pictures/pic_of_somebody',
  }
  let path = pattern.replace(/\/en\?/, '').replace('*', 'nowhere/at/all')
  for (const [route, sample] of Object.entries(known)) path = path.replace(route, sample)
  if (path.includes(':')) throw new Error(`${pattern} has a parameter without a sample`)
  return path === '' ? '/' : path
}

/** Every GET of the OpenAPI document. One with a parameter that has no sample here throws. */
export async function everyRead(api: string, samples: Samples): Promise<string[]> {
  const answer = await fetch(`${api}/api/openapi.json`)
  const { paths } = (await answer.json()) as { paths: Record<string, object> }
  const known: Record<string, string> = {
    'products/{slug}': `products/${samples.product}`,
    'shops/{slug}': `shops/${samples.shop}`,
    'orders/{id}': `orders/${samples.order}`,
    'order-groups/{id}': `order-groups/${samples.group}`,
    'shops/{shopId}': 'shops/shp_of_somebody',
    'rooms/{id}': `rooms/${samples.room}`,
    '{channel}': `order-group:${samples.group}`,
  }
  const reads = Object.entries(paths).filter(([, methods]) => 'get' in methods)
  return reads.map(([pattern]) => {
    let path = pattern
    for (const [part, sample] of Object.entries(known)) path = path.replace(part, sample)
    if (path.includes('{')) throw new Error(`${pattern} has a parameter without a sample`)
    return path
  })
}
