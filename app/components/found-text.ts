import type { Messages } from '../messages/index.ts'
import type { Found } from '../shapes.ts'

/** "117 ชิ้น", or "over 1,000 items" where counting ended. */
export const foundText = ({ count, more }: Found, { items, itemsOver }: Messages['browse']) =>
  more ? itemsOver(count) : items(count)
