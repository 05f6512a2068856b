import { sha256 } from '#src/common/id.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { OrderCaps } from '#src/config/settings.ts'

export type Address = {
  recipient: string
  phone: string
  line1: string
  line2?: string
  subdistrict: string
  district: string
  province: string
  postcode: string
}

/** Who pays: an account, or a guest by what they said of themselves. */
export type Payer = { userId: string | null; email: string; phone: string }
export type Buyer = Payer & { locale: Locale; address: Address }

/** What is capped: unpaid groups that hold stock, and cash groups that are not delivered yet. */
export type Held = 'open' | 'cash'

/** By what a buyer is counted. A guest who changes one of the two is still known by the other. */
export type Holder = { by: 'user' | 'email' | 'phone'; value: string }

export const holdersOf = ({ userId, email, phone }: Payer): Holder[] =>
  userId === null
    ? [
        { by: 'email', value: email },
        { by: 'phone', value: phone },
      ]
    : [{ by: 'user', value: userId }]

/** The same as hashes, for what a flash sale counts: contacts stand in groups alone. */
export const flashHolders = async (payer: Payer): Promise<string[]> =>
  await Promise.all(
    holdersOf(payer).map(async ({ by, value }) => await sha256(`flash:${by}:${value}`)),
  )

/** How many groups a buyer may hold at once. */
export function capOf(caps: OrderCaps, { userId }: Payer, held: Held): number {
  if (held === 'open') return userId === null ? caps.openPerGuest : caps.openPerAccount
  return userId === null ? caps.cashPerGuest : caps.cashPerAccount
}

/**
 * Whole seconds until a buyer has room again: when each holder that is full has lost the group that
 * ends first. `ends` has the ends of each holder's open groups.
 */
export function secondsUntilRoom(ends: readonly Date[][], most: number, now: Date): number {
  const waits = ends
    .filter((ofHolder) => ofHolder.length >= most)
    .map((ofHolder) => Math.min(...ofHolder.map((end) => end.getTime())) - now.getTime())
  // Nobody is full any more: one of them ended in this moment.
  return Math.max(1, Math.ceil(Math.max(0, ...waits) / 1000))
}
