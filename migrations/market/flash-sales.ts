import { DAY_MS, HOUR_MS } from '../../src/common/clock.ts'
import { seededId } from './ids.ts'
import { randomOf } from './random.ts'
import type { FlashSale, Product, Text } from './types.ts'

const BANGKOK_MS = 7 * HOUR_MS
const ROUND_MS = 6 * HOUR_MS
/** Two weeks of slots, so that a market that was left running still has one. */
const ROUNDS = 56
const PER_ROUND = 8
/** A first slot that would end sooner goes on through the next round. */
const SHORTEST_MS = 2 * HOUR_MS
/** Of what stands on the shelf, at most that share is carved out for all slots together. */
const MOST_CARVED = 0.4

const NAMES: readonly Text[] = [
  { th: 'ลดด่วนรอบดึก', en: 'Late-night flash sale' },
  { th: 'ลดด่วนรอบเช้า', en: 'Morning flash sale' },
  { th: 'ลดด่วนรอบเที่ยง', en: 'Noon flash sale' },
  { th: 'ลดด่วนรอบค่ำ', en: 'Evening flash sale' },
]

/** Slots one after the other, four a day by Bangkok's clock; the first runs already at `now`. */
export function flashSalesOf(products: readonly Product[], seed: string, now: Date): FlashSale[] {
  const round = Math.floor((now.getTime() + BANGKOK_MS) / ROUND_MS)
  const startOf = (n: number) => (round + n) * ROUND_MS - BANGKOK_MS
  const long = startOf(1) - now.getTime() < SHORTEST_MS
  const goods = candidatesOf(products, seed)
  return Array.from({ length: ROUNDS }, (_, n): FlashSale => {
    const first = n === 0
    const startsMs = startOf(first ? 0 : n + Number(long))
    const endsMs = startOf(first ? 1 + Number(long) : n + Number(long) + 1)
    const name = NAMES[Math.floor(((startsMs + BANGKOK_MS) % DAY_MS) / ROUND_MS)]
    const key = `${seed}/${n}`
    return {
      id: seededId('fls', key),
      title: name ?? { th: 'ลดด่วน', en: 'Flash sale' },
      startsAt: new Date(startsMs),
      endsAt: new Date(endsMs),
      items: goodsOf(goods, n, key),
    }
  })
}

type Good = { product: Product; variant: Product['variants'][number]; room: number; most: number }

// What costs the least of a product, so that its card says the price that falls.
function candidatesOf(products: readonly Product[], seed: string): Good[] {
  const found = products.flatMap((product): Good[] => {
    const variant = product.variants.find((one) => one.priceSatang === product.priceSatang)
    if (variant === undefined || product.compareAtSatang !== null) return []
    if (variant.stock < 20 || variant.priceSatang < 6000) return []
    const room = Math.floor(variant.stock * MOST_CARVED)
    return [{ product, variant, room, most: Math.min(12, Math.max(4, Math.floor(room / 4))) }]
  })
  return randomOf(`${seed}/flash`).shuffled(found)
}

function goodsOf(goods: Good[], n: number, key: string): FlashSale['items'] {
  if (goods.length === 0) return []
  const random = randomOf(`${key}/flash`)
  const turn = Array.from({ length: Math.min(PER_ROUND, goods.length) }, (_, index) => {
    return goods[(n * PER_ROUND + index) % goods.length]
  })
  return turn.flatMap((good, position) => {
    if (good === undefined || good.room < 4) return []
    const quota = Math.min(good.room, good.most)
    good.room -= quota
    const { product, variant } = good
    const listPriceSatang = variant.priceSatang
    const baht = Math.floor((listPriceSatang * (100 - random.between(12, 40))) / 10_000)
    return [
      {
        id: seededId('fli', `${key}/${position}`),
        productId: product.id,
        variantId: variant.id,
        priceSatang: baht * 100,
        listPriceSatang,
        quota,
        perBuyer: 2,
        position,
      },
    ]
  })
}
