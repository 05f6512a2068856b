import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { usePath } from '../components/use-locale.ts'
import type { loader } from './cart-quote.ts'
import type { ToldVouchers } from './voucher-sums.ts'

/**
 * What the vouchers take off, and whether cash is taken, with what is chosen now. The page's own answer is
 * of the cheapest ways to the first address; another choice is asked for.
 */
export function useTold(
  loaded: ToldVouchers | null,
  shipping: Record<string, string>,
  province: string,
) {
  const fetcher = useFetcher<typeof loader>()
  const path = usePath()
  const ways = Object.entries(shipping).map(([shopId, id]) => [`shipping.${shopId}`, id])
  const choice = JSON.stringify([...ways, ['province', province]])
  const asked = useRef({ choice, loaded })
  const used = loaded !== null && loaded.vouchers.length > 0
  useEffect(() => {
    const before = asked.current
    if (before.choice === choice && before.loaded === loaded) return
    asked.current = { choice, loaded }
    // Not sent as a form: that would cut off what the page itself is reading again.
    fetcher.load(`${path('/cart/quote')}?${new URLSearchParams(JSON.parse(choice))}`)
  }, [choice, loaded])
  // An answer is of the basket as it was asked for; one that did not come says nothing against cash.
  const [answer, setAnswer] = useState<{ to: typeof loaded; said: typeof loaded }>()
  const said = fetcher.data as ToldVouchers | null | undefined
  useEffect(() => {
    if (said !== undefined) setAnswer({ to: asked.current.loaded, said })
  }, [said])
  const fits = answer !== undefined && answer.to === loaded
  const unsure = fits && loaded !== null ? { ...loaded, cash: { accepted: true } } : loaded
  const told = fits ? (answer.said ?? unsure) : loaded
  return { told, pricing: used && fetcher.state !== 'idle' }
}
