import type { SumRow } from '../components/sums.tsx'
import type { Quote } from '../shapes.ts'

/** A code that a basket keeps, as its page shows it. */
export type ToldVoucher = {
  code: string
  /** Its name; the code, where there is none of it. */
  title: string
  /** What it does, or why it does nothing. */
  text: string
  /** What it takes off, in satang, and of what; without it, nothing. */
  off?: { satang: number; shipping: boolean }
}

/** What a quote says of a basket. */
export type ToldVouchers = {
  vouchers: ToldVoucher[]
  /** Better ones, in a sentence; no codes when there are none. */
  suggested: { codes: string[]; text: string }
  /** Whether it can be paid at the door. */
  cash: Quote['cash']
}

/** What is taken off goods, in satang: known before a delivery is chosen. */
export const goodsOff = (told: readonly ToldVoucher[]): number =>
  wholeOff(told.filter(({ off }) => off?.shipping === false))

/** What is taken off in all, in satang. */
export const wholeOff = (told: readonly ToldVoucher[]): number =>
  told.reduce((sum, { off }) => sum + (off?.satang ?? 0), 0)

/** A row of a sum for each that takes something off. */
export const sumRows = (told: readonly ToldVoucher[]): SumRow[] =>
  told.flatMap(({ title, off }) =>
    off === undefined ? [] : [{ label: title, value: -off.satang, off: true }],
  )
