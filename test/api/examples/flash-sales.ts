import { DAY_MS, HOUR_MS } from '#src/common/clock.ts'
import { makeProduct } from '#test/support/make.ts'
import { asShopper, type World } from '../world.ts'
import { type Example, just, plain } from './example.ts'

let slots = 0

/** A slot that no other has, some days ahead. */
function slot() {
  slots += 1
  const startsMs = Date.now() + DAY_MS + slots * 2 * HOUR_MS
  return {
    title: { th: 'ลดด่วนรอบเที่ยง', en: 'Noon flash sale' },
    startsAt: new Date(startsMs).toISOString(),
    endsAt: new Date(startsMs + HOUR_MS).toISOString(),
  }
}

const asOperator = ({ operator }: World) => asShopper(operator)

async function someSale({ market, operator }: World): Promise<string> {
  const { token } = operator
  return (await market.call('POST', '/admin/flash-sales', { token, body: slot() })).body.id
}

export const FLASH_SALES: Record<string, readonly Example[]> = {
  'GET /api/flash-sales': [just()],
  'GET /api/admin/flash-sales': [
    {
      make: async (world) => {
        await someSale(world)
        return plain({ headers: asOperator(world) })
      },
    },
  ],
  'POST /api/admin/flash-sales': [
    {
      make: async (world) => plain({ headers: asOperator(world), body: slot() }),
      readBack: (_, { headers }) => ({ ...plain({ headers }), from: '/admin/flash-sales' }),
    },
  ],
  'POST /api/admin/flash-sales/{id}/stop': [
    {
      make: async (world) =>
        plain({ headers: asOperator(world), path: { id: await someSale(world) } }),
      again: true,
    },
  ],
  'POST /api/admin/flash-sales/{id}/items': [
    {
      make: async (world) => {
        const { variantId } = await makeProduct(world.db, world.shop)
        return plain({
          headers: asOperator(world),
          path: { id: await someSale(world) },
          body: { variantId, priceSatang: 9900, quota: 5, perBuyer: 2 },
        })
      },
    },
  ],
}
