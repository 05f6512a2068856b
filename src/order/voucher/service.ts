import type { Clock } from '#src/common/clock.ts'
import { sha256 } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isCheck } from '#src/database/portable.ts'
import type { UsedVoucher } from '#src/database/tables/order.ts'
import type { ShopName } from '#src/product/index.ts'
import { holdersOf, type Payer } from '../buyer/rules.ts'
import {
  claimVoucher,
  findVouchers,
  giveUseBack,
  type HeldVoucher,
  type Holders,
  keepUse,
  listVouchers,
  reserveUse,
  type VoucherRow,
  vouchersOf,
} from './repository.ts'
import {
  type Audience,
  type Benefit,
  type HeldRefusal,
  heldRefusal,
  type Voucher,
} from './rules.ts'
import type { Voucher as ShownVoucher, VoucherList } from './schema.ts'

export type VoucherDeps = {
  database: Database
  clock: Clock
  findShops(ids: readonly string[]): Promise<ShopName[]>
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

/** How many are listed at once: more than a shopper reads. */
const MOST_LISTED = 50

/** Vouchers: who may use which, and how their uses are counted. */
export function createVoucherService({ database, clock, findShops, hasBought }: VoucherDeps) {
  const { tables } = database

  /** What these vouchers are judged by: whether the buyer is new matters to some only. */
  async function audienceOf(vouchers: readonly VoucherRow[], payer: Payer) {
    const forSome = vouchers.some(({ audience }) => audience !== 'all')
    return forSome && (await hasBought(payer)) ? ('repeat_buyer' as const) : ('new_buyer' as const)
  }

  async function shown(held: readonly HeldVoucher[], locale: Locale): Promise<VoucherList> {
    const shopIds = held.flatMap(({ voucher }) => voucher.shopId ?? [])
    const shops = new Map((await findShops([...new Set(shopIds)])).map((shop) => [shop.id, shop]))
    const items = held.map((one) => voucherView(one, shops.get(one.voucher.shopId ?? ''), locale))
    return { items, nextCursor: null }
  }

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
      const found = wanted.length === 0 ? [] : await findVouchers(database, wanted, holders)
      const refused = refusals(wanted, found, clock.now())
      if (refused.length > 0) {
        const told = refused.map(({ code, reason }) => ({ code, reason }))
        throw new Problem('voucher_invalid', { extra: { vouchers: told } })
      }
      const rows = found.map(({ voucher }) => voucher)
      return {
        vouchers: rows.map(voucherOf),
        audience: await audienceOf(rows, payer),
        rows: new Map(rows.map((row) => [row.id, row])),
        holders,
      }
    },

    /**
     * All vouchers that matter to a basket of these shops: those of the codes that the buyer may use,
     * why not the others, and what is listed or was claimed. Three queries side by side, and one more
     * when some are for some buyers only.
     */
    async survey(codes: readonly string[], payer: Payer, shopIds: readonly string[]) {
      const holders = await holderIds(payer)
      const at = clock.now()
      const wanted = [...new Set(codes)]
      const { userId } = payer
      const [found, listed, own] = await Promise.all([
        wanted.length === 0 ? [] : findVouchers(database, wanted, holders),
        listVouchers(database, { shopIds, holders, at, limit: MOST_LISTED }),
        userId === null ? [] : vouchersOf(database, userId, MOST_LISTED),
      ])
      const refused = refusals(wanted, found, at)
      const chosen = found.filter(
        ({ voucher }) => !refused.some(({ code }) => code === voucher.code),
      )
      const all = new Map([...listed, ...own].map((one) => [one.voucher.id, one]))
      const offered = [...all.values()].filter(
        ({ voucher, held }) => heldRefusal(voucher, held, at) === undefined,
      )
      const rows = [...chosen, ...offered].map(({ voucher }) => voucher)
      return {
        chosen: chosen.map(({ voucher }) => voucherOf(voucher)),
        refused,
        offered: offered.map(({ voucher }) => voucherOf(voucher)),
        audience: await audienceOf(rows, payer),
      }
    },

    /** What anybody may claim now, of the market and of some shops. Two queries. */
    async list(
      shopIds: readonly string[],
      userId: string | null,
      locale: Locale,
    ): Promise<VoucherList> {
      const holders = userId === null ? [] : await holderIds({ userId, email: '', phone: '' })
      const at = clock.now()
      return await shown(
        await listVouchers(database, { shopIds, holders, at, limit: MOST_LISTED }),
        locale,
      )
    },

    /** What an account has claimed, the latest first. Two queries. */
    mine: async (userId: string, locale: Locale): Promise<VoucherList> =>
      await shown(await vouchersOf(database, userId, MOST_LISTED), locale),

    /**
     * An account takes a voucher; a second time changes nothing.
     * @throws Problem `not_found`, `voucher_invalid` when its time to be claimed is over or all are used
     */
    async claim(userId: string, code: string, locale: Locale): Promise<ShownVoucher> {
      const holders = await holderIds({ userId, email: '', phone: '' })
      const at = clock.now()
      const [found] = await findVouchers(database, [code], holders)
      if (found === undefined) throw new Problem('not_found', { detail: 'No such voucher' })
      const { voucher } = found
      const reason = heldRefusal(voucher, found.held, at)
      if (found.held === null && reason !== undefined) {
        throw new Problem('voucher_invalid', { extra: { vouchers: [{ code, reason }] } })
      }
      const [holder] = holders
      await database.atomically((q) => [claimVoucher(q, tables, { voucher, holder, userId, at })])
      const held = found.held ?? { used: 0 }
      const { items } = await shown([{ voucher, held }], locale)
      const [item] = items
      if (item === undefined) throw new RangeError('a voucher that cannot be shown')
      return item
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

type Refused = {
  code: string
  /** Undefined when there is none of this code. */
  voucher: NamedVoucher | undefined
  reason: 'unknown' | 'one_of_a_kind' | HeldRefusal
}

function refusals(codes: readonly string[], found: readonly HeldVoucher[], at: Date): Refused[] {
  return codes.flatMap((code): Refused[] => {
    const one = found.find((candidate) => candidate.voucher.code === code)
    if (one === undefined) return [{ code, voucher: undefined, reason: 'unknown' }]
    const voucher = voucherOf(one.voucher)
    // Of a kind the code that was named first counts, not what the database found first.
    const [first] = codes.filter((other) =>
      found.some((two) => two.voucher.code === other && two.voucher.kind === voucher.kind),
    )
    if (first !== code) return [{ code, voucher, reason: 'one_of_a_kind' }]
    const reason = heldRefusal(one.voucher, one.held, at)
    return reason === undefined ? [] : [{ code, voucher, reason }]
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

function voucherView(
  { voucher, held }: HeldVoucher,
  shop: ShopName | undefined,
  locale: Locale,
): ShownVoucher {
  const english = locale === 'en'
  return {
    id: voucher.id,
    code: voucher.code,
    kind: voucher.kind,
    title: english ? voucher.titleEn : voucher.titleTh,
    shop:
      shop === undefined
        ? null
        : { id: shop.id, slug: shop.slug, name: english ? shop.nameEn : shop.nameTh },
    benefit: benefitOf(voucher),
    minimumSatang: voucher.minimumSatang,
    audience: voucher.audience,
    claimableUntil: voucher.claimableUntil.toISOString(),
    usableFrom: voucher.usableFrom.toISOString(),
    usableUntil: voucher.usableUntil.toISOString(),
    left: Math.max(0, voucher.quota - voucher.taken),
    leftToYou: Math.max(0, voucher.perBuyer - (held?.used ?? 0)),
    claimed: held !== null,
  }
}
