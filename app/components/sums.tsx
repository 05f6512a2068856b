import { Fragment } from 'react'
import { fullMoney } from '../format/money.ts'
import { Price } from './price.tsx'

export type SumRow = {
  label: string
  /** Satang, or a word where the amount is not known yet. */
  value: number | string
  /** Money that came off. */
  off?: boolean
}

type SumsProps = {
  rows: SumRow[]
  total: { label: string; satang: number; note?: string }
  /** What happened to the total since: it is no part of it. */
  after?: SumRow[]
  /** The total as large as a price, or as a line of a receipt. */
  large?: boolean
}

/** How an amount came about, and the amount: always with two places. */
export function Sums({ rows, total, after = [], large = true }: SumsProps) {
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-2">
      <Rows rows={rows} />
      <dt className="mt-1 border-line border-t pt-3">
        <span className="block font-display font-semibold">{total.label}</span>
        {total.note === undefined ? null : (
          <span className="block text-muted text-xs">{total.note}</span>
        )}
      </dt>
      <dd className="mt-1 border-line border-t pt-2 pl-4 text-right">
        <Price satang={total.satang} size={large ? 'x' : 'card'} full />
      </dd>
      <Rows rows={after} />
    </dl>
  )
}

const Rows = ({ rows }: { rows: SumRow[] }) =>
  rows.map(({ label, value, off = false }) => (
    <Fragment key={label}>
      <dt>{label}</dt>
      <dd className="pl-4 text-right">
        <span className={sumClass(value, off)}>
          {typeof value === 'number' ? fullMoney(value) : value}
        </span>
      </dd>
    </Fragment>
  ))

function sumClass(value: number | string, off: boolean): string {
  if (typeof value === 'string') return 'text-muted'
  return `font-display tabular-nums ${off ? 'text-sale' : ''}`
}
