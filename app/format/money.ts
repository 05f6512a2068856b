const MINUS = '\u2212'
const grouped = (baht: number): string => String(baht).replace(/\B(?=(\d{3})+$)/g, ',')

/** An amount in its written parts, so that a price can set the baht larger than the rest. */
export function moneyParts(satang: number): { sign: string; baht: string; satang: string } {
  const size = Math.abs(satang)
  return {
    sign: satang < 0 ? MINUS : '',
    baht: grouped(Math.floor(size / 100)),
    satang: String(size % 100).padStart(2, '0'),
  }
}

/** For lists and buttons: satang only when there are some. `฿359`, `฿459.50` */
export function shortMoney(satang: number): string {
  const parts = moneyParts(satang)
  const rest = parts.satang === '00' ? '' : `.${parts.satang}`
  return `${parts.sign}฿${parts.baht}${rest}`
}

/** For totals, tables and receipts: always two places. `฿1,998.50`, `−฿50.00` */
export function fullMoney(satang: number): string {
  const parts = moneyParts(satang)
  return `${parts.sign}฿${parts.baht}.${parts.satang}`
}

/** What a shopper typed as baht, in satang; undefined if it is no amount. */
export function bahtToSatang(text: string | null): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec((text ?? '').trim().replaceAll(',', ''))
  if (match === null) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
