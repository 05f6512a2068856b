import type { Voucher } from '#src/order/voucher/rules.ts'

/** The moment at which rules of prices are tried. */
export const AT = new Date('2026-11-23T05:00:00Z')

/** Ten baht off everything, by the market, at that moment. */
export const voucherOf = (some: Partial<Voucher> = {}): Voucher => ({
  id: 'vou_1',
  kind: 'platform',
  shopId: null,
  benefit: { type: 'fixed', amountSatang: 1000 },
  minimumSatang: 0,
  productIds: null,
  categoryIds: null,
  audience: 'all',
  shopPaysBp: 0,
  usableFrom: new Date('2026-11-01T00:00:00Z'),
  usableUntil: new Date('2026-12-01T00:00:00Z'),
  ...some,
})
