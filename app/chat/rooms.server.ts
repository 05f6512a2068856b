import type { Storefront } from '../load-context.ts'

const ROOMS = '24'

/** A page of talks, or of messages that hold the words one looks for: a shop's, or one's own. */
export async function readRooms({ api }: Storefront, request: Request, shopId: string | null) {
  const { searchParams } = new URL(request.url)
  const words = (searchParams.get('q') ?? '').trim().slice(0, 60)
  const cursor = searchParams.get('cursor') ?? undefined
  const { chat } = api
  if (words !== '') {
    const query = { q: words, limit: ROOMS }
    const found = shopId === null ? chat.find(query) : chat.ofShop.find(shopId, query)
    return { words, found: (await found).items, rooms: null, now: Date.now() }
  }
  const query = { cursor, limit: ROOMS }
  const rooms = shopId === null ? chat.rooms(query) : chat.ofShop.rooms(shopId, query)
  return { words, found: null, rooms: await rooms, now: Date.now() }
}

export type RoomsData = Awaited<ReturnType<typeof readRooms>>
