import { useFetcher } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'
import { showToast } from '../components/toast-store.ts'
import { usePath, useTexts } from '../components/use-locale.ts'
import { addresses as addressesTexts } from '../messages/addresses.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import type { Address } from '../shapes.ts'

/**
 * Keeps the focus where something was done to an address, though the pressed button is gone: on what
 * stands in its place, or on the address that became the default. What was removed can be brought back
 * for as long as the toast stands.
 */
export function useListFocus(
  list: RefObject<HTMLUListElement>,
  otherwise: RefObject<HTMLElement>,
  addresses: readonly Address[],
): void {
  const texts = useTexts(addressesTexts)
  const cart = useTexts(cartTexts)
  const path = usePath()
  const { submit } = useFetcher({ key: 'undo' })
  const before = useRef(addresses)
  useEffect(() => {
    const was = before.current
    before.current = addresses
    const focus = (index: number) => {
      const at = Math.min(index, addresses.length - 1)
      const card = list.current?.children[at]
      if (card instanceof HTMLElement) card.focus()
      else otherwise.current?.focus()
    }
    const gone = was.filter((address) => !addresses.some(({ id }) => id === address.id))
    const [address] = gone
    if (address === undefined || gone.length > 1) {
      if (was.length === addresses.length && was[0]?.id !== addresses[0]?.id) focus(0)
      return
    }
    focus(was.indexOf(address))
    const { id: _, english: __, line2 = '', isDefault, ...fields } = address
    const back = { ...fields, line2, isDefault: String(isDefault), act: 'restore' }
    showToast({
      text: texts.removed(address.recipient),
      action: {
        label: cart.undo,
        run: () => submit(back, { method: 'post', action: path('/addresses') }),
      },
    })
  }, [addresses, list, otherwise, texts, cart, path, submit])
}
