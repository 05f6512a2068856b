import { DAY_MS } from '#src/common/clock.ts'
import type { FieldError } from '#src/common/problem.ts'
import type { Benefit, VoucherKind } from '../voucher/rules.ts'

export type Terms = {
  kind: VoucherKind
  benefit: Benefit
  claimableFrom: Date
  claimableUntil: Date
  usableFrom: Date
  usableUntil: Date
  quota: number
  perBuyer: number
}

/** The longest that a voucher may run: what is promised must be paid by whoever is there then. */
export const LONGEST_RUN_MS = 400 * DAY_MS

/**
 * What is wrong with the terms of a new voucher: a benefit that its kind cannot give, windows that are
 * turned round or over, and more for one buyer than there is. Each with the field it is about.
 */
export function wrongTerms(terms: Terms, now: Date): FieldError[] {
  const { kind, benefit, claimableFrom, claimableUntil, usableFrom, usableUntil } = terms
  const wrong: FieldError[] = []
  const gives = kind === 'shipping' ? benefit.type !== 'buy_get' : benefit.type !== 'free_shipping'
  if (!gives) wrong.push({ path: 'benefit.type', fault: 'not_a_choice' })
  if (claimableUntil <= claimableFrom) wrong.push({ path: 'claimableUntil', fault: 'too_early' })
  if (usableUntil <= usableFrom || usableUntil <= now || usableUntil < claimableUntil) {
    wrong.push({ path: 'usableUntil', fault: 'too_early' })
  }
  if (usableUntil.getTime() - now.getTime() > LONGEST_RUN_MS) {
    wrong.push({ path: 'usableUntil', fault: 'too_late' })
  }
  if (terms.perBuyer > terms.quota) {
    wrong.push({ path: 'perBuyer', fault: 'too_large', limit: terms.quota })
  }
  return wrong
}

/** Whether a shop may change it: what the market pays a part of is a budget of the market's. */
export const isShopsOwn = ({ kind, shopPaysBp }: { kind: VoucherKind; shopPaysBp: number }) =>
  kind !== 'platform' && shopPaysBp === 10_000

export type Running = { quota: number; claimableUntil: Date; usableUntil: Date }
export type Change = {
  quota?: number | undefined
  claimableUntil?: Date | undefined
  usableUntil?: Date | undefined
}

/**
 * A voucher after a change; undefined when the change takes away what was promised. One that people
 * may have claimed gets more uses or an earlier end, never fewer or a later one: who waits for the last
 * day must find it, and nobody's budget grows behind their back. It ends no earlier than now.
 */
export function changed(voucher: Running, change: Change, now: Date): Running | undefined {
  const quota = change.quota ?? voucher.quota
  const usableUntil = change.usableUntil ?? voucher.usableUntil
  const claimableUntil = earlier(change.claimableUntil ?? voucher.claimableUntil, usableUntil)
  const shrinks = quota < voucher.quota
  const longer =
    usableUntil > voucher.usableUntil ||
    (change.claimableUntil !== undefined && claimableUntil > voucher.claimableUntil)
  const past = change.usableUntil !== undefined && usableUntil < now
  return shrinks || longer || past ? undefined : { quota, claimableUntil, usableUntil }
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)
