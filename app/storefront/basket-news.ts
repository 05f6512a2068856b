import { createStore } from 'zustand/vanilla'

/**
 * What the frame of every page and the basket's sender tell each other, without the frame carrying the
 * sender: how many times the API has answered, and after how many of them pages were loaded again.
 */
export const basketNews = createStore(() => ({ answers: 0, loaded: 0 }))
