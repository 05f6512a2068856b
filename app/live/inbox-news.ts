import { createStore } from 'zustand/vanilla'

/** Counts what came in while a page is open, for whatever shows a part of it. */
export const inboxNews = createStore<{ heard: number }>(() => ({ heard: 0 }))
