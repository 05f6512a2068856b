import type { FlashPrice } from '../shapes.ts'

type Slot = { startsAt: string; endsAt: string }

/** A slot has its first moment, and its end no more. */
export const isOn = ({ startsAt, endsAt }: Slot, now: number): boolean =>
  Date.parse(startsAt) <= now && now < Date.parse(endsAt)

/** The flash price that somebody can still have now. */
export const flashNow = (flash: FlashPrice | null, now: number): FlashPrice | null =>
  flash !== null && flash.left > 0 && isOn(flash, now) ? flash : null

/** Whole percent of the campaign's units that are taken; never all while one is left. */
export const takenPercent = ({ quota, left }: Pick<FlashPrice, 'quota' | 'left'>): number =>
  Math.floor(((quota - left) * 100) / quota)

/** From there on the bar says that it will not last. */
export const NEARLY_GONE_PERCENT = 80
