import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { dropToast, showToast, toasts } from '../components/toast-store.ts'
import { useTexts } from '../components/use-locale.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import type { Cart, CartLine } from '../shapes.ts'
import { basket } from './basket-sender.ts'
import { type CartShop, unanswered, type Wish, withWishes } from './optimistic-cart.ts'

/** The basket that answers a press at once; what is pressed is sent by the tab's own sender. */
export function useBasket(cart: Cart) {
  const { wishes, refusals } = useStore(basket.store)
  const { removed, returned } = useRemovals()
  useEffect(() => () => basket.forgetRefusals(), [])

  /** Sets a line's quantity; 0 takes it out, and for a while it can be had back. */
  const change = useCallback(
    (line: CartLine, shop: CartShop, quantity: number) => {
      basket.wish(line, shop, quantity)
      if (quantity === 0) removed({ line, shop, quantity: line.quantity })
    },
    [removed],
  )
  const pending = unanswered(wishes).length > 0
  return { cart: withWishes(cart, wishes), pending, refusals, change, returned }
}

/**
 * What was taken out and can be had back: all of it that the one toast speaks of, by one press.
 * `returned` is what came back by the last.
 */
function useRemovals() {
  const texts = useTexts(cartTexts)
  const [returned, setReturned] = useState<readonly Wish[]>([])
  const out = useRef<{ toast: number; wishes: readonly Wish[] }>({ toast: 0, wishes: [] })

  const tell = useCallback(
    (wishes: readonly Wish[]) => {
      const [only] = wishes
      dropToast(out.current.toast)
      if (only === undefined) return
      const { title } = only.line
      const back = wishes.filter(({ line }) => line.available > 0)
      const run = () => {
        for (const { line, shop, quantity } of back) basket.wish(line, shop, quantity)
        setReturned(back)
      }
      const text =
        wishes.length > 1
          ? texts.removedMany(wishes.length)
          : texts.removed(title === '' ? texts.untitled : title)
      const action = back.length === 0 ? {} : { action: { label: texts.undo, run } }
      out.current = { toast: showToast({ text, ...action }), wishes }
    },
    [texts],
  )
  const removed = useCallback(
    (wish: Wish) => {
      const { toast, wishes } = out.current
      const told = toasts.getState().current?.id === toast ? wishes : []
      tell([...told.filter(({ line }) => line.variantId !== wish.line.variantId), wish])
    },
    [tell],
  )
  // A removal that was refused took nothing out.
  useEffect(
    () =>
      basket.store.subscribe(({ refusals }) => {
        const { toast, wishes } = out.current
        if (toasts.getState().current?.id !== toast) return
        const left = wishes.filter(({ line }) => refusals[line.variantId] === undefined)
        if (left.length < wishes.length) tell(left)
      }),
    [tell],
  )
  return { removed, returned }
}
