import { MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import type { Services } from '#src/compose.ts'
import type { Step, World } from '../world.ts'

const LASTS = [10 * MINUTE_MS, 40 * MINUTE_MS, 90 * MINUTE_MS, 180 * MINUTE_MS]
const PRESSED = 3

type Sales = ReturnType<Services['product']>['flashSales']

/** An operator plans a slot with a thing or two in it, and mostly it begins before anything else. */
export const planSale: Step = {
  name: 'plan sale',
  weight: 1,
  async run(world) {
    const { random, clock, variants, model } = world
    const startsAtMs = clock.nowMs + random.between(30, 120) * SECOND_MS
    const endsAtMs = startsAtMs + random.pick(LASTS)
    const slot = {
      title: { th: 'ลดด่วน', en: 'Flash sale' },
      startsAt: new Date(startsAtMs).toISOString(),
      endsAt: new Date(endsAtMs).toISOString(),
    }
    const sale = await press(world, async (sales) => await sales.create(slot))
    if (sale === undefined) return
    for (const { id, priceSatang, stock } of variants.filter(() => random.chance(0.5))) {
      const item = {
        variantId: id,
        priceSatang: Math.round(priceSatang / 2),
        quota: random.between(1, Math.min(3, stock)),
        perBuyer: random.between(1, 2),
      }
      const added = await press(world, async (sales) => await sales.addItem(sale.id, item))
      if (added !== undefined) model.campaigns.set(added.id, { ...added, endsAtMs })
    }
    if (random.chance(0.8)) clock.nowMs = Math.max(clock.nowMs, startsAtMs)
  },
}

/** Who hears nothing presses again: neither a slot nor an item needs a key. */
async function press<Answer>(
  { call }: World,
  act: (sales: Sales) => Promise<Answer>,
): Promise<Answer | undefined> {
  for (let time = 1; time <= PRESSED; time += 1) {
    const outcome = await call('plan', null, async (services) => {
      return await act(services.product().flashSales)
    })
    if (outcome.kind === 'answer') return outcome.value
    if (outcome.kind === 'refused') return undefined
  }
  return undefined
}
