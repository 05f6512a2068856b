import { type LoaderFunctionArgs, redirect } from '@remix-run/cloudflare'
import { accountOf } from '../door.server.ts'
import { localePath } from '../locale.ts'

/**
 * The way from a thing, an order or a shop into the talk with its shop. There is one room for the two
 * of them, so that opening it twice is opening it once, and a link may do it.
 */
export async function loader({ context, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { searchParams } = new URL(request.url)
  const room = await context.api.chat.open({ shopId: searchParams.get('shop') ?? '' })
  const about = new URLSearchParams()
  for (const name of ['product', 'order']) {
    const id = searchParams.get(name)
    if (id !== null) about.set(name, id)
  }
  const to = localePath(context.locale, `/messages/${room.id}`)
  throw redirect(about.size === 0 ? to : `${to}?${about}`)
}

/** Never seen: it is here so that what goes wrong is told inside the market's frame. */
export default function NewMessage() {
  return null
}
