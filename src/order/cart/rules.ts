import type { Locale } from '#src/config/http-env.ts'
import type { Offer } from '#src/product/index.ts'
import type { AddLine, CartLine, LineProblem } from './schema.ts'

/** Most that one line may hold. */
export const MAX_QUANTITY = 99
/** Most lines a cart may hold; also what one query can ask offers for. */
export const MAX_LINES = 90

export type StoredLine = {
  id: string
  variantId: string
  quantity: number
  seenPriceSatang: number
  addedAt: Date
}

/** Oldest first, as they were put in. */
export const inOrder = (a: StoredLine, b: StoredLine): number =>
  a.addedAt.getTime() - b.addedAt.getTime() || (a.id < b.id ? -1 : 1)

/** A variant as it is put in: now, or when it says that it was, never later than now. */
export function putIn(
  { variantId, quantity, addedAt }: AddLine,
  seenPriceSatang: number,
  now: Date,
): Omit<StoredLine, 'id'> {
  const said = addedAt === undefined ? Number.NaN : Date.parse(addedAt)
  const at = said < now.getTime() && said >= 0 ? new Date(said) : now
  return { variantId, quantity, seenPriceSatang, addedAt: at }
}

/** The lines of a cart with one that was put in, on top of what there was of it. */
export function withAdded(lines: readonly StoredLine[], added: StoredLine): StoredLine[] {
  const { id, quantity, seenPriceSatang } = added
  if (!lines.some((line) => line.id === id)) return [...lines, added].sort(inOrder)
  return lines.map((line) =>
    line.id === id ? { ...line, quantity: line.quantity + quantity, seenPriceSatang } : line,
  )
}

type Offered = Pick<Offer, 'onSale' | 'available' | 'priceSatang' | 'flash'>

/** The flash price that an offer has at `at`: from the slot's first moment until just before its end. */
export function flashAt({ flash }: Pick<Offer, 'flash'>, at: Date): Offer['flash'] {
  const on = flash !== null && flash.startsAt <= at && at < flash.endsAt
  return on ? flash : null
}

/**
 * The flash price of a line: of all of it or of none. A line is one price and comes from one stock, so
 * that one of more than the buyer may have costs the ordinary price, and says `flash_beyond`.
 */
export function flashOf(quantity: number, offer: Offered, at: Date): Offer['flash'] {
  const flash = flashAt(offer, at)
  return flash !== null && quantity <= flash.most ? flash : null
}

/** What one of a line costs now. */
export const unitPriceOf = (quantity: number, offer: Offered, at: Date): number =>
  Math.min(flashOf(quantity, offer, at)?.priceSatang ?? offer.priceSatang, offer.priceSatang)

/** How many a line may have: of the ordinary stock, or of the campaign's. */
export const availableOf = (offer: Offered, at: Date): number =>
  Math.max(offer.available, flashAt(offer, at)?.most ?? 0)

/** What stands between a line and an order, and what moved since it was put in. */
export function lineProblems(
  line: Pick<StoredLine, 'quantity' | 'seenPriceSatang'>,
  offer: Offered | undefined,
  at: Date,
): LineProblem[] {
  if (offer === undefined || !offer.onSale) return ['unavailable']
  const problems: LineProblem[] = []
  const available = availableOf(offer, at)
  if (available === 0) problems.push('out_of_stock')
  else if (available < line.quantity) problems.push('not_enough_stock')
  const flash = flashAt(offer, at)
  if (flash !== null && flash.most > 0 && line.quantity > flash.most) problems.push('flash_beyond')
  const unitPriceSatang = unitPriceOf(line.quantity, offer, at)
  if (unitPriceSatang > line.seenPriceSatang) problems.push('price_up')
  if (unitPriceSatang < line.seenPriceSatang) problems.push('price_down')
  return problems
}

const BLOCKING: readonly LineProblem[] = ['unavailable', 'out_of_stock', 'not_enough_stock']

/** A moved price is shown but does not stand in the way: the cart shows the new one. */
export const blocks = (problem: LineProblem): boolean => BLOCKING.includes(problem)

/**
 * The account's cart with a guest's poured in: same variants add up to at most 99, others join in
 * the order they were added while there is room.
 */
export function mergeLines(own: readonly StoredLine[], guest: readonly StoredLine[]): StoredLine[] {
  const merged = new Map(own.map((line) => [line.variantId, line]))
  for (const line of guest) {
    const known = merged.get(line.variantId)
    if (known !== undefined) {
      const quantity = Math.min(MAX_QUANTITY, known.quantity + line.quantity)
      merged.set(line.variantId, { ...known, quantity })
    } else if (merged.size < MAX_LINES) {
      merged.set(line.variantId, line)
    }
  }
  return [...merged.values()]
}

/** A line as its shopper sees it, by its offer as it stands at `at`. */
export function lineView(
  line: StoredLine,
  offer: Offer | undefined,
  at: Date,
  { locale, fileUrl }: { locale: Locale; fileUrl: (key: string) => string },
): CartLine {
  const listPriceSatang = offer?.priceSatang ?? line.seenPriceSatang
  const unitPriceSatang =
    offer === undefined ? listPriceSatang : unitPriceOf(line.quantity, offer, at)
  const flash = offer === undefined ? null : flashAt(offer, at)
  return {
    id: line.id,
    variantId: line.variantId,
    productSlug: offer?.productSlug ?? '',
    title: (locale === 'en' ? offer?.titleEn : offer?.titleTh) ?? '',
    options: (offer?.options ?? []).map((option) => ({
      name: option.name[locale],
      value: option.value[locale],
    })),
    imageUrl: offer?.imageKey == null ? null : fileUrl(offer.imageKey),
    quantity: line.quantity,
    unitPriceSatang,
    listPriceSatang,
    flash:
      flash === null
        ? null
        : {
            priceSatang: flash.priceSatang,
            endsAt: flash.endsAt.toISOString(),
            most: flash.most,
          },
    seenPriceSatang: line.seenPriceSatang,
    lineTotalSatang: unitPriceSatang * line.quantity,
    available: offer === undefined ? 0 : availableOf(offer, at),
    addedAt: line.addedAt.toISOString(),
    problems: lineProblems(line, offer, at),
  }
}
