import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { showToast } from '../components/toast-store.ts'
import { useMessages, usePath } from '../components/use-locale.ts'
import type { CartLine } from '../shapes.ts'

/** A line that has gone from the basket can be brought back for as long as the toast stands. */
export function useUndo(lines: readonly CartLine[]): void {
  const { cart } = useMessages()
  const path = usePath()
  const { submit } = useFetcher({ key: 'undo' })
  const before = useRef(lines)
  useEffect(() => {
    const gone = before.current.filter((line) => !lines.some(({ id }) => id === line.id))
    before.current = lines
    const [line] = gone
    // Several at once went by another hand, such as an order that was placed in another tab.
    if (line === undefined || gone.length > 1) return
    const back = { variantId: line.variantId, quantity: String(line.quantity) }
    showToast({
      text: cart.removed(line.title),
      ...(line.available === 0
        ? {}
        : {
            action: {
              label: cart.undo,
              run: () => submit(back, { method: 'post', action: path('/cart') }),
            },
          }),
    })
  }, [lines, cart, path, submit])
}
