import { useEffect, useState } from 'react'
import type { ProductCard, ProductList } from '../shapes.ts'

/** Pages of a list that stand under each other. */
export type Pages = {
  /** What was chosen: another choice is another list. */
  list: string
  pages: { cursor: string; items: ProductCard[]; nextCursor: string | null }[]
}

/**
 * The pages to show once another one has come: the next one is put below the others, one that stands
 * already ends the list again (the way back), any other begins anew.
 */
export function turnTo(before: Pages, list: string, cursor: string, page: ProductList): Pages {
  const now = { cursor, items: page.items, nextCursor: page.nextCursor }
  if (before.list !== list) return { list, pages: [now] }
  const at = before.pages.findIndex((shown) => shown.cursor === cursor)
  if (at >= 0) return { list, pages: [...before.pages.slice(0, at), now] }
  const follows = before.pages.at(-1)?.nextCursor === cursor
  return { list, pages: follows ? [...before.pages, now] : [now] }
}

/** Every product of the pages once, since a list may shift between two of them. */
export function itemsOf({ pages }: Pages): ProductCard[] {
  const once = new Map(pages.flatMap(({ items }) => items).map((item) => [item.id, item]))
  return [...once.values()]
}

/** Lists that were looked at lately: whoever comes back finds what stood there. In browsers alone. */
const RECENT = 20
const recent = new Map<string, Pages>()

/** The pages of a list that were turned to one after the other, in one row of cards. */
export function usePages(page: ProductList, list: string, cursor: string): Pages {
  const [held, hold] = useState(() => ({
    page,
    shown: turnTo(recent.get(`${list} ${cursor}`) ?? { list, pages: [] }, list, cursor, page),
  }))
  useEffect(() => {
    const [last] = held.shown.pages.slice(-1)
    const key = `${held.shown.list} ${last?.cursor ?? ''}`
    recent.delete(key)
    recent.set(key, held.shown)
    const [oldest = ''] = recent.keys()
    if (recent.size > RECENT) recent.delete(oldest)
  }, [held.shown])
  if (held.page === page) return held.shown
  const shown = turnTo(held.shown, list, cursor, page)
  hold({ page, shown })
  return shown
}
