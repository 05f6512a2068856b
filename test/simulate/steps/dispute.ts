import type { Kept, KeptDispute } from '../seams/provider.ts'
import type { Step, World } from '../world.ts'

/** A payer's bank takes a charge back, or some of it, or goes on with what it began. */
export const dispute: Step = {
  name: 'dispute',
  weight: 5,
  async run(world) {
    const { random, provider, scheduler } = world
    const open = [...provider.disputes.values()].filter((one) => !isOver(one))
    if (open.length > 0 && random.chance(0.6)) return goOn(world, random.pick(open))
    const charge = anyPaid(world)
    if (charge === undefined) return
    const whole = charge.receivedSatang
    const opened = provider.dispute(charge, random.chance(0.6) ? whole : random.between(1, whole))
    scheduler.note(`bank: ${opened.providerRef} of ${charge.providerRef}`)
    // Banks take the money of cards at once, mostly.
    if (random.chance(0.7)) provider.withdraw(opened)
  },
}

/** One thing that a bank does next about a dispute. Its facts are told in whatever order hints come. */
export function goOn({ random, provider, scheduler }: World, of: KeptDispute): void {
  const taken = of.movements.length > 0
  scheduler.note(`bank: ${of.providerRef} ${of.status} ${of.movements.length}`)
  if (of.status === 'won') provider.reinstate(of)
  else if (!taken && random.chance(0.5)) provider.withdraw(of)
  else if (random.chance(0.4)) provider.close(of, 'lost')
  else provider.close(of, 'won')
}

/** Banks come to an end with all that they began. */
export const endDisputes: Step = {
  name: 'end disputes',
  weight: 0,
  async run(world) {
    for (const one of world.provider.disputes.values()) decide(world, one)
  },
}

/** The bank comes to an end with it. */
function decide(world: World, of: KeptDispute): void {
  for (let now: KeptDispute | undefined = of; now !== undefined && !isOver(now); ) {
    goOn(world, now)
    now = world.provider.disputes.get(now.providerRef)
  }
}

/** Nothing more happens to it: it is lost, or what was taken is back. */
export const isOver = ({ status, movements }: KeptDispute): boolean =>
  status === 'lost' || (status === 'won' && movements.length !== 1)

/** A charge that brought money; one is disputed once at a time. */
function anyPaid({ random, provider }: World): Kept | undefined {
  const disputed = new Set([...provider.disputes.values()].map(({ chargeRef }) => chargeRef))
  const paid = [...provider.charges.values()].filter(
    ({ status, providerRef }) => status === 'succeeded' && !disputed.has(providerRef),
  )
  return paid.length === 0 ? undefined : random.pick(paid)
}
