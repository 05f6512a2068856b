/** The queue's messages of a shelf that is filled again, and of one that runs low; by its variant. */
export const STOCK_BACK = 'stock.back'
export const STOCK_LOW = 'stock.low'

/** What a shop that said nothing calls little, and the most that one may. */
export const USUAL_LOW_AT = 5
export const MOST_LOW_AT = 1000

/**
 * How many of one variant an order wants. With a `flashItemId` they are taken from the stock that was
 * carved out for a flash sale, which is reserved already.
 */
export type Demand = { variantId: string; quantity: number; flashItemId?: string | null }

/**
 * Sums demand per variant, in a fixed order: two lines of one variant are checked as one, and
 * concurrent writers lock levels in the same order (S3).
 */
export function sumDemand(lines: readonly Demand[]): Demand[] {
  const sums = new Map<string, Demand>()
  for (const { variantId, quantity, flashItemId } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0) {
      throw new RangeError(`demand must be a positive integer: ${quantity}`)
    }
    const known = sums.get(variantId)
    const campaign = flashItemId == null ? {} : { flashItemId }
    if (known !== undefined && known.flashItemId !== campaign.flashItemId) {
      throw new RangeError('one variant from two stocks')
    }
    sums.set(variantId, { variantId, quantity: (known?.quantity ?? 0) + quantity, ...campaign })
  }
  return [...sums.values()].sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
}

/**
 * Why a level moves. What is carved out for a campaign stays on hand and is reserved: `campaign_out`
 * takes it off what is available, `campaign_back` gives back what is left, `campaign_taken` goes along
 * with an order's hold of it and `campaign_returned` with the release of such a hold.
 */
export type Reason =
  | 'held'
  | 'released'
  | 'sold'
  | 'restocked'
  | 'campaign_out'
  | 'campaign_back'
  | 'campaign_taken'
  | 'campaign_returned'

const EFFECTS: Record<Reason, readonly [onHand: -1 | 0 | 1, reserved: -1 | 0 | 1]> = {
  held: [0, 1],
  released: [0, -1],
  sold: [-1, -1],
  restocked: [1, 0],
  campaign_out: [0, 1],
  campaign_back: [0, -1],
  campaign_taken: [0, -1],
  campaign_returned: [0, 1],
}

/** What a movement does to a level. Level = Σ of these over all movements of a variant (S1). */
export function effectOf(reason: Reason, quantity: number) {
  const [onHand, reserved] = EFFECTS[reason]
  // Zero, and not minus zero: both are written as they are.
  return { onHandDelta: onHand * quantity || 0, reservedDelta: reserved * quantity || 0 }
}

/** The reasons of one move in order, for what is taken from ordinary stock or from a campaign's. */
export function reasonsOf(
  move: 'hold' | 'sell' | 'claim' | 'release',
  { flashItemId }: Pick<Demand, 'flashItemId'>,
): Reason[] {
  const campaign = flashItemId != null
  if (move === 'claim') return ['sold']
  if (move === 'release') return campaign ? ['released', 'campaign_returned'] : ['released']
  const taken: Reason[] = campaign ? ['campaign_taken', 'held'] : ['held']
  return move === 'sell' ? [...taken, 'sold'] : taken
}
