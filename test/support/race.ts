import { eachOf } from '#src/common/each.ts'
import { newSecret } from '#src/common/id.ts'
import type { MadeProduct } from './make.ts'
import type { Answer, Market } from './market.ts'
import { checkoutBody, GUEST, type Shop } from './shopper.ts'

const AT_ONCE = 100

/**
 * Everybody wants one of the same thing: guests with full carts order it, a hundred at a time. `how`
 * says how one of them pays and what they use. Answers who got one and who did not.
 */
export async function race(
  market: Market,
  { product, shop }: { product: MadeProduct; shop: Shop },
  buyers: number,
  how: (buyer: number) => Record<string, unknown> = () => ({}),
): Promise<{ won: Answer[]; lost: Answer[] }> {
  const guests = Array.from({ length: buyers }, (_, n) => ({
    n,
    cartToken: newSecret(),
    // Mobile networks put many behind one address, and no two of them have a name in common.
    headers: { 'cf-connecting-ip': `10.${Math.floor(n / 250)}.${n % 250}.1` },
    contact: {
      email: `racer.${n}.${product.id.slice(-8)}@example.test`,
      phone: `08${String(10_000_000 + n)}`,
    },
  }))
  const line = { variantId: product.variantId, quantity: 1 }
  await eachOf(guests, AT_ONCE, async ({ cartToken, headers }) => {
    await market.call('POST', '/cart/lines', { cartToken, headers, body: line })
  })
  await market.rest()
  const answers: Answer[] = []
  const { addressId: _, ...rest } = checkoutBody({ addressId: '' }, [shop])
  await eachOf(guests, AT_ONCE, async ({ n, cartToken, headers, contact }) => {
    const body = { ...rest, address: GUEST.address, contact, ...how(n) }
    const key = `race-${product.id}-${n}`
    answers.push(await market.call('POST', '/orders', { cartToken, headers, key, body }))
  })
  await market.rest()
  const won = answers.filter(({ status }) => status === 201)
  return { won, lost: answers.filter((answer) => !won.includes(answer)) }
}
