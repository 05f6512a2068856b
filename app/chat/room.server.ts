import { data, redirect } from '@remix-run/cloudflare'
import type { Storefront } from '../load-context.ts'
import { settle } from '../problem.server.ts'
import type { ReportRoom, Room, SayInput } from '../shapes.ts'
import { PAGE } from './talk.ts'

/** A talk with its newest messages, or with those before a number. */
export async function readRoom({ api }: Storefront, request: Request, roomId: string) {
  const { searchParams } = new URL(request.url)
  const before = /^\d{1,12}$/.exec(searchParams.get('before') ?? '')?.[0]
  const [room, page] = await Promise.all([
    api.chat.room(roomId),
    api.chat.messages(roomId, {
      limit: String(PAGE),
      ...(before === undefined ? {} : { before }),
    }),
  ])
  const isPast = before !== undefined && (page.items.at(-1)?.seq ?? 0) < page.newestSeq
  // Whoever opens the page has it before their eyes; a page that is only fetched ahead has nobody.
  const isNew = page.newestSeq > room.read[room.side]
  const isRead = isNew && !isPast && request.headers.get('sec-purpose') === null
  const [about] = await Promise.all([
    aboutOf(api, room.side === 'shopper' ? room.shop.id : null, searchParams),
    isRead ? api.chat.read(roomId, page.newestSeq).catch(() => undefined) : undefined,
  ])
  return {
    room,
    messages: page.items,
    isPast,
    about,
    isReported: searchParams.has('reported'),
    clientId: crypto.randomUUID() as string,
    now: Date.now(),
  }
}

export type RoomData = Awaited<ReturnType<typeof readRoom>>

// A card that cannot be had is not sent; the words still can be.
async function aboutOf(api: Storefront['api'], shopId: string | null, asked: URLSearchParams) {
  const productId = asked.get('product')
  const orderId = asked.get('order')
  if (shopId === null || (productId === null && orderId === null)) return null
  const about =
    productId === null
      ? ({ type: 'order', orderId: orderId ?? '' } as const)
      : ({ type: 'product', productId } as const)
  const opened = await settle(api.chat.open({ shopId, about }))
  return opened.ok ? opened.value.about : null
}

/** What a page's forms do in a room. `back` is where the talk goes on. */
export async function actInRoom({ api }: Storefront, form: FormData, roomId: string, back: string) {
  const act = form.get('act')
  if (act === 'block') {
    const done = await settle(api.chat.block(roomId, form.get('blocked') === 'true'))
    // Answered here: a room that is read at once may still be told as it was.
    if (done.ok) return data<RoomAnswer>({ ...NOTHING, blocked: done.value.blocked })
    return refusal(done.problem)
  }
  if (act === 'report') {
    const done = await settle(api.chat.report(roomId, reportOf(form)))
    if (done.ok) throw redirect(`${back}${back.includes('?') ? '&' : '?'}reported=1`)
    return refusal(done.problem)
  }
  const text = String(form.get('text') ?? '').trim()
  const clientId = String(form.get('clientId') ?? '')
  const card = cardOf(form, clientId)
  if (card !== null) await settle(api.chat.say(roomId, card))
  if (text === '') throw redirect(back)
  const said = await settle(api.chat.say(roomId, { type: 'text', clientId, text }))
  if (said.ok) throw redirect(back)
  return refusal(said.problem, { text, clientId })
}

export type RoomAnswer = {
  problem: string | null
  /** What was not sent, with the id it is sent under once it is mended. */
  text: string
  clientId: string
  /** Which side hears no more, after that was changed. */
  blocked: Room['blocked'] | null
}

const NOTHING: RoomAnswer = { problem: null, text: '', clientId: '', blocked: null }

function refusal(
  { code, status }: { code: string; status: number },
  said: Partial<RoomAnswer> = {},
) {
  return data<RoomAnswer>({ ...NOTHING, problem: code, ...said }, { status })
}

function reportOf(form: FormData): ReportRoom {
  const note = String(form.get('note') ?? '').trim()
  // The API says which reasons there are; what a form sends beside them it refuses.
  const reason = String(form.get('reason') ?? '') as ReportRoom['reason']
  return { reason, ...(note === '' ? {} : { note }) }
}

function cardOf(form: FormData, clientId: string): SayInput | null {
  const productId = form.get('productId')
  const orderId = form.get('orderId')
  if (typeof productId === 'string') {
    return { type: 'product', clientId: `${clientId}-card`, productId }
  }
  if (typeof orderId === 'string') return { type: 'order', clientId: `${clientId}-card`, orderId }
  return null
}
