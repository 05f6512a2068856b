import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { dropToast, showToast } from '../components/toast-store.ts'
import { usePath, useTexts } from '../components/use-locale.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import type { Cart, CartLine } from '../shapes.ts'
import type { CartAnswer } from './cart-answer.ts'
import {
  afterAnswer,
  type CartShop,
  formOf,
  type Wish,
  type Wishes,
  withWishes,
} from './optimistic-cart.ts'

/** Why a line is as it was, by variant. */
export type Refusals = Readonly<Record<string, CartAnswer>>

/**
 * The basket that answers a press at once. Changes are sent one after the other, each thing's latest
 * number only, so that however fast one presses the last number is what stays; a change that is
 * refused puts its line back.
 */
export function useBasket(cart: Cart) {
  const texts = useTexts(cartTexts)
  const action = usePath()('/cart')
  const fetcher = useFetcher<CartAnswer>({ key: 'basket' })
  const [wishes, setWishes] = useState<Wishes>(new Map())
  const [refusals, setRefusals] = useState<Refusals>({})
  const sent = useRef<{ wish: Wish; stamp: string } | null>(null)
  const count = useRef(0)
  /** The toast that said a thing was out, by variant. */
  const told = useRef(new Map<string, number>())
  const { state, data: answer, submit } = fetcher

  useEffect(() => {
    if (state !== 'idle') return
    const asked = sent.current
    let left = wishes
    if (asked !== null) {
      // Not the answer to what was just sent, but the one before it.
      if (answer?.stamp !== asked.stamp) return
      const { wish } = asked
      const granted = answer.problem === null
      sent.current = null
      left = afterAnswer(wishes, wish, granted)
      setWishes((before) => afterAnswer(before, wish, granted))
      if (!granted) {
        setRefusals((before) => ({ ...before, [wish.line.variantId]: answer }))
        dropToast(told.current.get(wish.line.variantId) ?? 0)
      }
    }
    const next = [...left.values()][0]
    if (next === undefined) return
    const form = formOf(cart, next)
    if (form === null) {
      setWishes((before) => afterAnswer(before, next, true))
      return
    }
    count.current += 1
    const stamp = String(count.current)
    sent.current = { wish: next, stamp }
    submit({ ...form, stamp }, { method: 'post', action })
  }, [state, answer, submit, wishes, cart, action])

  useSendOnLeaving(cart, wishes, sent, action)

  const wish = useCallback((line: CartLine, shop: CartShop, quantity: number) => {
    setWishes((before) => new Map(before).set(line.variantId, { line, shop, quantity }))
    setRefusals(({ [line.variantId]: _, ...rest }) => rest)
  }, [])

  /** Sets a line's quantity; 0 takes it out, and for a while it can be had back. */
  const change = useCallback(
    (line: CartLine, shop: CartShop, quantity: number) => {
      wish(line, shop, quantity)
      if (quantity > 0) return
      const undo = { label: texts.undo, run: () => wish(line, shop, line.quantity) }
      const toast = showToast({
        text: texts.removed(line.title === '' ? texts.untitled : line.title),
        ...(line.available === 0 ? {} : { action: undo }),
      })
      told.current.set(line.variantId, toast)
    },
    [wish, texts],
  )

  return { cart: withWishes(cart, wishes), pending: wishes.size > 0, refusals, change }
}

/** What was pressed and not sent yet when the page is left goes out with it. */
function useSendOnLeaving(
  cart: Cart,
  wishes: Wishes,
  sent: { current: { wish: Wish } | null },
  action: string,
): void {
  const flush = useRef(() => {})
  flush.current = () => {
    const asked = sent.current?.wish
    // As it will be once what is on its way has arrived.
    const soon = withWishes(
      cart,
      new Map(asked === undefined ? [] : [[asked.line.variantId, asked]]),
    )
    for (const wish of wishes.values()) {
      const form = wish === asked ? null : formOf(soon, wish)
      if (form === null) continue
      const body = new URLSearchParams(form)
      void fetch(action, { method: 'POST', body, keepalive: true }).catch(() => {})
    }
  }
  useEffect(() => {
    const leave = () => flush.current()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}
