import { Ticket } from 'lucide-react'
import type { ReactNode } from 'react'
import { voucher as voucherTexts } from '../messages/voucher.ts'
import { Badge } from './badge.tsx'
import { stallClass } from './stall.tsx'
import { useTexts } from './use-locale.ts'

type VoucherTagProps = { children: ReactNode }

/** A voucher that is on: beside a price, in a summary. */
export function VoucherTag({ children }: VoucherTagProps) {
  return (
    <Badge kind="leaf" icon={Ticket}>
      {children}
    </Badge>
  )
}

export type VoucherState = 'open' | 'claimed' | 'used' | 'expired'

type VoucherTicketProps = {
  /** "฿120" or "10%", and what of: "ลด", "ค่าส่ง". */
  amount: string
  of: string
  title: string
  terms: string
  state: VoucherState
  /** Whose money it is: a stall's colour for a shop, none for the market. */
  stall?: number
  /** To claim it; shown while it is open. */
  action?: ReactNode
}

/** A ticket with a tear line and two notches. */
export function VoucherTicket(props: VoucherTicketProps) {
  const { amount, of, title, terms, state, stall, action } = props
  const voucher = useTexts(voucherTexts)
  const over = state === 'used' || state === 'expired'
  return (
    <article
      className={`ticket ${stall === undefined ? '' : stallClass(stall)} ${over ? 'over' : ''}`}
    >
      <p className="ticket-amount">
        <span className="block font-bold text-xl leading-tight">{amount}</span>
        <span className="block font-medium text-2xs">{of}</span>
      </p>
      <div className="flex min-w-0 flex-1 items-center gap-2 py-2 pr-2 pl-4.5">
        <div className="min-w-0 flex-1">
          <h3 className="font-display font-semibold text-sm">{title}</h3>
          <p className="text-muted text-xs">{terms}</p>
        </div>
        {state === 'open' ? action : <Badge>{voucher[state]}</Badge>}
      </div>
    </article>
  )
}
