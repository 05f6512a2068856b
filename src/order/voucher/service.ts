import type { Clock } from '#src/common/clock.ts'
import { sha256 } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database, Query, Read, Statement } from '#src/database/database.ts'
import { isCheck, isConflict } from '#src/database/portable.ts'
import type { UsedVoucher } from '#src/database/tables/order.ts'
import type { ShopName } from '#src/product/index.ts'
import { holdersOf, type Payer } from '../buyer/rules.ts'
import {
  claimVoucher,
  deleteNewBuyerUse,
  findVouchers,
  giveUseBack,
  type HeldVoucher,
  type Holders,
  insertNewBuyerUse,
  keepUse,
  listVouchers,
  readNewBuyerUse,
  reserveUse,
  type VoucherRow,
  vouchersOf,
} from './repository.ts'
import {
  benefitOf,
  heldRefusal,
  type NamedVoucher,
  ONLY_FOR,
  refusals,
  type Standing,
  standingOf,
  voucherOf,
} from './rules.ts'
import type { Voucher as ShownVoucher, VoucherList } from './schema.ts'

export type VoucherDeps = {
  database: Database
  clock: Clock
  findShops(ids: readonly string[]): Promise<ShopName[]>
  /** A row when anything that this buyer ordered was paid, or accepted for cash. */
  readBought(payer: Payer): Read<{ id: string }>
}

/** Vouchers chosen for an order, with all that is needed to reserve them. */
export type ChosenVouchers = {
  vouchers: NamedVoucher[]
  audience: Standing
  rows: ReadonlyMap<string, VoucherRow>
  holders: Holders
}

/** How many are listed at once: more than a shopper reads. */
const MOST_LISTED = 50

/** Vouchers: who may use which, and how their uses are counted. */
export function createVoucherService({ database, clock, findShops, readBought }: VoucherDeps) {
  const { tables } = database

  /** What these vouchers are judged by: whether the buyer is new matters to some only. */
  async function audienceOf(
    vouchers: readonly VoucherRow[],
    payer: Payer,
    holders: Holders,
  ): Promise<Standing> {
    if (vouchers.every(({ audience }) => audience === 'all')) return 'new_buyer'
    const [bought, uses] = await database.together(
      readBought(payer),
      readNewBuyerUse(database, holders),
    )
    return standingOf({ bought: bought.length > 0, ordering: uses.length > 0 })
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
        audience: await audienceOf(rows, payer, holders),
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
        audience: await audienceOf(rows, payer, holders),
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
      const { id: groupId, userId } = group
      // In one order for everybody: two racing baskets with the same vouchers wait, and do not deadlock.
      const uses = group.vouchers
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .flatMap(({ id, amountSatang }) => {
          const voucher = rows.get(id)
          if (voucher === undefined) throw new RangeError('a voucher that was not chosen')
          return reserveUse(q, tables, { voucher, groupId, userId, holders, amountSatang, at })
        })
      const asNew = group.vouchers.some(isForNewBuyers)
      return asNew ? [...uses, insertNewBuyerUse(q, tables, groupId, holders)] : uses
    },

    /** What the error of a write that `reserve` refused means; undefined for any other error. */
    refusal(error: unknown, { vouchers }: ChosenVouchers): Problem | undefined {
      // Which of them it was, the database does not say; most orders have one.
      const because = (reason: string, of = vouchers) => {
        const told = of.map(({ code }) => ({ code, reason }))
        return new Problem('voucher_invalid', { extra: { vouchers: told } })
      }
      if (isCheck(error, 'vouchers_quota')) return because('used_up')
      if (isCheck(error, 'voucher_holders_most')) return because('used_before')
      if (!isConflict(error, 'new_buyer_uses')) return undefined
      const forNew = vouchers.filter(({ audience }) => audience === 'new_buyer')
      return because(ONLY_FOR.new_buyer, forNew)
    },

    /** A paid group's uses count for good. */
    keep: (q: Query, group: { id: string; vouchers: readonly UsedVoucher[] }): Statement[] =>
      group.vouchers.map(({ id }) => keepUse(q, tables, { groupId: group.id, voucherId: id })),

    /** A group that ended unpaid gives its uses back. */
    release: (q: Query, group: { id: string; vouchers: readonly UsedVoucher[] }): Statement[] => [
      ...group.vouchers.flatMap(({ id }) =>
        giveUseBack(q, tables, { groupId: group.id, voucherId: id }, 'released'),
      ),
      ...(group.vouchers.some(isForNewBuyers) ? [deleteNewBuyerUse(q, tables, group.id)] : []),
    ],

    /**
     * Of a paid group, gives back the uses whose every order is cancelled: never for a part. Its buyer is
     * new again when all that it used as a new buyer is back.
     */
    restore(
      q: Query,
      group: { id: string; vouchers: readonly UsedVoucher[] },
      cancelled: ReadonlySet<string>,
      now: string,
    ): Statement[] {
      const isOver = ({ orderIds }: UsedVoucher) =>
        orderIds.every((id) => id === now || cancelled.has(id))
      const back = group.vouchers.filter((one) => one.orderIds.includes(now) && isOver(one))
      const newAgain =
        back.some(isForNewBuyers) && group.vouchers.filter(isForNewBuyers).every(isOver)
      return [
        ...back.flatMap(({ id }) =>
          giveUseBack(q, tables, { groupId: group.id, voucherId: id }, 'restored'),
        ),
        ...(newAgain ? [deleteNewBuyerUse(q, tables, group.id)] : []),
      ]
    },
  }
}

export type VoucherService = ReturnType<typeof createVoucherService>

const isForNewBuyers = ({ forNewBuyers }: UsedVoucher): boolean => forNewBuyers

async function holderIds(payer: Payer): Promise<Holders> {
  const ids = await Promise.all(
    holdersOf(payer).map(async ({ by, value }) => await sha256(`voucher:${by}:${value}`)),
  )
  const [first = '', second] = ids
  return second === undefined ? [first] : [first, second]
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
