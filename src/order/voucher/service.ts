import type { Clock } from '#src/common/clock.ts'
import { sha256 } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isCheck } from '#src/database/portable.ts'
import type { UsedVoucher } from '#src/database/tables/order.ts'
import { holdersOf, type Payer } from '../buyer/rules.ts'
import {
  findVouchers,
  giveUseBack,
  type HeldVoucher,
  type Holders,
  keepUse,
  reserveUse,
  type VoucherRow,
} from './repository.ts'
import {
  type Audience,
  type Benefit,
  type HeldRefusal,
  heldRefusal,
  type Voucher,
} from './rules.ts'

export type VoucherDeps = {
  database: Database
  clock: Clock
  /** Whether anything that this buyer ordered was paid, or accepted for cash. One query. */
  hasBought(payer: Payer): Promise<boolean>
}

/** A voucher with what people see of it. */
export type NamedVoucher = Voucher & { code: string; titleTh: string; titleEn: string }

/** Vouchers chosen for an order, with all that is needed to reserve them. */
export type ChosenVouchers = {
  vouchers: NamedVoucher[]
  audience: Exclude<Audience, 'all'>
  rows: ReadonlyMap<string, VoucherRow>
  holders: Holders
}

/** Vouchers: who may use which, and how their uses are counted. */
export function createVoucherService({ database, clock, hasBought }: VoucherDeps) {
  const { tables } = database

  return {
    /**
     * The vouchers of these codes for this buyer. One query, two when one is for some buyers only; none
     * without codes.
     * @throws Problem `voucher_invalid` with `vouchers: [{ code, reason }]`: `unknown`, `one_of_a_kind`,
     * `unclaimed` when its time to be claimed is over, `used_up`, `used_before`
     */
    async choose(codes: readonly string[], payer: Payer): Promise<ChosenVouchers> {
      const holders = await holderIds(payer)
      const wanted = [...new Set(codes)]
      const none = { vouchers: [], audience: 'new_buyer' as const, rows: new Map(), holders }
      if (wanted.length === 0) return none
      const found = await findVouchers(database, { codes: wanted }, holders)
      const refused = refusals(wanted, found, clock.now())
      if (refused.length > 0) throw new Problem('voucher_invalid', { extra: { vouchers: refused } })
      const rows = new Map(found.map(({ voucher }) => [voucher.id, voucher]))
      const forSome = found.some(({ voucher }) => voucher.audience !== 'all')
      const audience = forSome && (await hasBought(payer)) ? 'repeat_buyer' : 'new_buyer'
      return { vouchers: found.map(({ voucher }) => voucherOf(voucher)), audience, rows, holders }
    },

    /** Reserves each voucher's use with the hold of a group. Fails as `refusal` tells. */
    reserve(
      q: Query,
      { rows, holders }: ChosenVouchers,
      group: { id: string; userId: string | null; vouchers: readonly UsedVoucher[] },
      at: Date,
    ): Statement[] {
      // In one order for everybody: two racing baskets with the same vouchers wait, and do not deadlock.
      return group.vouchers
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .flatMap(({ id, amountSatang }) => {
          const voucher = rows.get(id)
          if (voucher === undefined) throw new RangeError('a voucher that was not chosen')
          const { id: groupId, userId } = group
          return reserveUse(q, tables, { voucher, groupId, userId, holders, amountSatang, at })
        })
    },

    /** What the error of a write that `reserve` refused means; undefined for any other error. */
    refusal(error: unknown, { vouchers }: ChosenVouchers): Problem | undefined {
      const reason = isCheck(error, 'vouchers_quota')
        ? 'used_up'
        : isCheck(error, 'voucher_holders_most')
          ? 'used_before'
          : undefined
      if (reason === undefined) return undefined
      // Which of them it was, the database does not say; most orders have one.
      const told = vouchers.map(({ code }) => ({ code, reason }))
      return new Problem('voucher_invalid', { extra: { vouchers: told } })
    },

    /** A paid group's uses count for good. */
    keep: (q: Query, group: { id: string; vouchers: readonly UsedVoucher[] }): Statement[] =>
      group.vouchers.map(({ id }) => keepUse(q, tables, { groupId: group.id, voucherId: id })),

    /** A group that ended unpaid gives its uses back. */
    release: (q: Query, group: { id: string; vouchers: readonly UsedVoucher[] }): Statement[] =>
      group.vouchers.flatMap(({ id }) =>
        giveUseBack(q, tables, { groupId: group.id, voucherId: id }, 'released'),
      ),

    /** Of a paid group, gives back the uses whose every order is cancelled: never for a part. */
    restore(
      q: Query,
      group: { id: string; vouchers: readonly UsedVoucher[] },
      cancelled: ReadonlySet<string>,
      now: string,
    ): Statement[] {
      return group.vouchers
        .filter(({ orderIds }) => orderIds.includes(now))
        .filter(({ orderIds }) => orderIds.every((id) => id === now || cancelled.has(id)))
        .flatMap(({ id }) =>
          giveUseBack(q, tables, { groupId: group.id, voucherId: id }, 'restored'),
        )
    },
  }
}

export type VoucherService = ReturnType<typeof createVoucherService>

async function holderIds(payer: Payer): Promise<Holders> {
  const ids = await Promise.all(
    holdersOf(payer).map(async ({ by, value }) => await sha256(`voucher:${by}:${value}`)),
  )
  const [first = '', second] = ids
  return second === undefined ? [first] : [first, second]
}

type Refused = { code: string; reason: 'unknown' | 'one_of_a_kind' | HeldRefusal }

function refusals(codes: readonly string[], found: readonly HeldVoucher[], at: Date): Refused[] {
  return codes.flatMap((code): Refused[] => {
    const one = found.find(({ voucher }) => voucher.code === code)
    if (one === undefined) return [{ code, reason: 'unknown' }]
    const { kind } = one.voucher
    const before = found.filter(({ voucher }) => voucher.kind === kind)
    if (before[0] !== one) return [{ code, reason: 'one_of_a_kind' }]
    const reason = heldRefusal(one.voucher, one.held, at)
    return reason === undefined ? [] : [{ code, reason }]
  })
}

export function voucherOf(row: VoucherRow): NamedVoucher {
  return { ...row, benefit: benefitOf(row) }
}

function benefitOf(row: VoucherRow): Benefit {
  const { benefit: type, capSatang } = row
  if (type === 'fixed') return { type, amountSatang: row.amountSatang ?? 0 }
  if (type === 'percent') return { type, rateBp: row.rateBp ?? 0, capSatang }
  if (type === 'free_shipping') return { type, capSatang }
  return { type, buy: row.buyCount ?? 1, get: row.getCount ?? 0 }
}
