import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { usePath } from '../components/use-locale.ts'
import type { action } from './cart-quote.ts'
import type { ToldVouchers } from './voucher-sums.ts'

/**
 * What the vouchers take off with the way of each shop that is chosen now. The page's own answer is of the
 * cheapest ways; another choice is asked for, since a voucher may take off what sending costs.
 */
export function useTold(loaded: ToldVouchers | null, shipping: Record<string, string>) {
  const fetcher = useFetcher<typeof action>()
  const path = usePath()
  const choice = JSON.stringify(shipping)
  const asked = useRef({ choice, loaded })
  const used = loaded !== null && loaded.vouchers.length > 0
  useEffect(() => {
    const before = asked.current
    if (!used || (before.choice === choice && before.loaded === loaded)) return
    asked.current = { choice, loaded }
    const fields = Object.entries(shipping).map(([shopId, id]) => [`shipping.${shopId}`, id])
    fetcher.submit(Object.fromEntries(fields), { method: 'post', action: path('/cart/quote') })
  }, [choice, loaded, used])
  // An answer is of the basket as it was then.
  const answer =
    asked.current.loaded === loaded ? (fetcher.data as ToldVouchers | null | undefined) : null
  return { told: answer ?? loaded, pricing: fetcher.state !== 'idle' }
}
