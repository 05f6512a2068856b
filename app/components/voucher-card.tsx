import type { ReactNode } from 'react'
import { formatDate } from '../format/date.ts'
import { shortMoney } from '../format/money.ts'
import { voucher as voucherTexts } from '../messages/voucher.ts'
import type { Voucher } from '../shapes.ts'
import { stallOf } from './stall.tsx'
import { useLocale, useTexts } from './use-locale.ts'
import { type VoucherState, VoucherTicket } from './voucher.tsx'

type VoucherCardProps = {
  voucher: Voucher
  /** When the page was made, in ms: what is over is shown as such. */
  now: number
  /** To claim it. */
  action?: ReactNode
}

/** A voucher of the market or of a shop, as a ticket. */
export function VoucherCard({ voucher, now, action }: VoucherCardProps) {
  const texts = useTexts(voucherTexts)
  const locale = useLocale()
  const { benefit, shop, minimumSatang } = voucher
  const capSatang = 'capSatang' in benefit ? benefit.capSatang : null
  const starts = Date.parse(voucher.usableFrom)
  const terms = [
    shop === null ? texts.byMarket : texts.byShop(shop.name),
    minimumSatang === 0 ? texts.noMinimum : texts.minimum(shortMoney(minimumSatang)),
    capSatang === null ? '' : texts.cap(shortMoney(capSatang)),
    voucher.audience === 'all' ? '' : texts.audiences[voucher.audience],
    starts > now
      ? texts.from(formatDate(starts, locale))
      : texts.until(formatDate(voucher.usableUntil, locale)),
  ]
  return (
    <VoucherTicket
      {...amountOf(voucher, texts)}
      title={voucher.title}
      terms={terms.filter((term) => term !== '').join(' · ')}
      state={stateOf(voucher, now)}
      {...(shop === null ? {} : { stall: stallOf(shop.id) })}
      action={action}
    />
  )
}

function amountOf({ kind, benefit }: Voucher, texts: (typeof voucherTexts)['th']) {
  const of = kind === 'shipping' ? texts.of.shipping : texts.of.goods
  if (benefit.type === 'fixed') return { amount: shortMoney(benefit.amountSatang), of }
  if (benefit.type === 'percent') return { amount: `${benefit.rateBp / 100}%`, of }
  if (benefit.type === 'free_shipping') return { amount: texts.free, of: texts.of.delivery }
  return { amount: texts.buyGet(benefit.buy, benefit.get), of: texts.of.things }
}

function stateOf({ usableUntil, left, leftToYou, claimed }: Voucher, now: number): VoucherState {
  if (Date.parse(usableUntil) <= now) return 'expired'
  if (leftToYou === 0 || left === 0) return 'used'
  return claimed ? 'claimed' : 'open'
}
