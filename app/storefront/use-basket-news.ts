import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { basketNews } from './basket-news.ts'

/** Loads what pages show of the basket again when it was changed, whichever page is open. */
export function useBasketNews(): void {
  const answers = useStore(basketNews, (state) => state.answers)
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
    if (done) basketNews.setState({ loaded: asked.current })
  }, [state])
}
