import { Problem, wrongField } from '#src/common/problem.ts'

export const CARRIERS = ['thailand_post', 'flash', 'kex', 'jt', 'spx', 'other'] as const
export type Carrier = (typeof CARRIERS)[number]

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

/** A number as carriers read it: capitals and digits, without the blanks and hyphens of a label. */
export const plainNumber = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '')

/**
 * Whether this is a number of Thailand Post's: the Universal Postal Union's S10, two letters, eight
 * digits, their check digit, TH. Source: UPU S10-12; weights 8 6 4 2 3 5 9 7, modulo 11.
 */
export function isThailandPost(number: string): boolean {
  const [, serial, check] = /^[A-Z]{2}(\d{8})(\d)TH$/.exec(number) ?? []
  return serial !== undefined && Number(check) === checkDigit(serial)
}

/** The check digit of eight digits by S10: 11 less the remainder, where 10 is written 0 and 11 is 5. */
export function checkDigit(serial: string): number {
  const sum = [...serial].reduce((all, digit, n) => all + Number(digit) * (S10_WEIGHTS[n] ?? 0), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}

/**
 * Whose number this looks like, as a suggestion; carriers publish no rule but Thailand Post's, and
 * change their forms as they like. Null when it could be anybody's.
 */
export function guessCarrier(number: string): Carrier | null {
  if (/^[A-Z]{2}\d{9}TH$/.test(number)) return 'thailand_post'
  if (number.startsWith('SPX')) return 'spx'
  // Both Flash's and some of SPX's start so; Flash's go on for longer.
  if (/^TH\d{2}[A-Z0-9]{8,14}$/.test(number)) return 'flash'
  if (/^(?:SHP|KER|KEX)[A-Z0-9]{8,12}$/.test(number)) return 'kex'
  if (/^\d{12}$/.test(number)) return 'jt'
  return null
}

type Label = { carrier?: Carrier | undefined; trackingNumber: string }

/**
 * The carrier and number of a parcel as they are kept. Only Thailand Post's number can be checked, and
 * a wrong one is a slip of the pen that its buyer would follow into nothing.
 * @throws Problem `validation_failed`
 */
export function labelOf({ carrier, trackingNumber }: Label) {
  const number = plainNumber(trackingNumber)
  const by = carrier ?? guessCarrier(number) ?? 'other'
  if (by === 'thailand_post' && !isThailandPost(number)) {
    throw wrongField('trackingNumber', 'not_a_tracking_number')
  }
  return { carrier: by, trackingNumber: number }
}

const PAGES: Partial<Record<Carrier, string>> = {
  thailand_post: 'https://track.thailandpost.co.th/?trackNumber=',
  flash: 'https://www.flashexpress.co.th/fle/tracking?se=',
  kex: 'https://th.kex-express.com/th/track/?track=',
}

/** Where a buyer can follow a parcel, of carriers whose page takes a number in its address; else null. */
export function trackingLink(carrier: Carrier, trackingNumber: string): string | null {
  const page = PAGES[carrier]
  return page === undefined ? null : page + encodeURIComponent(trackingNumber)
}

type Pieces = { quantity: number; sentQuantity: number; refundedQuantity: number }
type Line = Pieces & { id: string }
export type Packed = { lineId: string; quantity: number }

/**
 * How many pieces of a line are still to be sent. What goes back to the buyer is taken off what is not
 * sent yet, as long as there is any; the rest of it is of pieces that left the shop before.
 */
export const leftToSend = ({ quantity, sentQuantity, refundedQuantity }: Pieces): number =>
  Math.max(0, quantity - sentQuantity - refundedQuantity)

/**
 * What goes into a parcel of an order, each line once; all that is left when nothing is named. `whole`
 * when nothing is left to send after it.
 * @throws Problem `not_found` for a line of no such order, `more_than_ordered` with what is left
 */
export function packParcel(lines: readonly Line[], wanted?: readonly Packed[]) {
  const left = new Map(lines.map((line) => [line.id, leftToSend(line)]))
  const packed = new Map<string, number>()
  for (const { lineId, quantity } of wanted ?? everything(left)) {
    if (!left.has(lineId)) throw new Problem('not_found')
    packed.set(lineId, (packed.get(lineId) ?? 0) + quantity)
  }
  const tooMuch = [...packed].some(([lineId, quantity]) => quantity > (left.get(lineId) ?? 0))
  if (tooMuch || packed.size === 0) {
    const extra = { lines: [...left].map(([lineId, open]) => ({ lineId, left: open })) }
    throw new Problem('more_than_ordered', { extra })
  }
  return {
    packed: [...packed].map(([lineId, quantity]) => ({ lineId, quantity })),
    whole: [...left].every(([lineId, open]) => open === (packed.get(lineId) ?? 0)),
  }
}

const everything = (left: ReadonlyMap<string, number>): Packed[] =>
  [...left].filter(([, open]) => open > 0).map(([lineId, quantity]) => ({ lineId, quantity }))

/** Whether anything of an order has left its shop: from then on it is not cancelled but returned. */
export const isPartlySent = (lines: readonly { sentQuantity: number }[]): boolean =>
  lines.some(({ sentQuantity }) => sentQuantity > 0)
