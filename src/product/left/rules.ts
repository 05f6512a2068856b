/** A shelf after a move: what is available now, and by how much the move changed it. */
export type Moved = { productId: string; variantId: string; available: number; change: number }

/** Whether a page showed a number before a move, or shows one after it. */
export const isShown = ({ available, change }: Moved, shownLeft: number): boolean =>
  Math.min(available, available - change) <= shownLeft

/** Whether a move filled a shelf on which nothing was left. */
export const isBack = ({ available, change }: Moved): boolean =>
  available > 0 && available - change <= 0
