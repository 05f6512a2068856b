import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { inboxNews } from './inbox-news.ts'

/** Loads the page again when something new was told, so that it shows how things stand. */
export function useInboxNews(): void {
  const heard = useStore(inboxNews, (state) => state.heard)
  const { revalidate } = useRevalidator()
  const last = useRef(heard)
  useEffect(() => {
    if (last.current === heard) return
    last.current = heard
    revalidate()
  }, [heard, revalidate])
}
