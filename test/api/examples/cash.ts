import { eq } from 'drizzle-orm'
import type { Sent } from '../open-document.ts'
import type { World } from '../world.ts'
import { type Example, plain } from './example.ts'

const MARKET = 'market'
const LIMITS = {
  maximumSatang: 1_000_000,
  provinces: [{ province: 'Yala', maximumSatang: 0 }],
  version: 0,
}

/** As if nothing had been said yet: what was taken last must not refuse the orders of others. */
async function unsaid({ db }: World, shopId: string): Promise<void> {
  const { cashTerms } = db.tables
  await db.delete(cashTerms).where(eq(cashTerms.shopId, shopId))
}

const of = (token: string): Sent['headers'] => ({ Authorization: `Bearer ${token}` })

const reads = (path: (world: World) => Sent['path'], who: (world: World) => string): Example[] => [
  { make: async (world) => plain({ path: path(world), headers: of(who(world)) }) },
]

const rivals = (world: World) => ({ shopId: world.elsewhere.id })

/** Who may pay at the door, as shops and operators say it. */
export const CASH_TERMS: Record<string, readonly Example[]> = {
  'GET /api/seller/shops/{shopId}/cash': reads(rivals, ({ rival }) => rival.token),
  'PUT /api/seller/shops/{shopId}/cash': [
    {
      make: async (world) => {
        await unsaid(world, world.elsewhere.id)
        const body = { ...LIMITS, acceptsCod: true }
        return plain({ path: rivals(world), headers: of(world.rival.token), body })
      },
    },
  ],
  'GET /api/admin/cash': reads(
    () => ({}),
    ({ operator }) => operator.token,
  ),
  'PUT /api/admin/cash': [
    {
      make: async (world) => {
        await unsaid(world, MARKET)
        return plain({ headers: of(world.operator.token), body: LIMITS })
      },
    },
  ],
}
