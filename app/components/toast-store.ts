import { createStore } from 'zustand/vanilla'

export type Toast = {
  id: number
  text: string
  /** One thing to do about it; it has to be possible elsewhere too, for this goes away. */
  action?: { label: string; run(): void }
}

/** What has just happened, the latest alone: two at once would only cover each other. */
export const toasts = createStore<{ current: Toast | null }>(() => ({ current: null }))

let last = 0

/** Says that something went well. Errors are no toasts: they stay where they happened. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  last += 1
  toasts.setState({ current: { ...toast, id: last } })
  return last
}

export function dropToast(id: number): void {
  if (toasts.getState().current?.id === id) toasts.setState({ current: null })
}
