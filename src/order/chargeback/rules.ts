import { allocate, sumSatang } from '#src/common/money.ts'

/** How an order stands to one chargeback: what of its money is left, and what it bears already. */
export type Bearer = {
  orderId: string
  /** Captured, and neither given back nor taken back. */
  leftSatang: number
  bornSatang: number
}

/** What a movement changes: by order, and what no order can bear. All of it sums to the movement. */
export type Spread = { byOrder: { orderId: string; amountSatang: number }[]; unborneSatang: number }

/**
 * What the bank took, over the orders that the charge paid, by what is left of each; no order bears
 * more than that. What goes beyond was given back before: the market has lost it.
 */
export function taken(amountSatang: number, bearers: readonly Bearer[]): Spread {
  const lefts = bearers.map(({ leftSatang }) => leftSatang)
  const borne = Math.min(amountSatang, sumSatang(lefts))
  return spread(bearers, borne === 0 ? lefts.map(() => 0) : allocate(borne, lefts), {
    unborneSatang: amountSatang - borne,
  })
}

/** What the bank gave back, to whoever bore it. @throws RangeError for more than was taken */
export function restored(
  amountSatang: number,
  bearers: readonly Bearer[],
  unborneSatang: number,
): Spread {
  const born = [...bearers.map(({ bornSatang }) => bornSatang), unborneSatang]
  if (amountSatang > sumSatang(born)) throw new RangeError('more was given back than was taken')
  const parts = amountSatang === 0 ? born.map(() => 0) : allocate(amountSatang, born)
  return spread(bearers, parts, { unborneSatang: parts.at(-1) ?? 0 })
}

const spread = (
  bearers: readonly Bearer[],
  parts: readonly number[],
  rest: { unborneSatang: number },
): Spread => ({
  byOrder: bearers
    .map(({ orderId }, n) => ({ orderId, amountSatang: parts[n] ?? 0 }))
    .filter(({ amountSatang }) => amountSatang > 0),
  ...rest,
})
