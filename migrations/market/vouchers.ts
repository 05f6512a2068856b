import { DAY_MS } from '../../src/common/clock.ts'
import { seededId } from './ids.ts'
import type { Shop, Text, Voucher } from './types.ts'
import { t } from './words.ts'

type Terms = Pick<Voucher, 'kind' | 'benefit' | 'shopPaysBp'> &
  Partial<
    Pick<
      Voucher,
      | 'amountSatang'
      | 'rateBp'
      | 'capSatang'
      | 'buyCount'
      | 'getCount'
      | 'minimumSatang'
      | 'audience'
    >
  >
type Note = { code: string; title: Text; terms: Terms; perBuyer: number }

/** The market's own: one for goods, one for a first order, one for the delivery. */
const OF_THE_MARKET: readonly Note[] = [
  {
    code: 'TALAT10',
    title: t('ลดทั้งตลาด 10%', '10% off the whole market'),
    terms: {
      kind: 'platform',
      benefit: 'percent',
      rateBp: 1000,
      capSatang: 10_000,
      minimumSatang: 30_000,
      shopPaysBp: 0,
    },
    perBuyer: 5,
  },
  {
    code: 'SAWASDEE50',
    title: t('สวัสดีลูกค้าใหม่', 'Hello, new customer'),
    terms: {
      kind: 'platform',
      benefit: 'fixed',
      amountSatang: 5000,
      minimumSatang: 20_000,
      audience: 'new_buyer',
      shopPaysBp: 0,
    },
    perBuyer: 1,
  },
  {
    code: 'SONGFREE',
    title: t('ส่งฟรีทั่วไทย', 'Free delivery across Thailand'),
    terms: {
      kind: 'shipping',
      benefit: 'free_shipping',
      capSatang: 4000,
      minimumSatang: 19_900,
      shopPaysBp: 0,
    },
    perBuyer: 5,
  },
]

/** What stalls give of their own, in turn. */
const OF_STALLS: readonly Omit<Note, 'code'>[] = [
  {
    title: t('ลดให้ลูกค้าร้านเรา 8%', '8% off in our shop'),
    terms: {
      kind: 'shop',
      benefit: 'percent',
      rateBp: 800,
      capSatang: 8000,
      minimumSatang: 25_000,
      shopPaysBp: 10_000,
    },
    perBuyer: 3,
  },
  {
    title: t('ลดทันที 30 บาท', '30 baht off right away'),
    terms: {
      kind: 'shop',
      benefit: 'fixed',
      amountSatang: 3000,
      minimumSatang: 20_000,
      shopPaysBp: 10_000,
    },
    perBuyer: 3,
  },
  {
    title: t('ซื้อ 2 แถม 1 ทั้งร้าน', 'Buy two, get one, the whole shop'),
    terms: { kind: 'shop', benefit: 'buy_get', buyCount: 2, getCount: 1, shopPaysBp: 10_000 },
    perBuyer: 2,
  },
]

const STALLS_WITH_VOUCHERS = 9

/** Vouchers to claim and use for a year from `now`. */
export function vouchersOf(shops: readonly Shop[], now: Date): Voucher[] {
  const stalls = shops.slice(0, STALLS_WITH_VOUCHERS).map((shop, n) => {
    const note = OF_STALLS[n % OF_STALLS.length]
    if (note === undefined) throw new RangeError('no voucher for a stall')
    const code = shop.slug.replaceAll('-', '').slice(0, 12).toUpperCase()
    return voucherOf({ ...note, code }, shop.slug, now)
  })
  return [...OF_THE_MARKET.map((note) => voucherOf(note, null, now)), ...stalls]
}

function voucherOf(
  { code, title, terms, perBuyer }: Note,
  shopSlug: string | null,
  now: Date,
): Voucher {
  const from = new Date(now.getTime() - 7 * DAY_MS)
  const until = new Date(now.getTime() + 365 * DAY_MS)
  return {
    id: seededId('vou', code),
    code,
    shopSlug,
    title,
    amountSatang: null,
    rateBp: null,
    capSatang: null,
    buyCount: null,
    getCount: null,
    minimumSatang: 0,
    audience: 'all',
    ...terms,
    from,
    until,
    quota: 100_000,
    perBuyer,
  }
}
