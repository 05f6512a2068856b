import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { basket } from './basket-sender.ts'

/** Loads what pages show of the basket again when it was changed, whichever page is open. */
export function useBasketNews(): void {
  const answers = useStore(basket.store, (state) => state.answers)
  const { revalidate, state } = useRevalidator()
  const asked = useRef(answers)
  const loading = useRef(false)
  useEffect(() => {
    if (answers === asked.current) return
    asked.current = answers
    revalidate()
  }, [answers, revalidate])
  useEffect(() => {
    const done = loading.current && state === 'idle'
    loading.current = state !== 'idle'
    if (done) basket.loaded(asked.current)
  }, [state])
}
