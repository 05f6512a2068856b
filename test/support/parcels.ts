import { createLog } from '#src/common/log.ts'
import { createGroupService } from '#src/order/group/service.ts'
import type { Actor } from '#src/order/rules.ts'
import type { Market } from './market.ts'

const STEPS = [
  ['accepted', 'seller', 'processed'],
  ['shipped', 'seller', 'shipped'],
  ['delivered', 'system', 'delivered'],
] as const satisfies readonly (readonly [string, Actor, string])[]

export type Stage = (typeof STEPS)[number][2]
type Part = { groupId: string; orderId: string }
type Home = Pick<Market, 'services' | 'clock'>

/** What shops and carriers do with an order that is to be sent, one step after the other, up to `stage`. */
export async function bring(market: Home, part: Part, stage: Stage): Promise<void> {
  const last = STEPS.findIndex(([, , status]) => status === stage)
  for (const [event, actor] of STEPS.slice(0, last + 1)) await step(market, part, event, actor)
}

/** One event of an order's life, by whoever it is said to be. */
export async function step(market: Home, part: Part, event: string, actor: Actor) {
  const services = market.services()
  const groups = createGroupService({
    database: services.database(),
    clock: market.clock,
    log: createLog({}, () => undefined),
    inventory: services.product().inventory,
    flashStock: services.product().flashStock,
    vouchers: services.order().vouchers,
    publish: async () => undefined,
    relay: async () => undefined,
    relaySaved: async () => undefined,
    defer: () => undefined,
  })
  try {
    const found = await groups.load(part.groupId)
    if (found === undefined) throw new RangeError('no such group')
    await groups.advance(found, part.orderId, event, actor)
  } finally {
    await services.close()
  }
}
