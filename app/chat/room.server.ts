import { data, redirect } from '@remix-run/cloudflare'
import type { Storefront } from '../load-context.ts'
import { settle } from '../problem.server.ts'
import type { MessagePage, OpenedRoom, ReportRoom, Room, SayInput } from '../shapes.ts'
import { PAGE } from './talk.ts'

/** A talk with its newest messages, or with those before a number. */
export async function readRoom({ api }: Storefront, request: Request, roomId: string) {
  const { searchParams } = new URL(request.url)
  const at = (name: string) => /^\d{1,12}$/.exec(searchParams.get(name) ?? '')?.[0]
  const [before, after] = [at('before'), at('after')]
  const from = before !== undefined ? { before } : after !== undefined ? { after } : {}
  const [room, page] = await Promise.all([
    api.chat.room(roomId),
    api.chat.messages(roomId, { limit: String(PAGE), ...from }),
  ])
  const isPast = 'before' in from || 'after' in from ? isBefore(page) : false
  // Whoever opens the page has it before their eyes; a page that is only fetched ahead has nobody.
  const isNew = page.newestSeq > room.read[room.side]
  const isRead = isNew && !isPast && request.headers.get('sec-purpose') === null
  const [about] = await Promise.all([
    aboutOf(api, room, searchParams),
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

const isBefore = ({ items, newestSeq }: MessagePage): boolean =>
  (items.at(-1)?.seq ?? 0) < newestSeq

export type RoomData = Awaited<ReturnType<typeof readRoom>>

// A card that cannot be had is not sent; the words still can be.
async function aboutOf(api: Storefront['api'], { side, shop }: Room, asked: URLSearchParams) {
  const productId = asked.get('product')
  const orderId = asked.get('order')
  if (productId === null && orderId === null) return null
  if (side === 'shop') return productId === null ? null : await goodOf(api, shop, productId)
  const shopId = shop.id
  const about =
    productId === null
      ? ({ type: 'order', orderId: orderId ?? '' } as const)
      : ({ type: 'product', productId } as const)
  const opened = await settle(api.chat.open({ shopId, about }))
  return opened.ok ? opened.value.about : null
}

/** Of a shop's own newest goods: what its staff show to a customer. */
async function goodOf(
  api: Storefront['api'],
  shop: Room['shop'],
  id: string,
): Promise<OpenedRoom['about']> {
  const good = (await goodsOf(api, shop)).find((one) => one.id === id)
  if (good === undefined) return null
  const { slug, title, priceSatang, imageUrl } = good
  return { type: 'product', productId: id, slug, title, priceSatang, imageUrl: imageUrl ?? null }
}

const SHOWN_GOODS = '12'

/** What there is to show of a shop; none where that cannot be had. */
export const goodsOf = async (api: Storefront['api'], { slug }: Room['shop']) =>
  await api.products.list({ shop: slug, limit: SHOWN_GOODS }).then(
    ({ items }) => items,
    () => [],
  )

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
  if (act === 'remove') {
    const done = await settle(api.chat.remove(roomId, String(form.get('seq') ?? '')))
    if (done.ok) throw redirect(back)
    return refusal(done.problem)
  }
  const written = String(form.get('text') ?? '').trim()
  // A button of a text that is often said, pressed where no script puts it into the field.
  const text = written === '' ? String(form.get('quick') ?? '').trim() : written
  const clientId = String(form.get('clientId') ?? '')
  const card = cardOf(form, clientId)
  if (card !== null) await settle(api.chat.say(roomId, card))
  const picture = form.get('picture')
  if (picture instanceof File && picture.size > 0) {
    const sent = await settle(sendPicture(api, roomId, picture, clientId))
    // The words go with what they are about: they wait in the field.
    if (!sent.ok) return refusal(sent.problem, { text, clientId })
  }
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
  const seq = Number(form.get('seq') ?? 0)
  return { reason, ...(note === '' ? {} : { note }), ...(seq > 0 ? { seq } : {}) }
}

async function sendPicture(
  api: Storefront['api'],
  roomId: string,
  picture: File,
  clientId: string,
) {
  const key = await api.uploads.bring(picture)
  await api.chat.say(roomId, { type: 'picture', clientId: `${clientId}-picture`, key })
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
