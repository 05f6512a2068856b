import { createStore } from 'zustand/vanilla'

/** Counts what was said on a line of this tab, for the list that stands beside the talk. */
export const news = createStore(() => 0)
